import type { EventBus } from '@techbridge/bus'
import { Unavailable } from '@techbridge/contracts'
import { type Collection, StaleVersion } from '@techbridge/store'
import type { Logger } from 'pino'
import { type Aggregate, toCloudEvent } from './aggregate.ts'
import type { Clock } from './clock.ts'
import { publishInSpan } from './publish.ts'

const swept = 200
/** Documents published together: each is checked, written and cleared without a break. */
const together = 20

export interface Relay {
  /** Publishes the document's pending events soon. */
  written(document: Aggregate<any>): void
  /** Publishes what a crash or an outage left in outboxes for longer than `olderThanMs`. */
  sweep(collection: Collection<Aggregate<any>>, olderThanMs: number): Promise<void>
  /** Resolves when nothing is being published. */
  idle(): Promise<void>
}

/**
 * Moves events from the outboxes of documents to the event log: publish, then clear. A crash in between publishes again, so
 * delivery is at least once. Events of a document go in order, because a document's whole outbox goes at once
 * and one loop does it all; another instance can only repeat events, never overtake them.
 */
export const createRelay = (options: {
  service: string
  bus: EventBus
  clock: Clock
  log: Logger
  collectionOf: (document: Aggregate<any>) => Collection<Aggregate<any>>
}): Relay => {
  const { service, bus, clock, log, collectionOf } = options
  const waiting = new Map<string, Aggregate<any>>()
  const underWay = new Set<string>()
  let running: Promise<void> = Promise.resolve()
  let active = false

  const publish = async (documents: Aggregate<any>[]) => {
    await publishInSpan(
      bus,
      documents.flatMap((document) =>
        document.outbox.map((seq) => toCloudEvent(service, document._id, document.history[seq - 1]!)),
      ),
    )
    await Promise.all(documents.map(clear))
  }

  const clear = async (document: Aggregate<any>) => {
    const { pendingSince: _, ...rest } = document
    try {
      await collectionOf(document).replace({ ...rest, outbox: [] }, document.version)
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error
    }
  }

  /** A document that the bus refuses must not hold up those that are published with it. */
  const publishOrLeave = async (documents: Aggregate<any>[]): Promise<void> => {
    try {
      await publish(documents)
    } catch (error) {
      if (documents.length > 1 && !(error instanceof Unavailable)) {
        for (const document of documents) await publishOrLeave([document])
        return
      }
      const ids = documents.map(({ _id }) => _id)
      log.warn({ err: error, documents: ids }, 'events stay in their outboxes until the next sweep')
    }
  }

  const drain = async () => {
    while (waiting.size > 0) {
      const batch = [...waiting.values()].slice(0, together)
      for (const { _id } of batch) {
        waiting.delete(_id)
        underWay.add(_id)
      }
      await publishOrLeave(batch)
      underWay.clear()
    }
  }

  const written = (document: Aggregate<any>) => {
    const queued = waiting.get(document._id)
    if (!queued || queued.version <= document.version) waiting.set(document._id, document)
    if (active) return
    active = true
    running = drain().finally(() => {
      active = false
    })
  }

  return {
    written,
    sweep: async (collection, olderThanMs) => {
      const before = new Date(clock.now().getTime() - olderThanMs).toISOString()
      // Asked before the search: what it finds of these may have been published by the time it answers.
      const busy = new Set([...waiting.keys(), ...underWay])
      const left = await collection.find({
        where: { pendingSince: { lte: before } },
        order: { by: 'pendingSince' },
        limit: swept,
      })
      for (const document of left) if (!busy.has(document._id)) written(document)
    },
    idle: async () => {
      while (active) await running
    },
  }
}
