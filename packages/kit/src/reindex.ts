import { type Collection, StaleVersion } from '@techbridge/store'
import type { Aggregate, AggregateType } from './aggregate.ts'

const everything = Number.MAX_SAFE_INTEGER
const batchSize = 200

/** Gives records of earlier versions an indexed field that every record has by now; without it lists in its order would lack them. */
export const addField = async <S>(
  collection: Collection<Aggregate<S>>,
  field: string,
  indexed: AggregateType<S, never, never>['indexed'],
): Promise<void> => {
  if ((await collection.count({ [field]: { gt: '' } }, everything)) === (await collection.count({}, everything))) return
  for (let after: [string, string] | undefined; ; ) {
    const found = await collection.find({ after, limit: batchSize })
    for (const document of found) {
      if (field in document) continue
      // Whoever writes the record meanwhile adds the field too.
      await collection.replace({ ...document, ...indexed(document.state) }, document.version).catch((error) => {
        if (!(error instanceof StaleVersion)) throw error
      })
    }
    if (found.length < batchSize) return
    after = [found.at(-1)!._id, found.at(-1)!._id]
  }
}
