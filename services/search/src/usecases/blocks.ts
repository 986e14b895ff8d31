import type { Position, Recorded } from '@techbridge/bus'
import { type Caller, readers } from '@techbridge/contracts'
import { plainKept } from '@techbridge/plain-text'
import type { Seal } from '@techbridge/runtime'
import { streamView } from '../domain/stream-view.ts'
import type { Message } from './backlog.ts'

export const allTopics = readers.stream

/** What streams send, as server-sent events. */
export const createBlocks = (seal: Seal) => {
  const hide = (id: string) => seal.id('event', id)
  const idLine = (position: Position | undefined) => (position === undefined ? '' : `id: ${seal.encrypt(position)}\n`)
  /** A comment, with the place to go on from. */
  const comment = (text: string) => (position: Position | undefined) => Buffer.from(`: ${text}\n${idLine(position)}\n`)

  return {
    connected: comment('connected'),
    quiet: comment('quiet'),

    /**
     * The event as far as the caller may see it, without the markup that events of earlier versions have; `undefined` when it is not the
     * caller's business.
     */
    of: ({ event, position }: Recorded, caller: Caller): Message | undefined => {
      const seen = streamView(event, caller, hide)
      if (!seen) return undefined
      const data = JSON.stringify({ ...seen, data: plainKept(seen.data) })
      const block = Buffer.from(`${idLine(position)}event: ${seen.type}\ndata: ${data}\n\n`)
      return { block, position }
    },
  }
}

export type Blocks = ReturnType<typeof createBlocks>
