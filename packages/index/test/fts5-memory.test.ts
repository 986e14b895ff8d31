import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Database } from '@techbridge/sqlite'
import fc from 'fast-check'
import { Catalogue } from '../src/fts5/catalogue.ts'
import { dropGeneration, tableOf } from '../src/fts5/generation.ts'
import { Postings } from '../src/fts5/postings.ts'
import { ValueSets } from '../src/fts5/value-sets.ts'

test('of tokens that hardly any document holds, as many are kept as take no more than was meant', () => {
  const read: string[] = []
  const postings = new Postings(
    (token) => {
      read.push(token)
      return []
    },
    [true],
  )
  const tokens = Array.from({ length: 100_000 }, (_, n) => `token${n}`)
  for (const token of tokens) postings.of(token)
  postings.of('token99999')
  assert.equal(read.length, tokens.length, 'what was asked for last is kept')
  postings.of('token0')
  assert.equal(read.length, tokens.length + 1, 'what was not asked for longest is let go')
})

const documents = 6
const values = fc.uniqueArray(fc.constantFrom('TH', 'LA', 'KH'), { maxLength: 3 })
const edit = fc.record({ doc: fc.nat(documents - 1), values })

test('sets of values are let go when no document has them any more, and those that are left stay what they are', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 60 }), (edits) => {
      const sets = new ValueSets()
      const model: string[][] = Array.from({ length: documents }, () => [])
      for (const { doc, values } of edits) {
        model[doc] = values
        sets.set(doc, values)
        const docs = [...model.keys()]
        for (const value of ['TH', 'LA', 'KH']) {
          const having = docs.filter((one) => model[one]?.includes(value))
          assert.deepEqual(docs.filter(sets.among([value])), having)
          assert.equal(sets.count(docs).get(value) ?? 0, having.length)
        }
        assert.ok(sets.size <= documents + 1)
      }
    }),
  )
})

test('statements about the tables of a generation are let go with them, those about others are not', (t) => {
  const db = new Database(':memory:')
  t.after(() => db.close())
  const catalogue = new Catalogue(db, ':memory:')
  const generations = Array.from({ length: 11 }, () =>
    catalogue.next({ name: 'a', text: ['t'], keywords: [], numbers: [] }),
  )
  const preparedOf = () => generations.map(({ number }) => db.prepare(`SELECT * FROM ${tableOf(number, 'documents')}`))
  const before = preparedOf()
  dropGeneration(db, 1)
  generations[0]?.create()
  assert.deepEqual(
    preparedOf().map((statement, n) => statement === before[n]),
    generations.map(({ number }) => number !== 1),
  )
})
