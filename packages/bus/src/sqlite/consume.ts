import type { Group } from '@techbridge/contracts'
import type { Database } from '@techbridge/sqlite'
import { pace } from '@techbridge/sqlite'
import { countTogether, deliver, deliverTogether, persist } from '../delivery.ts'
import { parseStored } from '../stored-event.ts'
import type { ChangeSignal } from './change-signal.ts'
import type { SqliteDeadLetters } from './dead-letters.ts'
import type { Consume, Member } from './group.ts'
import type { Log, StreamEntry } from './log.ts'
import type { Offsets } from './offsets.ts'
import { originOf, type Stream, streamKey } from './streams.ts'

/** Milliseconds after which handled events are committed although their batch continues. */
const commitWithin = 500

export interface Tables {
  db: Database
  log: Log
  offsets: Offsets
  deadLetters: SqliteDeadLetters
  changes: ChangeSignal
  /** Events committed together. */
  batchSize: number
}

/** Delivers streams to members of the group; restarts at the committed position when the file cannot be read. */
export const consumer =
  (tables: Tables, group: Group): Consume =>
  async (stream, member, signal) => {
    await persist(() => consume(tables, group, stream, member, signal), signal)
  }

async function consume(tables: Tables, group: Group, stream: Stream, member: Member, signal: AbortSignal) {
  const { db, log, offsets, deadLetters, changes, batchSize } = tables
  let next = offsets.next(group, stream)
  let committed = next
  let committedAt = performance.now()

  /**
   * Commits what was handled and writes `also` with it, both or neither. `false` when the signal came first. An event whose commit a power cut
   * takes back is delivered again, so that does not wait for the disk by itself.
   */
  const commit = async (also?: () => void): Promise<boolean> => {
    committedAt = performance.now()
    if (next === committed) return true
    const write = () => {
      also?.()
      offsets.commit(group, stream, next)
    }
    const done = await persist(() => (also ? db.write(write) : db.note(write)), signal)
    if (done) committed = next
    return done
  }

  /** Delivers one event; `false` when the signal came first. */
  const deliverOne = async ({ offset, body }: StreamEntry): Promise<boolean> => {
    const outcome = await deliver(async () => member.handler(parseStored(body)), {
      retry: member.retry,
      signal,
      beforePause: async () => void (await commit()),
    })
    if (outcome.kind === 'stopped') return false
    next = offset + 1
    if (outcome.kind === 'handled') return true
    const { reason, attempts } = outcome
    return await commit(() => deadLetters.add({ group, topic: originOf(stream), body, reason, attempts }))
  }

  const isDue = () => next - committed >= batchSize || performance.now() - committedAt > commitWithin

  while (!signal.aborted) {
    await pace()
    const entries = atHand(log, stream, next, member.handleBatch !== undefined)
    if (entries.length === 0) {
      if (next === committed) await changes.next([streamKey(stream)], signal)
      else if (!(await commit())) return
      continue
    }
    const bodies = entries.map(({ body }) => body)
    if (await deliverTogether(member.handleBatch, bodies, signal)) next = entries.at(-1)!.offset + 1
    else for (const entry of entries) if (!(await deliverOne(entry))) break
    if (isDue() || signal.aborted) await commit()
  }
}

/** The next event, or as many as may be handed over together. */
function atHand(log: Log, stream: Stream, from: number, together: boolean): StreamEntry[] {
  const entries: StreamEntry[] = []
  function* read() {
    for (let next = from; ; next = entries.at(-1)!.offset + 1) {
      const entry = log.entryAt(stream, next)
      if (!entry) return
      entries.push(entry)
      yield entry
      if (!together) return
    }
  }
  const count = countTogether(read(), ({ body }) => body.length)
  return entries.slice(0, count)
}
