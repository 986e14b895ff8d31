import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
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
