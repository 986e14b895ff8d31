import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { IndexDocument, SearchQuery } from '../text-index.ts'
import { document, fresh, type Open } from './harness.ts'

export function refusing(open: Open): void {
  describe('refusing', () => {
    it(
      'refuses an unknown field by its name, in documents and in queries',
      fresh(open, async (index) => {
        const plain = document('a', { title: 'rice' })
        const documents: IndexDocument[] = [
          { ...plain, text: { wrong: ['rice'] } },
          { ...plain, keywords: { wrong: ['TH'] } },
          { ...plain, numbers: { wrong: 1 } },
        ]
        for (const bad of documents) await assert.rejects(index.put([document('b'), bad]), /"wrong"/)
        assert.equal((await index.search({ limit: 1 })).total, 0, 'nothing of the call is written')

        const queries: Omit<SearchQuery, 'limit'>[] = [
          { match: { tokens: ['rice'], fields: { title: 1, wrong: 1 }, require: 'any' } },
          { where: { wrong: ['TH'] } },
          { range: { wrong: { gte: 1 } } },
          { outside: { wrong: { gte: 1 } } },
          { facets: ['wrong'] },
          { order: { by: 'wrong' } },
        ]
        for (const bad of queries) await assert.rejects(index.search({ ...bad, limit: 1 }), /"wrong"/)
      }),
    )

    it(
      'refuses tokens with white space and numbers that are none',
      fresh(open, async (index) => {
        for (const token of ['two words', 'tab\t', 'no\u00a0break', '']) {
          await assert.rejects(index.put([{ ...document('a'), text: { title: [token] } }]), /title/)
        }
        await assert.rejects(index.put([document('a', { trl: Number.NaN })]), /trl/)
        await assert.rejects(index.put([document('a', { version: 1.5 })]), /version/)
      }),
    )
  })
}
