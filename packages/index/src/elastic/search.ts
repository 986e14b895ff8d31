import { createHash } from 'node:crypto'
import type { Client, estypes } from '@elastic/elasticsearch'
import { BadCursor } from '@techbridge/port'
import type { NearestQuery, SearchQuery, SearchResult } from '../text-index.ts'
import { ask, read, statusOf } from './engine.ts'
import { type Beginning, formatBeginning, parseBeginning, searchAfter } from './page.ts'
import { cosineOf, nearestRequestOf, requestOf } from './query.ts'

export interface Stored {
  source: string
}

type Facets = Record<string, estypes.AggregationsStringTermsAggregate>
type Response = estypes.SearchResponse<Stored, Facets>
type Request = ReturnType<typeof requestOf> & { search_after?: (number | string)[] }

/** How long a point in time waits for the next page. */
const KEEP_ALIVE = '1m'

/**
 * Most searches end with their first page, which therefore reads the index as it is. A second page opens a point in time,
 * and all later ones see that. When it is gone, because nobody asked for a minute or the index was rebuilt, pages go on from
 * the same place in the index as it is now.
 */
export async function search(client: Client, index: string, query: SearchQuery): Promise<SearchResult> {
  const request = { ...requestOf(query), allow_partial_search_results: false }
  if (query.after === undefined) return resultOf(query, await searchNow(client, index, request))
  const { place, pit } = parseBeginning(query, query.after)
  const continued = { ...request, search_after: searchAfter(query, place) }
  const id = pit ?? (await openPit(client, index, request))
  try {
    const pinned = { ...continued, query: within(index, request.query), pit: { id, keep_alive: KEEP_ALIVE } }
    return resultOf(query, await ask(() => client.search<Stored, Facets>(pinned)))
  } catch (error) {
    if (pit === undefined) throw error
    if (statusOf(error) === 400) throw new BadCursor('this is not a cursor', { cause: error })
    return resultOf(query, await searchNow(client, index, continued))
  }
}

export async function nearest(client: Client, index: string, query: NearestQuery): Promise<SearchResult['hits']> {
  const request = { ...nearestRequestOf(query), index, allow_partial_search_results: false }
  const { hits } = await read(() => client.search<Stored>(request))
  return hits.hits.map(hitOf).map((hit) => ({ ...hit, score: cosineOf(hit.score) }))
}

const hitOf = ({ _id, _version, _score, _source }: estypes.SearchHit<Stored>) => ({
  id: _id as string,
  version: _version as number,
  score: _score ?? 0,
  source: JSON.parse((_source as Stored).source),
})

const searchNow = (client: Client, index: string, request: Request): Promise<Response> =>
  read(() => client.search({ ...request, index, preference: preferenceOf(request) }))

/** A point in time names its indexes itself, and the cursor that carries it has been in strange hands. */
const within = (index: string, query: estypes.QueryDslQueryContainer) => ({
  bool: { must: query, filter: { prefix: { _index: `${index}.` } } },
})

const openPit = async (client: Client, index: string, request: Request): Promise<string> => {
  const preference = preferenceOf(request)
  return (await read(() => client.openPointInTime({ index, preference, keep_alive: KEEP_ALIVE }))).id
}

/** The same query asks the same copy of a shard: copies differ in what they merged, and so, slightly, in scores. */
const preferenceOf = ({ query }: Request): string => createHash('md5').update(JSON.stringify(query)).digest('hex')

function resultOf(query: SearchQuery, { hits, aggregations, pit_id }: Response): SearchResult {
  const page = hits.hits.slice(0, query.limit)
  const last = page.at(-1)
  const { value: total } = hits.total as estypes.SearchTotalHits
  return {
    hits: page.map(hitOf),
    total,
    facets: Object.fromEntries((query.facets ?? []).map((field, n) => [field, facetOf(aggregations?.[n])])),
    next:
      last && hits.hits.length > query.limit
        ? formatBeginning(query, { place: placeOf(last), pit: pit_id })
        : undefined,
  }
}

const placeOf = ({ _id, sort = [] }: estypes.SearchHit): Beginning['place'] => {
  const [value] = sort
  return { value: typeof value === 'number' ? value : 0, id: _id as string }
}

function facetOf(values: estypes.AggregationsStringTermsAggregate | undefined) {
  const buckets = (values?.buckets ?? []) as estypes.AggregationsStringTermsBucket[]
  return buckets.map(({ key, doc_count }) => ({ value: key as string, count: doc_count }))
}
