import type { Client, estypes } from '@elastic/elasticsearch'
import { ask, isPassingStatus, unavailable } from './engine.ts'
import type { Row } from './mapping.ts'

/** UTF-16 units of one request: far below the 100 MB that Elasticsearch takes. */
const REQUEST_SIZE = 8_000_000

/** What became of a row: it was skipped when the first of the indexes had a document that it does not replace. */
export type Outcome = 'written' | 'skipped' | Error

/**
 * Writes the rows to each of the indexes, in order, and gives what became of each. It is no problem that the engine has the same or a
 * higher version, nor that an index but the first is gone: what it was for will fail by itself.
 */
export async function bulk(
  client: Client,
  indexes: readonly string[],
  rows: readonly Row[],
  refresh: boolean,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const part of parts(rows)) {
    const operations = part.flatMap((row) => indexes.flatMap((index) => [action(index, row), row.body]))
    const { items } = await ask(() => client.bulk({ refresh, operations }))
    for (const n of part.keys()) {
      const own = items.slice(n * indexes.length, (n + 1) * indexes.length)
      const problem = own.map(({ index }, of) => problemOf(index, of === 0)).find((problem) => problem)
      outcomes.push(problem ?? (own[0]?.index?.error ? 'skipped' : 'written'))
    }
  }
  return outcomes
}

const action = (_index: string, { id, version, enriched }: Row): estypes.BulkOperationContainer => ({
  index: { _index, _id: id, version, version_type: enriched ? 'external_gte' : 'external' },
})

function problemOf(item: estypes.BulkResponseItem | undefined, isFirst: boolean): Error | undefined {
  const error = item?.error
  if (!item || !error || error.type === 'version_conflict_engine_exception') return undefined
  if (!isFirst && error.type === 'index_not_found_exception') return undefined
  // Not its reason: that may quote what stands in the document.
  const problem = new Error(`"${item._id}" in ${item._index}: ${error.type}`)
  return isPassingStatus(item.status) ? unavailable(problem) : problem
}

function* parts(rows: readonly Row[]): Generator<Row[]> {
  let part: Row[] = []
  let size = 0
  for (const row of rows) {
    if (part.length > 0 && size + row.body.length > REQUEST_SIZE) {
      yield part
      part = []
      size = 0
    }
    part.push(row)
    size += row.body.length
  }
  if (part.length > 0) yield part
}
