import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { line, message, messageAt, opaque, text } from '@techbridge/contracts'
import fc from 'fast-check'
import { z } from 'zod'
import { makePlain, toldChanges } from '../src/body/make-plain.ts'

const schema = z.object({
  title: line(20),
  notes: z.array(text(20)).optional(),
  key: opaque(20),
  sector: z.enum(['A', '<b>']),
})
const noTurn = async () => undefined
const made = (given: unknown) => makePlain(schema, given, 'body', noTurn)

describe('a request is made plain', () => {
  test('where a person writes, on one line or on several, and nowhere else', async () => {
    const { value, changes, errors } = await made({
      title: '<p>10<sup>6</sup></p><p>CFU</p>',
      notes: ['<p>x &lt; 5</p><p>y</p>', 'plain'],
      key: '<b>k</b>',
      sector: '<b>',
      other: '<b>',
    })
    assert.deepEqual(value, {
      title: '10⁶ CFU',
      notes: ['x < 5\n\ny', 'plain'],
      key: '<b>k</b>',
      sector: '<b>',
      other: '<b>',
    })
    assert.deepEqual(
      changes.map(({ path, code, message }) => [path, code, message]),
      [
        ['body.title', 'change.replaced', '"<p>10<sup>6</sup></p><p>CFU</p>" became "10⁶ CFU"'],
        ['body.notes.0', 'change.replaced', '"<p>x &lt; 5</p><p>y</p>" became "x < 5\\n\\ny"'],
      ],
    )
    assert.deepEqual(errors, [])
  })

  test('or refused with the place that it was sent with', async () => {
    const { errors, changes } = await made({ title: '\x0b<b>a\u202eb</b>', notes: ['ok', '\x0b\ue123'] })
    assert.deepEqual(
      errors.map(({ path, message }) => [path, message.match(/character \d+/)?.[0]]),
      [
        ['body.title', 'character 6'],
        ['body.notes.1', 'character 2'],
      ],
    )
    assert.deepEqual(changes, [])
  })

  test('unless it is far longer than its markup can be', async () => {
    const long = '<b></b>'.repeat(2000)
    const { value, errors } = await made({ title: long })
    assert.deepEqual(value, { title: long })
    assert.match(errors[0]?.message ?? '', /longer than 10000 characters/)
  })

  test('one text a turn', async () => {
    let turns = 0
    await makePlain(schema, { title: 'a', notes: ['b', 'c'] }, 'body', async () => {
      turns += 1
    })
    assert.equal(turns, 3)
  })

  test('and what was answered changes no more', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (title, note) => {
        const { value } = await made({ title, notes: [note] })
        assert.deepEqual((await made(value)).changes, [])
        assert.deepEqual((await made(value)).value, value)
      }),
    ))
})

test('of many changes the first are told, and how many more there are', () => {
  const changes = Array.from({ length: 60 }, (_, place) => ({ path: `body.${place}`, message: 'changed' }))
  assert.deepEqual(toldChanges(changes.slice(0, 50)), changes.slice(0, 50))
  const told = toldChanges(changes)
  assert.equal(told.length, 50)
  assert.deepEqual(told.at(-1), messageAt('body', message('change.more', { count: 11 })))
})
