import type { Group } from '@techbridge/contracts'
import type { Database } from '@techbridge/sqlite'
import { deliver, persist } from '../delivery.ts'
import { parseStored } from '../stored-event.ts'
import type { SqliteDeadLetters } from './dead-letters.ts'
import type { Consume, Member } from './group.ts'
import type { Log } from './log.ts'
import type { News } from './news.ts'
import type { Offsets } from './offsets.ts'
import { originOf, type Stream, streamKey } from './streams.ts'

/** Milliseconds after which a handled event is committed even though its batch goes on. */
const commitWithin = 500

export interface Tables {
  db: Database
  log: Log
  offsets: Offsets
  deadLetters: SqliteDeadLetters
  news: News
  /** Events read at once; they are committed together. */
  batchSize: number
}

/** Delivers streams to members of the group; begins again at the committed place when the file cannot be read. */
export const consumer =
  (tables: Tables, group: Group): Consume =>
  async (stream, member, signal) => {
    await persist(() => consume(tables, group, stream, member, signal), signal)
  }

async function consume(tables: Tables, group: Group, stream: Stream, member: Member, signal: AbortSignal) {
  const { db, log, offsets, deadLetters, news, batchSize } = tables
  let next = offsets.next(group, stream)
  let committed = next
  let committedAt = performance.now()

  /** Commits what was handled and writes `also` with it, both or neither. `false` when it could not before the signal. */
  const commit = async (also?: () => void): Promise<boolean> => {
    committedAt = performance.now()
    if (next === committed) return true
    const write = () => {
      also?.()
      offsets.commit(group, stream, next)
    }
    const done = await persist(() => db.write(write), signal)
    if (done) committed = next
    return done
  }

  while (!signal.aborted) {
    const batch = log.batch(stream, next, batchSize)
    if (batch.length === 0) await news.next([streamKey(stream)], signal)
    for (const { offset, body } of batch) {
      const outcome = await deliver(async () => member.handler(parseStored(body)), {
        retry: member.retry,
        signal,
        beforePause: async () => void (await commit()),
      })
      if (outcome.kind === 'stopped') break
      next = offset + 1
      if (outcome.kind === 'dead') {
        const { reason, attempts } = outcome
        const buried = await commit(() => deadLetters.add({ group, topic: originOf(stream), body, reason, attempts }))
        if (!buried) return
      } else if (performance.now() - committedAt > commitWithin) await commit()
    }
    await commit()
  }
}
