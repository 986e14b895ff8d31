import { setTimeout as pause } from 'node:timers/promises'
import { type EventBus, type Position, pace } from '@techbridge/bus'
import { type Caller, viewKey } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import { Backlog } from './backlog.ts'
import { allTopics, type Blocks } from './blocks.ts'

const retryMs = 500

interface View {
  caller: Caller
  backlogs: Set<Backlog>
}

export interface Following {
  /** Everything behind this place goes into the backlog. */
  position: Position
  backlog: Backlog
  leave(): void
}

/**
 * The end of the log, read once for all streams: what happens is looked at once for each view, and handed to the streams that share
 * it. What a view does not show costs its streams nothing.
 */
export const createLiveFeed = (bus: EventBus, blocks: Blocks, closing: AbortSignal, mostBytes: number) => {
  const views = new Map<string, View>()
  let position: Position | undefined
  let starting: Promise<void> | undefined
  let handingOut: Promise<void> | undefined

  const handOut = async (recorded: Parameters<Blocks['of']>[0]) => {
    for (const { caller, backlogs } of views.values()) {
      await pace()
      const message = blocks.of(recorded, caller)
      if (message) for (const backlog of backlogs) backlog.push(message)
    }
    position = recorded.position
  }

  const read = async () => {
    try {
      for await (const recorded of bus.read({ topics: allTopics, from: position, live: true, signal: closing })) {
        handingOut = handOut(recorded)
        await handingOut
        handingOut = undefined
      }
    } finally {
      // Streams end, and begin anew where they were.
      for (const { backlogs } of views.values()) for (const backlog of backlogs) backlog.end()
      starting = undefined
      handingOut = undefined
    }
  }

  /** Waits for a log that is away. */
  const start = async () => {
    for (;;) {
      try {
        position = await bus.end(allTopics)
        break
      } catch (error) {
        if (!(error instanceof Unavailable) || closing.aborted) {
          starting = undefined
          throw error
        }
      }
      await pause(retryMs, undefined, { signal: closing }).catch(() => undefined)
    }
    read().catch(() => undefined)
  }

  return {
    /** Up to where it has read. */
    position: () => position as Position,

    /** Joins between two events, so that none is missed or comes twice. */
    follow: async (caller: Caller): Promise<Following> => {
      starting ??= start()
      await starting
      while (handingOut) await handingOut
      const key = viewKey(caller)
      const view = views.get(key) ?? { caller, backlogs: new Set() }
      const backlog = new Backlog(mostBytes)
      views.set(key, view)
      view.backlogs.add(backlog)
      if (closing.aborted) backlog.end()
      return {
        position: position as Position,
        backlog,
        leave: () => {
          view.backlogs.delete(backlog)
          if (view.backlogs.size === 0 && views.get(key) === view) views.delete(key)
        },
      }
    },
  }
}
