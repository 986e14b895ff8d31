import type { estypes } from '@elastic/elasticsearch'
import type { Bounds, NearestQuery, Phrase, SearchQuery } from '../text-index.ts'
import { keywordField, numberField, textField, vectorField } from './mapping.ts'

type Clause = estypes.QueryDslQueryContainer

const FACET_VALUES = 10

/** What to search, without the place to begin at: for equal queries it is equal. */
export const requestOf = (query: SearchQuery) => ({
  query: { bool: { ...matchOf(query.match), filter: filtersOf(query) } },
  sort: sortOf(query),
  /** Sorting by score gives scores anyhow; asking for them then would compute them twice. */
  track_scores: query.match !== undefined && query.order !== undefined,
  track_total_hits: true,
  size: Math.min(query.limit + 1, 2 ** 31 - 1),
  version: true,
  /** By position: names of aggregations may not hold any character. */
  aggregations: Object.fromEntries((query.facets ?? []).map((field, n) => [n, valuesOf(field)])),
})

/** The engine takes no score below 0, and brings the cosine between 0 and 1. */
export const cosineOf = (score: number) => score * 2 - 1

export const nearestRequestOf = ({ vector: { model, values }, limit, ...query }: NearestQuery) => {
  const most = Math.max(1, limit)
  return {
    query: {
      knn: {
        field: vectorField(model),
        query_vector: [...values],
        k: most,
        num_candidates: most,
        filter: filtersOf({ ...query, limit }),
      },
    },
    sort: [{ _score: 'desc' as const }, { id: 'asc' as const }],
    size: limit,
    version: true,
  }
}

/** Scores add up over tokens and fields. */
function matchOf(match: SearchQuery['match']): estypes.QueryDslBoolQuery {
  if (!match) return {}
  const fields = Object.entries(match.fields).map(([field, boost]) => ({ name: textField(field), boost }))
  if (match.tokens.length === 0 || fields.length === 0) return { must: { match_none: {} } }
  const anywhere = (token: string, weight = 1): Clause[] =>
    fields.map(({ name, boost }) => ({ term: { [name]: { value: token, boost: boost * weight } } }))
  const found: estypes.QueryDslBoolQuery =
    match.require === 'all'
      ? { must: match.tokens.map((token) => ({ bool: { should: anywhere(token) } })) }
      : { should: match.tokens.flatMap((token) => anywhere(token)), minimum_should_match: 1 }
  const { favouring = [] } = match
  if (favouring.length === 0) return found
  return { must: { bool: found }, should: favouring.flatMap(({ token, weight }) => anywhere(token, weight)) }
}

/** In one of the fields, the tokens side by side. */
const standing = (fields: readonly string[], phrases: readonly Phrase[]): Clause[] =>
  fields.map(textField).flatMap((field) =>
    phrases.map((phrase): Clause => {
      const [first = '', ...others] = phrase
      if (others.length === 0) return { term: { [field]: first } }
      const clauses = phrase.map((value) => ({ span_term: { [field]: { value } } }))
      return { span_near: { clauses, slop: 0, in_order: true } }
    }),
  )

const anyOf = (clauses: Clause[]): Clause =>
  clauses.length === 0 ? { match_none: {} } : { bool: { should: clauses, minimum_should_match: 1 } }

const phrasesOf = ({ fields, each = [], without = [] }: NonNullable<SearchQuery['phrases']>): Clause[] => [
  ...each.map((alternatives) => anyOf(standing(fields, alternatives))),
  ...(without.length > 0 ? [{ bool: { must_not: standing(fields, without) } }] : []),
]

const inBounds = ([field, bounds]: [string, Bounds]): Clause => ({ range: { [numberField(field)]: bounds } })

/** Never empty: a filter, unlike an empty query, gives a document no score. */
const filtersOf = ({ phrases, where = {}, range = {}, outside = {}, order }: SearchQuery): Clause[] => [
  { match_all: {} },
  ...(phrases ? phrasesOf(phrases) : []),
  ...Object.entries(where).map(([field, values]) => ({ terms: { [keywordField(field)]: [...values] } })),
  ...Object.entries(range).map(inBounds),
  ...Object.entries(outside).map((one) => ({ bool: { must_not: inBounds(one) } })),
  ...(order ? [{ exists: { field: numberField(order.by) } }] : []),
]

function sortOf({ match, order }: SearchQuery): estypes.SortCombinations[] {
  if (order) return [{ [numberField(order.by)]: order.descending ? 'desc' : 'asc' }, { id: 'asc' }]
  return match ? [{ _score: { order: 'desc' } }, { id: 'asc' }] : [{ id: 'asc' }]
}

const valuesOf = (field: string): estypes.AggregationsAggregationContainer => ({
  terms: { field: keywordField(field), size: FACET_VALUES, order: [{ _count: 'desc' }, { _key: 'asc' }] },
})
