import { randomUUID } from 'node:crypto'
import { Client } from '@elastic/elasticsearch'
import type { SearchQuery } from '@techbridge/index'
import { openElasticIndexes } from '@techbridge/index/elastic'
import { median, ratio, time } from './measure.ts'

const documents = 5000
const searches = 1000
const vocabulary = 20_000
const boosts = { title: 4, abstract: 2, details: 1 }
const lengths = { title: 8, abstract: 60, details: 120 }
const facets = ['country', 'sector']

/** Frequent tokens are low numbers, about as in a language. */
const token = () => `token${Math.floor(vocabulary ** Math.random())}`
const tokens = (length: number) => Array.from({ length }, token)
const document = (n: number) => ({
  id: `d${n}`,
  version: 1,
  text: Object.fromEntries(Object.entries(lengths).map(([field, length]) => [field, tokens(length)])),
  keywords: { state: ['live'], country: [`c${n % 9}`], sector: [`s${n % 14}`] },
  numbers: { trl: (n % 9) + 1 },
  source: { n, title: tokens(8).join(' '), summary: tokens(40).join(' ') },
})

const query = (): SearchQuery => ({
  match: { tokens: tokens(6), fields: boosts, require: 'any' },
  where: { state: ['live'] },
  range: { trl: { gte: 3 } },
  facets,
  limit: 10,
})

/** What one would write by hand for the same answer. */
const rawRequest = (index: string, { match, limit }: SearchQuery) => ({
  index,
  query: {
    bool: {
      should: Object.entries(boosts).flatMap(([field, boost]) =>
        (match?.tokens ?? []).map((value) => ({ term: { [`text.${field}`]: { value, boost } } })),
      ),
      minimum_should_match: 1,
      filter: [{ term: { 'keywords.state': 'live' } }, { range: { 'numbers.trl': { gte: 3 } } }],
    },
  },
  sort: [{ _score: { order: 'desc' as const } }, { id: { order: 'asc' as const } }],
  aggregations: Object.fromEntries(facets.map((field) => [field, { terms: { field: `keywords.${field}` } }])),
  track_total_hits: true,
  size: limit,
})

/** A search through the text index port against the same query by the client of Elasticsearch, in turn. */
export async function elasticIndex(): Promise<void> {
  const url = process.env.TECHBRIDGE_ELASTICSEARCH_URL
  if (!url) return console.log('Search in Elasticsearch: skipped, TECHBRIDGE_ELASTICSEARCH_URL is not set')
  const prefix = `bench-${randomUUID()}-`
  const indexes = openElasticIndexes({ url, prefix })
  const raw = new Client({ node: url })
  try {
    const keywords = ['state', 'country', 'sector']
    const index = await indexes.open({ name: 'listings', text: Object.keys(boosts), keywords, numbers: ['trl'] })
    await index.put(Array.from({ length: documents }, (_, n) => document(n)))
    const times = { port: [] as number[], raw: [] as number[] }
    for (let n = -200; n < searches; n++) {
      const [one, other] = [query(), query()]
      const port = await time(() => index.search(one))
      const bare = await time(() => raw.search(rawRequest(`${prefix}listings`, other)))
      if (n < 0) continue
      times.port.push(port)
      times.raw.push(bare)
    }
    const [port, bare] = [median(times.port), median(times.raw)]
    console.log(
      `Search in Elasticsearch, ${documents} documents, ${searches} queries: p50 through the port / p50 of the raw query`,
    )
    console.log(`  ${ratio(port / bare)} (${port.toFixed(1)} ms / ${bare.toFixed(1)} ms)`)
  } finally {
    await indexes.close()
    await raw.indices.delete({ index: Object.keys(await raw.indices.get({ index: `${prefix}*` })) })
    await raw.indices.deleteIndexTemplate({ name: `${prefix}*` })
    await raw.close()
  }
}
