import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { createTypesetter, type Page, unreadable } from '../src/index.ts'
import { breakable } from '../src/page.ts'

const folder = mkdtempSync(join(tmpdir(), 'typesetter-'))
after(() => rmSync(folder, { recursive: true }))

const pageOf = (value: string, language = 'en'): Page => ({
  language,
  titles: ['Title'],
  rows: [{ labels: ['Label'], values: [value], depth: 0 }],
  sections: [{ titles: ['Section'], rows: [{ labels: ['Label'], values: [value], depth: 1 }] }],
  notes: [],
  at: 1_800_000_000,
  data: { name: 'data.json', json: '{"a":1}', about: 'Data' },
})

const noPoppler = spawnSync('pdftotext', ['-v']).error ? 'pdftotext (poppler-utils) is not installed' : false
const textOf = (pdf: Buffer) => {
  const file = join(folder, 'page.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
}
const letters = (text: string) => text.replace(/[\s\u200b\u2060]/gu, '')

const typesetter = createTypesetter()

describe('a typesetter', () => {
  test('gives the same bytes for the same page', async () => {
    const [one, other] = await Promise.all([typesetter.pdf(pageOf('x')), typesetter.pdf(pageOf('x'))])
    assert.ok(one.subarray(0, 5).toString() === '%PDF-')
    assert.ok(one.equals(other))
    assert.ok(!one.equals(await typesetter.pdf(pageOf('y'))))
  })

  // Marks of Khmer, Lao, Burmese and Thai come back from a PDF in the order of their glyphs, so that text cannot be compared.
  test('sets text as it is, whatever markup it looks like', { skip: noPoppler }, async () => {
    for (const hostile of [
      '#panic("x") #read("/etc/passwd") $a^2$ \\ @foo <bar> *b* _i_ `x` // no /* no */ = h',
      '"); #{ while true {} } #("',
      '- one + two ~ three -- four ... "five"',
      'Máy sấy bơm nhiệt cho rong biển đỏ',
      '热泵干燥机，用于红海藻。',
      'Pengering pompa kalor untuk rumput laut merah',
    ]) {
      assert.ok(letters(textOf(await typesetter.pdf(pageOf(hostile)))).includes(letters(hostile)), hostile)
    }
  })

  test('keeps words without end on the paper', { skip: noPoppler }, async () => {
    const lines = textOf(await typesetter.pdf(pageOf('x'.repeat(4000)))).split('\n')
    assert.equal(lines.join('').replaceAll(/[^x]/g, '').length, 8000)
    assert.ok(lines.every((line) => line.length < 120))
  })

  test('attaches the data', { skip: noPoppler }, async () => {
    const file = join(folder, 'attached.pdf')
    writeFileSync(file, await typesetter.pdf(pageOf('x')))
    assert.match(execFileSync('pdfdetach', ['-list', file], { encoding: 'utf8' }), /data\.json/)
    const saved = join(folder, 'saved.json')
    execFileSync('pdfdetach', ['-save', '1', '-o', saved, file])
    assert.equal(readFileSync(saved, 'utf8'), '{"a":1}')
  })

  test('gives up what takes too long, and says so', async () => {
    await assert.rejects(createTypesetter({ milliseconds: 1 }).pdf(pageOf('x')), Unavailable)
  })

  test('refuses more pages than may wait, and sets the others', async () => {
    const small = createTypesetter({ atOnce: 1, waiting: 1 })
    const [one, two, three] = await Promise.allSettled([1, 2, 3].map(() => small.pdf(pageOf('x'))))
    assert.deepEqual([one?.status, two?.status, three?.status], ['fulfilled', 'fulfilled', 'rejected'])
    assert.ok(three?.status === 'rejected' && three.reason instanceof Unavailable)
    await small.pdf(pageOf('x'))
  })
})

describe('text for paper', () => {
  test('has no controls of direction, and no break before a full stop of Khmer', () => {
    assert.equal(breakable('100\u202e001\u2069'), '100001')
    assert.equal(breakable('ដដែល ។'), 'ដដែល\u2060។')
  })

  test('is refused where the fonts lack its letters', () => {
    assert.deepEqual(unreadable('শুভ ABC 中 ไทย ລາວ ខ្មែរ မြန်မာ © № ½ €'), ['শ', 'ু', 'ভ'])
    assert.deepEqual(unreadable('😀'), ['😀'])
  })
})
