import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BadPosition, type EventBus, type Position } from '@techbridge/bus'
import { type Caller, type Topic, topics } from '@techbridge/contracts'
import type { Seal, StreamHandler } from '@techbridge/kit'
import { streamView } from '../domain/stream-view.ts'

const allTopics = Object.keys(topics) as Topic[]
const heartbeatMs = 15_000

interface Following {
  bus: EventBus
  seal: Seal
  caller: Caller
  lastEventId?: string
  from: 'start' | 'now'
  /** Ends the stream. */
  closing: AbortSignal
}

/**
 * Sends what happens as server-sent events, from the place after `lastEventId`, from the log's start or from now. A slow
 * reader slows only its own stream: the log is read no faster than the connection takes it. What the caller may not see leaves no
 * sign: no message, and ids, those of messages and of others' events, are sealed, so that they do not count it.
 */
export const followEvents = async ({
  bus,
  seal,
  caller,
  lastEventId,
  from,
  closing,
}: Following): Promise<StreamHandler> => {
  const start = lastEventId === undefined ? await startOf(bus, from) : openId(seal, lastEventId)
  const left = new AbortController()
  const signal = AbortSignal.any([closing, left.signal])
  const log = bus.read({ topics: allTopics, from: start, live: true, signal })[Symbol.asyncIterator]()
  const hide = (id: string) => seal.id('event', id)
  const idLine = (position: Position | undefined) => (position === undefined ? '' : `id: ${seal.close(position)}\n`)

  async function* messages() {
    let seen = start
    let pending = nextOf(log)
    let quietUntil = Date.now() + heartbeatMs
    yield `: connected\n${idLine(start)}\n`
    for (;;) {
      const next = await orQuiet(pending, Math.max(0, quietUntil - Date.now()))
      if (next?.done) return
      const event = next && streamView(next.value.event, caller, hide)
      if (next) {
        seen = next.value.position
        pending = nextOf(log)
      }
      if (!event && Date.now() < quietUntil) continue
      quietUntil = Date.now() + heartbeatMs
      yield event
        ? `${idLine(seen)}event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
        : `: quiet\n${idLine(seen)}\n`
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

const startOf = async (bus: EventBus, from: 'start' | 'now') => (from === 'now' ? await bus.end(allTopics) : undefined)

const openId = (seal: Seal, id: string): Position => {
  const position = seal.open(id)
  if (position === undefined) throw new BadPosition('Last-Event-ID is no id of this stream')
  return position
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
