import type { SeenEvent } from '@techbridge/contracts'

export interface Message {
  id: string
  /** Absent in messages that only move the place. */
  event?: SeenEvent
}

/** The messages of a response of `text/event-stream`, as they come. Leaving the loop closes the connection. */
export async function* messagesOf(response: Response): AsyncGenerator<Message> {
  let buffer = ''
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (buffer + chunk).split('\n\n')
    buffer = blocks.pop()!
    for (const block of blocks) {
      const message = parse(block)
      if (message) yield message
    }
  }
}

const parse = (block: string): Message | undefined => {
  const fields = Object.fromEntries(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map((line) => /^(\w+): ?(.*)$/.exec(line)!.slice(1)),
  ) as Partial<Record<'id' | 'event' | 'data', string>>
  if (fields.id === undefined) return undefined
  return { id: fields.id, ...(fields.data !== undefined && { event: JSON.parse(fields.data) as SeenEvent }) }
}

/** The first `count` events that come; the connection is closed then. */
export const take = async (response: Response, count: number): Promise<(Message & { event: SeenEvent })[]> => {
  const taken: (Message & { event: SeenEvent })[] = []
  if (count === 0) return taken
  for await (const { id, event } of messagesOf(response)) {
    if (event) taken.push({ id, event })
    if (taken.length === count) break
  }
  return taken
}
