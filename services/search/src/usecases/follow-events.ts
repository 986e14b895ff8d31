import { setTimeout as pause } from 'node:timers/promises'
import { BadPosition, type EventBus, type Position } from '@techbridge/bus'
import type { Caller } from '@techbridge/contracts'
import type { StreamHandler } from '@techbridge/http'
import type { Seal, StreamLimits } from '@techbridge/runtime'
import { allTopics, createBlocks } from './blocks.ts'
import { createCatchUp } from './catch-up.ts'
import { createLiveFeed } from './live-feed.ts'
import { sendAll } from './send-all.ts'
import { createStreamSlots } from './stream-slots.ts'

const heartbeatMs = 15_000

interface Streaming {
  bus: EventBus
  seal: Seal
  limits: StreamLimits
  /** Aborts when the service stops, which ends open streams. */
  closing: AbortSignal
  /** Bytes of messages that wait in the process for one stream, beside one message. */
  mostBytes?: number
  /** Milliseconds after which a stream ends whose reader takes nothing. */
  stalledMs?: number
}

interface Following {
  caller: Caller
  lastEventId?: string
  from: 'start' | 'now'
  /** Ends the stream. */
  ending?: AbortSignal
}

/**
 * Sends what happens as server-sent events, from the place after `lastEventId`, from the log's start or from now. A stream reads by
 * itself what happened before it came, then follows the feed that all share; when it falls behind that, it reads by itself again. A slow
 * reader slows only its own stream. What the caller may not see leaves no sign: no message, and ids, those of messages and of
 * others' events, are sealed, so that they do not count it.
 */
export const createStreams = (options: Streaming) => {
  const { bus, seal, limits, closing, mostBytes = 262_144, stalledMs = 30_000 } = options
  const blocks = createBlocks(seal)
  const feed = createLiveFeed(bus, blocks, closing, mostBytes)
  const catchUp = createCatchUp(bus, blocks, mostBytes)
  const takeSlot = createStreamSlots(limits)

  /** The blocks of one stream, whose place is `start`, until the signal. */
  async function* blocksOf(caller: Caller, start: Position | undefined, signal: AbortSignal): AsyncGenerator<Buffer> {
    let seen = start
    let quietUntil = Date.now() + heartbeatMs
    const send = (block: Buffer) => {
      quietUntil = Date.now() + heartbeatMs
      return block
    }
    yield send(blocks.connected(seen))
    while (!signal.aborted) {
      const { position, backlog, leave } = await feed.follow(caller)
      try {
        // A place that another instance gave may be ahead of what was read here.
        if (seen !== undefined && !bus.covers(position, seen)) {
          await pause(20, undefined, { signal }).catch(() => undefined)
          continue
        }
        while (!signal.aborted && (seen === undefined || !bus.covers(seen, position))) {
          const window = await catchUp({ caller, from: seen, to: position, signal })
          for (const message of window.messages) {
            seen = message.position
            yield send(message.block)
          }
          if (signal.aborted) return
          seen = window.position
          if (Date.now() >= quietUntil) yield send(blocks.quiet(seen))
        }
        while (!signal.aborted && backlog.state === 'open') {
          const message = backlog.shift()
          if (message) {
            seen = message.position
            yield send(message.block)
          } else if (Date.now() < quietUntil) {
            await backlog.news(quietUntil - Date.now(), signal)
          } else {
            // What is hidden is passed over on the next connection too.
            const reached = feed.position()
            if (bus.covers(reached, seen as Position)) seen = reached
            yield send(blocks.quiet(seen))
          }
        }
        if (backlog.state === 'ended') return
      } finally {
        leave()
      }
    }
  }

  const follow = async ({ caller, lastEventId, from, ending }: Following): Promise<StreamHandler> => {
    const end = lastEventId !== undefined || from === 'now' ? await bus.end(allTopics) : undefined
    const start = lastEventId === undefined ? end : openId(seal, lastEventId)
    if (lastEventId !== undefined && !bus.covers(end as Position, start as Position)) throw notOfThisLog()
    return async (response) => {
      const free = takeSlot(caller)
      const left = new AbortController()
      response.on('close', () => {
        left.abort()
        free()
      })
      try {
        response
          .status(200)
          .set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
        response.flushHeaders()
        const signal = AbortSignal.any([closing, left.signal, ...(ending ? [ending] : [])])
        await sendAll(response, blocksOf(caller, start, signal), stalledMs).catch(() => response.destroy())
      } finally {
        left.abort()
        free()
      }
    }
  }

  return { follow, blocksOf }
}

export type Streams = ReturnType<typeof createStreams>

const openId = (seal: Seal, id: string): Position => {
  const position = seal.decrypt(id)
  if (position === undefined) throw notOfThisLog()
  return position
}

const notOfThisLog = () => new BadPosition('Last-Event-ID is not an id of this stream')
