import { instant } from '@techbridge/runtime'
import { type Assessment, assessAlone } from './assess-pair.ts'
import { batchSize, type Matching, openStatuses } from './matching.ts'
import { findPairs } from './profiles-index.ts'
import { settleOpen } from './settle.ts'

/**
 * Where nothing may be proposed unassessed, puts before the gate what is open from a time when it might, one page a call. For
 * `eachSweep`: a page that fails is tried again.
 */
export const holdUnassessed = (matching: Matching) => {
  let isDone = matching.unassessed !== 'hold'
  let after: [string, string] | undefined
  return async (): Promise<void> => {
    if (isDone) return
    const found = await matching.matches.find({ where: { status: openStatuses }, after, limit: batchSize })
    const unassessed = found.map(({ state }) => state).filter(({ gate }) => !gate || gate.outcome === 'notAssessed')
    const at = instant(matching.clock)
    const anew: Assessment[] = []
    for (const { need, offer } of await findPairs(matching.indexes, unassessed))
      if (need && offer) anew.push(await assessAlone(matching, need, offer, at))
    await settleOpen(matching, anew, at)
    const last = found.at(-1)
    after = last && [last._id, last._id]
    isDone = found.length < batchSize
  }
}
