import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { textIndexConformance } from '../src/conformance.ts'
import { openElasticIndexes } from '../src/elastic/indexes.ts'
import { apart, openApart, skip } from './elastic.ts'

const offers = { name: 'offers', text: ['title'], keywords: ['country'], numbers: ['trl'] }
const given = (id: string, ...title: string[]) => ({
  id,
  version: 1,
  text: { title },
  keywords: { country: ['TH'] },
  numbers: {},
  source: null,
})

if (!skip) textIndexConformance('the Elasticsearch adapter', async () => openApart())
else test('Elasticsearch text index', { skip })

describe('the Elasticsearch text index', { skip }, () => {
  it(
    'takes any names of indexes and fields',
    apart(async ({ indexes }) => {
      const odd = { name: "O'ffers; --*", text: ['rank', '_id', 'a b'], keywords: ['"x]'], numbers: ['n', 'n.1'] }
      const index = await indexes.open(odd)
      await index.put([
        { ...given('a'), text: { 'a b': ['rice'] }, keywords: { '"x]': ['1'] }, numbers: { n: 1, 'n.1': 4 } },
      ])
      const match = { tokens: ['rice'], fields: { 'a b': 1, rank: 2 }, require: 'all' as const }
      const query = { match, where: { '"x]': ['1'] }, range: { 'n.1': { gte: 4 } }, facets: ['"x]'], limit: 1 }
      const { total, facets } = await index.search(query)
      assert.deepEqual([total, facets], [1, { '"x]': [{ value: '1', count: 1 }] }])
    }),
  )

  it(
    'neither cuts long tokens nor parts them at control characters',
    apart(async ({ indexes }) => {
      const index = await indexes.open(offers)
      const tokens = ['x'.repeat(5000), 'x'.repeat(255), 'a\u001cb', 'a', 'b']
      await index.put(tokens.map((token, n) => given(`d${n}`, token)))
      const { counts } = await index.frequencies(tokens)
      assert.deepEqual(Object.values(counts), [1, 1, 1, 1, 1])
    }),
  )

  it(
    'fails only the put whose document the engine refuses, of those that are written together',
    apart(async ({ indexes }) => {
      const index = await indexes.open(offers)
      const puts = [given('a', 'rice'), given('too-long', 'x'.repeat(40_000)), given('b', 'rice')]
      const written = await Promise.allSettled([given('first'), ...puts].map((document) => index.put([document])))
      assert.deepEqual(
        written.map(({ status }) => status),
        ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
      )
      assert.deepEqual((await index.frequencies(['rice'])).counts, { rice: 2 })
    }),
  )

  it(
    'is unavailable once it is closed, when an index was deleted and when nobody listens',
    apart(async ({ indexes, raw, names, options }) => {
      const index = await indexes.open(offers)
      const uses = [
        () => index.put([given('a')]),
        () => index.get(['a']),
        () => index.search({ limit: 1 }),
        () => index.frequencies(['rice']),
        () => index.rebuild((put) => put([given('a')])),
      ]
      await raw.indices.delete({ index: await names() })
      for (const use of uses.slice(0, 4)) await assert.rejects(use(), Unavailable)
      assert.deepEqual(await names(), [], 'a write makes no index')

      await indexes.close()
      for (const use of [...uses, () => indexes.ping(), () => indexes.open(offers)]) {
        await assert.rejects(use(), Unavailable)
      }
      const nobody = openElasticIndexes({ ...options, url: 'http://127.0.0.1:1', client: { maxRetries: 0 } })
      await assert.rejects(nobody.ping(), Unavailable)
      await assert.rejects(nobody.open(offers), Unavailable)
      await nobody.close()
    }),
  )
})
