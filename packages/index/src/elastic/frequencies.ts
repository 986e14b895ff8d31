import type { Client, estypes } from '@elastic/elasticsearch'
import type { Frequencies } from '../text-index.ts'
import { read } from './engine.ts'
import { LENGTH, TOKENS } from './mapping.ts'

/** One filter a token, by position: an object of them would lose a token such as `__proto__`. */
export async function frequencies(client: Client, index: string, tokens: readonly string[]): Promise<Frequencies> {
  const filters = tokens.map((token) => ({ term: { [TOKENS]: token } }))
  const counting = { counts: { filters: { filters } } }
  const found = await read(() =>
    client.search<unknown, Counted>({
      index,
      size: 0,
      track_total_hits: false,
      allow_partial_search_results: false,
      aggregations: { lengths: { stats: { field: LENGTH } }, ...(tokens.length > 0 && counting) },
    }),
  )
  const { lengths, counts } = found.aggregations as Counted
  return {
    documents: lengths.count,
    averageLength: lengths.avg ?? 0,
    counts: Object.fromEntries(tokens.map((token, n) => [token, counts?.buckets[n]?.doc_count ?? 0])),
  }
}

interface Counted {
  lengths: estypes.AggregationsStatsAggregate
  counts?: { buckets: estypes.AggregationsFiltersBucket[] }
}
