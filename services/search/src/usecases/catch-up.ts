import { type EventBus, type Position, turns } from '@techbridge/bus'
import type { Caller } from '@techbridge/contracts'
import type { Message } from './backlog.ts'
import { allTopics, type Blocks } from './blocks.ts'

/** Streams that read by themselves at a time, however many are behind. */
const readersAtOnce = 4
const windowMs = 250

interface Piece {
  caller: Caller
  from: Position | undefined
  to: Position
  signal: AbortSignal
}

export interface Window {
  messages: Message[]
  /** Up to where it was read. */
  position: Position
}

/**
 * Reads what streams have missed that begin at an earlier place, a window at a time: bounded in bytes and time, not held up by who
 * takes it slowly, and in turn, so that each of many gets on.
 */
export const createCatchUp = (bus: EventBus, blocks: Blocks, mostBytes: number) => {
  const waiting: (() => void)[] = []
  let reading = 0

  const read = async ({ caller, from, to, signal }: Piece): Promise<Window> => {
    const mayGoOn = turns()
    const ends = performance.now() + windowMs
    const messages: Message[] = []
    let bytes = 0
    for await (const recorded of bus.read({ topics: allTopics, from, to, live: false, signal })) {
      const message = blocks.of(recorded, caller)
      if (message) {
        messages.push(message)
        bytes += message.block.length
      }
      if (bytes > mostBytes || performance.now() > ends) return { messages, position: recorded.position }
      await mayGoOn()
    }
    return { messages, position: to }
  }

  return async (piece: Piece): Promise<Window> => {
    if (reading === readersAtOnce) await new Promise<void>((resolve) => void waiting.push(resolve))
    else reading += 1
    try {
      return await read(piece)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else reading -= 1
    }
  }
}
