import type { CloudEvent } from '@techbridge/contracts'
import { pace } from '@techbridge/sqlite'
import type { ReadOptions, Recorded } from '../bus.ts'
import { parseStored } from '../stored-event.ts'
import type { ChangeSignal } from './change-signal.ts'
import type { Log } from './log.ts'
import { decodePosition, encodePosition } from './position.ts'

/** The most positions of other topics that are skipped at once, so that a long log does not block the process. */
const window = 500

/** `end` is the log's end at the call of `read`; the signal ends the reading in any case. */
export async function* readLog(
  log: Log,
  changes: ChangeSignal,
  { topics, from, to, live }: ReadOptions,
  { end: endAtCall, signal }: { end: number; signal: AbortSignal },
): AsyncGenerator<Recorded> {
  const endsAt = to === undefined ? endAtCall : decodePosition(to, log.end())
  let at = from === undefined ? 0 : decodePosition(from, log.end())
  while (!signal.aborted) {
    const end = live ? log.end() : endsAt
    if (at >= end) {
      if (!live) return
      await changes.next(topics, signal)
      continue
    }
    await pace()
    if (signal.aborted) return
    const upTo = Math.min(at + window, end)
    const entry = log.entryAfter(at, upTo, topics)
    at = entry?.position ?? upTo
    const event = entry && eventOrNothing(entry.body)
    if (event) yield { event, position: encodePosition(at) }
  }
}

/** A damaged row would end every reader here; each group has it among its dead letters. */
function eventOrNothing(body: string): CloudEvent | undefined {
  try {
    return parseStored(body)
  } catch {
    return undefined
  }
}
