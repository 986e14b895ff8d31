import { StaleVersion } from '@techbridge/store'
import type { Records } from './records.ts'

const everything = Number.MAX_SAFE_INTEGER
const batchSize = 200

/** Adds the current indexed fields and deadlines to records of earlier versions, so that lists, look-ups and sweeps find these. */
export const reindex = async <S, M>(
  records: Records<S, M>,
  indexing: number,
  dueAt?: (state: S) => string | undefined,
): Promise<void> => {
  const done = await records.count({ indexing: { gte: indexing } }, everything)
  if (done === (await records.count({}, everything))) return
  for (let after: [string, string] | undefined; ; ) {
    const found = await records.find({ after, limit: batchSize })
    for (const record of found) {
      if ((record.indexing ?? 0) >= indexing) continue
      // A concurrent write of the record adds the fields too.
      await records
        .replace({ ...record, indexing, dueAt: dueAt ? dueAt(record.state) : record.dueAt }, record)
        .catch((error) => {
          if (!(error instanceof StaleVersion)) throw error
        })
    }
    if (found.length < batchSize) return
    after = [found.at(-1)!._id, found.at(-1)!._id]
  }
}
