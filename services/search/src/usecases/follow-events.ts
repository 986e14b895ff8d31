import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { EventBus } from '@techbridge/bus'
import { type Caller, type Topic, topics } from '@techbridge/contracts'
import type { StreamHandler } from '@techbridge/kit'
import { streamView } from '../domain/stream-view.ts'

const allTopics = Object.keys(topics) as Topic[]
const heartbeatMs = 15_000

/**
 * Sends what happens as server-sent events, from the place after `lastEventId`, from the log's start or from now. A slow
 * reader slows only its own stream: the log is read no faster than the connection takes it.
 */
export const followEvents = async (
  bus: EventBus,
  caller: Caller,
  { lastEventId, from, closing }: { lastEventId?: string; from: 'start' | 'now'; closing: AbortSignal },
): Promise<StreamHandler> => {
  const start = lastEventId ?? (from === 'now' ? await bus.end(allTopics) : undefined)
  const left = new AbortController()
  const signal = AbortSignal.any([closing, left.signal])
  const log = bus.read({ topics: allTopics, from: start, live: true, signal })[Symbol.asyncIterator]()
  let pending = nextOf(log)
  // A malformed Last-Event-ID must still become a 400, which it cannot once the stream has begun.
  await Promise.race([pending, new Promise((resolve) => setImmediate(resolve))])

  async function* messages() {
    yield `: connected\n${start === undefined ? '' : `id: ${start}\n`}\n`
    for (;;) {
      const next = await orQuiet(pending, heartbeatMs)
      if (next === undefined) {
        yield ': quiet\n\n'
        continue
      }
      if (next.done) return
      pending = nextOf(log)
      const event = streamView(next.value.event, caller)
      yield event
        ? `id: ${next.value.position}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
        : `id: ${next.value.position}\n\n`
    }
  }

  return async (response) => {
    response.on('close', () => left.abort())
    response
      .status(200)
      .set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
    response.flushHeaders()
    await pipeline(Readable.from(messages()), response).catch(() => left.abort())
  }
}

const nextOf = <T>(iterator: AsyncIterator<T>) => {
  const next = iterator.next()
  next.catch(() => undefined)
  return next
}

/** What comes, or `undefined` when nothing does for so many milliseconds. No timer outlives the waiting. */
const orQuiet = async <T>(next: Promise<T>, ms: number): Promise<T | undefined> => {
  const { promise: quiet, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, ms, undefined)
  try {
    return await Promise.race([next, quiet])
  } finally {
    clearTimeout(timer)
  }
}
