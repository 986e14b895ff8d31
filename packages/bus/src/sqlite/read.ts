import type { CloudEvent } from '@techbridge/contracts'
import type { ReadOptions, Recorded } from '../bus.ts'
import { parseStored } from '../stored-event.ts'
import type { Log } from './log.ts'
import type { News } from './news.ts'
import { decodePosition, encodePosition } from './position.ts'

/** Positions looked at in one turn, so that a long log does not hold up the process. */
const window = 500

/** `end` is the log's end at the call of `read`; the signal ends the reading in any case. */
export async function* readLog(
  log: Log,
  news: News,
  { topics, from, live }: ReadOptions,
  { end: endAtCall, signal }: { end: number; signal: AbortSignal },
): AsyncGenerator<Recorded> {
  let at = from === undefined ? 0 : decodePosition(from, endAtCall)
  while (!signal.aborted) {
    const end = live ? log.end() : endAtCall
    if (at >= end) {
      if (!live) return
      await news.next(topics, signal)
      continue
    }
    const last = Math.min(at + window, end)
    for (const { position, body } of log.between(at, last, topics)) {
      const event = eventOrNothing(body)
      if (event) yield { event, position: encodePosition(position) }
      if (signal.aborted) return
    }
    at = last
  }
}

/** A damaged row is no event and would end every reading here; each group has it among its dead letters. */
function eventOrNothing(body: string): CloudEvent | undefined {
  try {
    return parseStored(body)
  } catch {
    return undefined
  }
}
