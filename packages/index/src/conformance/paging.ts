import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BadCursor } from '@techbridge/port'
import type { SearchQuery, SearchResult, TextIndex } from '../text-index.ts'
import { document, everywhere, fresh, ids, type Open } from './harness.ts'

/** Follows `next` to the end: all pages, each checked against the total and the facets of the first. */
export async function pages(index: TextIndex, query: SearchQuery): Promise<SearchResult> {
  const first = await index.search(query)
  const hits = [...first.hits]
  let next = first.next
  while (next !== undefined) {
    const page = await index.search({ ...query, after: next })
    assert.ok(page.hits.length > 0 && page.hits.length <= query.limit)
    assert.deepEqual([page.total, page.facets], [first.total, first.facets])
    hits.push(...page.hits)
    assert.ok(hits.length <= first.total, 'pages repeat hits')
    next = page.next
  }
  return { ...first, hits }
}

export function paging(open: Open): void {
  describe('paging', () => {
    it(
      'pages through equal scores and equal numbers without losing or repeating one',
      fresh(open, async (index) => {
        const all = Array.from({ length: 50 }, (_, n) => document(`d${n}`, { body: 'rice', trl: n % 3 }))
        await index.put(all)
        const match = { tokens: ['rice'], fields: everywhere, require: 'any' as const }
        const inOrder = ids(all).sort()
        assert.deepEqual(ids((await pages(index, { match, limit: 7 })).hits), inOrder)
        assert.deepEqual(ids((await pages(index, { limit: 7 })).hits), inOrder)
        for (const descending of [true, false]) {
          const { hits } = await pages(index, { match, order: { by: 'trl', descending }, limit: 7 })
          const rest = descending ? [2, 1, 0] : [0, 1, 2]
          assert.deepEqual(
            ids(hits),
            rest.flatMap((trl) => inOrder.filter((id) => Number(id.slice(1)) % 3 === trl)),
          )
        }
        assert.equal((await index.search({ limit: 50 })).next, undefined, 'no page follows the last document')
        assert.deepEqual(await index.search({ limit: 0 }), { hits: [], total: 50, facets: {}, next: undefined })
      }),
    )

    it(
      'refuses a cursor that is none, or of another order',
      fresh(open, async (index) => {
        await index.put(Array.from({ length: 5 }, (_, n) => document(`d${n}`, { body: 'rice', trl: n, year: n })))
        const match = { tokens: ['rice'], fields: everywhere, require: 'any' as const }
        const orders: Omit<SearchQuery, 'limit'>[] = [
          {},
          { match },
          { order: { by: 'trl' } },
          { order: { by: 'trl', descending: true } },
          { order: { by: 'year' } },
        ]
        const nexts = await Promise.all(orders.map(async (order) => (await index.search({ ...order, limit: 2 })).next))
        for (const [n, order] of orders.entries()) {
          const others = nexts.filter((_, of) => of !== n)
          for (const after of ['', 'x', '%%%', 'bnVsbA', 'WzEsMiwzXQ', '๛', ...others]) {
            await assert.rejects(index.search({ ...order, limit: 2, after }), BadCursor, `${after} of order ${n}`)
          }
        }
      }),
    )
  })
}
