import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { textIndexConformance } from '../src/conformance.ts'
import { openFts5Indexes } from '../src/index.ts'

const fields = { text: ['title'], keywords: ['country'], numbers: ['trl'] }
const given = (id: string) => ({ id, version: 1, text: { title: ['rice'] }, keywords: {}, numbers: {}, source: null })

async function openInFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'text-index-'))
  const file = join(folder, 'index.sqlite')
  let indexes = openFts5Indexes(file)
  return {
    file,
    indexes,
    outside: { module: new URL('outside.ts', import.meta.url).href, location: file },
    async reopen() {
      await indexes.close()
      indexes = openFts5Indexes(file)
      return indexes
    },
    async cleanup() {
      await indexes.close()
      await rm(folder, { recursive: true })
    },
  }
}

textIndexConformance('the FTS5 adapter', openInFolder)

const generations = (file: string) => {
  const db = new DatabaseSync(file, { readOnly: true })
  const names = db.prepare("SELECT name FROM sqlite_master WHERE name LIKE 'g%\\_documents' ESCAPE '\\'").all()
  db.close()
  return names.length
}

describe('the file of the FTS5 text index', () => {
  it('holds one copy of an index after rebuilds that ended, failed or were cut off', async () => {
    const { indexes, reopen, cleanup, file } = await openInFolder()
    const index = await indexes.open({ name: 'offers', ...fields })
    await index.rebuild((put) => put([given('a')]))
    await assert.rejects(
      index.rebuild(async () => {
        throw new Error('no')
      }),
      /no/,
    )
    await indexes.close()
    assert.equal(generations(file), 1)

    const again = await reopen()
    const cutOff = await again.open({ name: 'offers', ...fields })
    await assert.rejects(
      cutOff.rebuild(async (put) => {
        await put([given('b')])
        await again.close()
      }),
      Unavailable,
    )
    assert.equal(generations(file), 2)

    const last = await reopen()
    const kept = await last.open({ name: 'offers', ...fields })
    assert.equal((await kept.search({ limit: 9 })).hits[0]?.id, 'a')
    await last.close()
    assert.equal(generations(file), 1)
    await cleanup()
  })

  it('is owned by one process, and says so; once closed, everything is unavailable', async () => {
    const { indexes, cleanup, file } = await openInFolder()
    const index = await indexes.open({ name: 'offers', ...fields })
    assert.throws(() => openFts5Indexes(file), /in use by another process/)
    await indexes.close()
    await assert.rejects(indexes.ping(), Unavailable)
    await assert.rejects(indexes.open({ name: 'offers', ...fields }), Unavailable)
    await assert.rejects(index.put([given('a')]), Unavailable)
    await assert.rejects(index.get(['a']), Unavailable)
    await assert.rejects(index.search({ limit: 1 }), Unavailable)
    await assert.rejects(index.frequencies(['rice']), Unavailable)
    await cleanup()
  })

  it('takes any names of indexes and fields', async () => {
    const { indexes, cleanup } = await openInFolder()
    const odd = { name: "o'ffers; --", text: ['rank', 'rowid', 'a b'], keywords: ['"x"'], numbers: ['n.1'] }
    const index = await indexes.open(odd)
    await index.put([{ ...given('a'), text: { 'a b': ['rice'] }, keywords: { '"x"': ['1'] }, numbers: { 'n.1': 4 } }])
    const match = { tokens: ['rice'], fields: { 'a b': 1, rank: 2 }, require: 'all' as const }
    const query = { match, where: { '"x"': ['1'] }, range: { 'n.1': { gte: 4 } }, facets: ['"x"'], limit: 1 }
    assert.equal((await index.search(query)).total, 1)
    await cleanup()
  })
})

describe('what the FTS5 text index keeps in memory of sources', () => {
  const sentence = 'Mesin pengering padi berkapasitas dua ton. '
  const long = (id: string) => ({ ...given(id), source: { text: sentence.repeat(2500) } })

  it('is bounded by how long they are, not by how small they pack', async () => {
    const { indexes, cleanup } = await openInFolder()
    const index = await indexes.open({ name: 'offers', ...fields })
    const ids = Array.from({ length: 400 }, (_, n) => `d${n}`)
    await index.put([...ids.map(long), given('short')])
    const readOf = async (id: string) => (await index.get([id]))[0]?.source
    const first = await readOf('d0')
    assert.equal(await readOf('d0'), first, 'what was read last is kept')
    for (const id of ids) await readOf(id)
    assert.notEqual(await readOf('d0'), first, 'what was not asked for longest is let go')
    await cleanup()
  })
})
