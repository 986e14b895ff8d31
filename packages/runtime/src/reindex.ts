import { type Collection, StaleVersion } from '@techbridge/store'
import type { Aggregate, AggregateType } from './aggregate.ts'

const everything = Number.MAX_SAFE_INTEGER
const batchSize = 200

/** Gives records of earlier versions the indexed fields that records have by now; without them lists and look-ups would lack them. */
export const reindex = async <S>(
  collection: Collection<Aggregate<S>>,
  indexing: number,
  indexed: AggregateType<S, never, never>['indexed'],
): Promise<void> => {
  const done = await collection.count({ indexing: { gte: indexing } }, everything)
  if (done === (await collection.count({}, everything))) return
  for (let after: [string, string] | undefined; ; ) {
    const found = await collection.find({ after, limit: batchSize })
    for (const document of found) {
      if ((document.indexing ?? 0) >= indexing) continue
      // Whoever writes the record meanwhile adds the fields too.
      await collection
        .replace({ ...document, ...indexed(document.state), indexing }, document.version)
        .catch((error) => {
          if (!(error instanceof StaleVersion)) throw error
        })
    }
    if (found.length < batchSize) return
    after = [found.at(-1)!._id, found.at(-1)!._id]
  }
}
