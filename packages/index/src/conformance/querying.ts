import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { IndexDocument, SearchQuery } from '../text-index.ts'
import { document, everywhere, fresh, ids, type Open, PATIENCE, spec } from './harness.ts'
import { countValues, Model } from './model.ts'
import { pages } from './paging.ts'

const word = fc.constantFrom('rice', 'mill', 'silk', 'loom', 'road')
const words = fc.array(word, { maxLength: 5 })
const values = fc.array(fc.constantFrom('TH', 'LA', 'KH', 'MM', 'VN', 'ไทย'), { maxLength: 3 })
const manyValues = fc.array(fc.nat(14).map(String), { maxLength: 3 })
const number = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(1.5, 1e12, -3.25))
const record = <T>(names: readonly string[], value: fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }) as fc.Arbitrary<
    Record<string, T>
  >

const documents: fc.Arbitrary<IndexDocument> = fc.record({
  id: fc.nat(25).map((n) => `d${n}`),
  version: fc.integer({ min: 1, max: 4 }),
  text: record(spec.text, words),
  keywords: fc.record({ country: values, sector: manyValues }, { requiredKeys: [] }) as fc.Arbitrary<
    Record<string, string[]>
  >,
  numbers: record(spec.numbers, number),
  source: fc.nat(),
})

const bounds = fc.record({ gte: number, lte: number }, { requiredKeys: [] })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const phrase = fc.array(word, { minLength: 1, maxLength: 3 })
const queries: fc.Arbitrary<SearchQuery> = fc.record({
  match: optional(
    fc.record({
      tokens: words,
      fields: fc.constantFrom<Record<string, number>>({ title: 1 }, { body: 2 }, { title: 3, body: 1 }),
      require: fc.constantFrom('any', 'all'),
      favouring: optional(
        fc.uniqueArray(fc.record({ token: word, weight: fc.constantFrom(0.5, 2) }), { selector: ({ token }) => token }),
      ),
    }),
  ),
  phrases: optional(
    fc.record({
      fields: fc.subarray([...spec.text]),
      each: fc.array(fc.array(phrase, { maxLength: 2 }), { maxLength: 2 }),
      without: fc.array(phrase, { maxLength: 2 }),
    }),
  ),
  where: optional(fc.record({ country: values, sector: manyValues }, { requiredKeys: [] })),
  range: optional(record(spec.numbers, bounds)),
  outside: optional(record(spec.numbers, bounds)),
  facets: fc.subarray([...spec.keywords]),
  order: optional(fc.record({ by: fc.constantFrom(...spec.numbers), descending: fc.boolean() })),
  limit: fc.integer({ min: 1, max: 12 }),
})

export function querying(open: Open): void {
  describe('filters and facets', () => {
    it(
      'answers any query as a look at every document would, page by page',
      fresh(open, async (_, { indexes }) => {
        let round = 0
        const batches = fc.array(fc.array(documents, { maxLength: 20 }), { minLength: 1, maxLength: 4 })
        const same = fc.asyncProperty(
          batches,
          fc.array(queries, { minLength: 5, maxLength: 15 }),
          async (puts, asked) => {
            round += 1
            const index = await indexes.open({ ...spec, name: `round-${round}` })
            const model = new Model()
            for (const batch of puts) {
              await index.put(batch)
              model.put(batch)
            }
            for (const query of asked) {
              const expected = model.search(query)
              const { hits, total, facets } = await pages(index, query)
              assert.equal(total, expected.length)
              const byScore = hits.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
              if (query.match && !query.order) assert.deepEqual(ids(hits), ids(byScore))
              const inOrder = query.order ? hits : hits.toSorted((a, b) => (a.id < b.id ? -1 : 1))
              assert.deepEqual(
                inOrder.map(({ id, version, source }) => [id, version, source]),
                expected.map(({ id, version, source }) => [id, version, source]),
              )
              assert.deepEqual(
                facets,
                Object.fromEntries((query.facets ?? []).map((field) => [field, countValues(expected, field)])),
              )
            }
          },
        )
        await fc.assert(same, { numRuns: 25, interruptAfterTimeLimit: PATIENCE })
      }),
    )

    it(
      'filters by one of the values, by all of the fields and within inclusive bounds',
      fresh(open, async (index) => {
        await index.put([
          document('a', { country: ['TH', 'LA'], sector: ['A'], trl: 3 }),
          document('b', { country: ['LA'], sector: ['B'], trl: 5 }),
          document('c', { country: ['KH'], sector: ['A'], trl: 7 }),
          document('d', { country: ['th'] }),
        ])
        const search = async (query: Omit<SearchQuery, 'limit'>) =>
          ids((await index.search({ ...query, limit: 9 })).hits)
        assert.deepEqual(await search({ where: { country: ['TH', 'KH'] } }), ['a', 'c'])
        assert.deepEqual(await search({ where: { country: ['LA'], sector: ['A'] } }), ['a'])
        assert.deepEqual(await search({ where: { country: [] } }), [])
        assert.deepEqual(await search({ range: { trl: { gte: 3, lte: 5 } } }), ['a', 'b'])
        assert.deepEqual(await search({ range: { trl: { gte: 5 } } }), ['b', 'c'])
        assert.deepEqual(await search({ range: { trl: {} } }), ['a', 'b', 'c'])
        assert.deepEqual(await search({ outside: { trl: { gte: 4, lte: 6 } } }), ['a', 'c', 'd'])
        assert.deepEqual(await search({ outside: { trl: { lte: 5 } } }), ['c', 'd'])
        assert.deepEqual(await search({ outside: { trl: {} } }), ['d'])
        assert.deepEqual(await search({ range: { trl: { gte: 5 } }, outside: { trl: { gte: 7 } } }), ['b'])
        assert.deepEqual(await search({ order: { by: 'trl', descending: true } }), ['c', 'b', 'a'])
      }),
    )

    it(
      'counts facets over all matching documents, not over the page, and only when asked',
      fresh(open, async (index) => {
        await index.put([
          ...Array.from({ length: 12 }, (_, n) => document(`a${n}`, { body: 'rice', sector: [`s${n}`, 'all'] })),
          document('b', { body: 'rice', sector: ['s11', 's11'] }),
          document('c', { body: 'silk', sector: ['other', 's3'] }),
        ])
        const match = { tokens: ['rice'], fields: everywhere, require: 'any' as const }
        const { facets, total } = await index.search({ match, facets: ['sector', 'country'], limit: 1 })
        assert.equal(total, 13)
        assert.deepEqual(facets.country, [])
        assert.deepEqual(
          facets.sector?.map(({ value, count }) => `${value} ${count}`),
          ['all 12', 's11 2', 's0 1', 's1 1', 's10 1', 's2 1', 's3 1', 's4 1', 's5 1', 's6 1'],
        )
        assert.deepEqual((await index.search({ match, limit: 1 })).facets, {})
      }),
    )
  })
}
