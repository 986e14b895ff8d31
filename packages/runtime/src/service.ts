import type { BatchHandler, EventBus, Subscription } from '@techbridge/bus'
import { type Group, Unavailable } from '@techbridge/contracts'
import type { Command, DomainEvent } from '@techbridge/domain'
import type { Collection, Store } from '@techbridge/store'
import type { Logger } from 'pino'
import { type Aggregate, type Aggregates, type AggregateType, aggregates } from './aggregate.ts'
import { type Clock, instant } from './clock.ts'
import { checkComposition, type Served } from './composition.ts'
import { type Consumer, consume, type Reaction } from './consumer.ts'
import { watchOutbox } from './metrics.ts'
import { createRelay } from './relay.ts'
import type { Seal } from './seal.ts'

/** What every service is composed from. It never knows which adapters these are. */
export interface ServiceDependencies {
  bus: EventBus
  store: Store
  clock: Clock
  seal: Seal
  log: Logger
}

/** Streams of events that may be open at a time. */
export interface StreamLimits {
  inAll: number
  perOrganisation: number
  perCaller: number
}

export interface Service<R extends Served = Served> {
  name: string
  routes: R[]
  /** Joins the consumer groups and begins to sweep. */
  start(): Promise<void>
  /** Finishes what is at hand, publishes what waits, leaves the groups. */
  stop(): Promise<void>
  /** Records with events that are not in the log yet, counted up to 1000 of each kind. */
  unpublished(): Promise<number>
  /** One round of both sweeps: outboxes that a crash left, and deadlines that are due. */
  sweep(): Promise<void>
}

const sweepPauseMs = 1000
const outboxGraceMs = 2000
const dueBatch = 100
const mostUnpublished = 1000

/** The moving parts that services share: relay, sweeper, consumers. */
export const createRuntime = (name: string, dependencies: ServiceDependencies) => {
  const { bus, clock, log } = dependencies
  const kinds: { collection: Collection<Aggregate<any>>; due(document: Aggregate<any>): Promise<unknown> }[] = []
  const consumers: Consumer[] = []
  const tasks: (() => Promise<void>)[] = []
  const collections = new Map<string, Collection<Aggregate<any>>>()
  const relay = createRelay({
    service: name,
    bus,
    clock,
    log,
    collectionOf: (document) => collections.get(document._id.split('_')[0]!)!,
  })
  let subscriptions: Subscription[] = []
  let timer: NodeJS.Timeout | undefined
  let sweeping: Promise<void> = Promise.resolve()

  const settleDue = async () => {
    for (const { collection, due } of kinds) {
      const documents = await collection.find({
        where: { dueAt: { lte: instant(clock) } },
        order: { by: 'dueAt' },
        limit: dueBatch,
      })
      for (const document of documents) {
        try {
          await due(document)
        } catch (error) {
          if (error instanceof Unavailable) throw error
          log.warn({ err: error, document: document._id }, 'a deadline was not handled; it is tried again')
        }
      }
    }
  }

  const oldestPendingSeconds = async () => {
    const now = clock.now().getTime()
    const ages = kinds.map(async ({ collection }) => {
      const [oldest] = await collection.find({ order: { by: 'pendingSince' }, limit: 1 })
      return oldest?.pendingSince ? (now - Date.parse(oldest.pendingSince)) / 1000 : 0
    })
    return Math.max(0, ...(await Promise.all(ages)))
  }

  const sweepOlderThan = async (graceMs: number) => {
    for (const { collection } of kinds) await relay.sweep(collection, graceMs)
    await settleDue()
    for (const task of tasks) await task()
  }

  const trySweep = (graceMs: number) =>
    sweepOlderThan(graceMs).catch((error) => log.warn({ err: error }, 'sweep failed; it is tried again'))

  const keepSweeping = () => {
    timer = setTimeout(() => {
      sweeping = trySweep(outboxGraceMs).finally(() => timer && keepSweeping())
    }, sweepPauseMs)
  }

  return {
    /** Opens a kind of aggregate whose ids begin with `idPrefix`; `deadline` makes the command for a document that is due. */
    aggregates: async <S, C extends Command, E extends DomainEvent>(
      idPrefix: string,
      type: AggregateType<S, C, E>,
      deadline?: (at: string) => C,
    ): Promise<Aggregates<S, C>> => {
      const opened = await aggregates(dependencies.store, type, relay.written)
      collections.set(idPrefix, opened.collection)
      kinds.push({
        collection: opened.collection,
        due: async (document) => deadline && opened.handle(document._id, deadline(instant(clock))),
      })
      return opened
    },

    /** Does a bounded part of some work in every round of sweeps, about once a second. It must stand being repeated. */
    eachSweep: (task: () => Promise<void>) => {
      tasks.push(task)
    },

    consume: (group: Group, reactions: readonly Reaction[], together?: BatchHandler) => {
      consumers.push({ group, reactions, together })
    },

    /** Fails when the service is not what its row in the manifest says. */
    service: <R extends Served>(routes: R[]): Service<R> => {
      checkComposition(name, { aggregates: [...collections.keys()], consumers, routes })
      return {
        name,
        routes,
        start: async () => {
          watchOutbox(name, oldestPendingSeconds)
          subscriptions = await Promise.all(consumers.map((consumer) => consume(bus, consumer, log)))
          await trySweep(0)
          keepSweeping()
        },
        stop: async () => {
          clearTimeout(timer)
          timer = undefined
          await sweeping
          await Promise.all(subscriptions.map((subscription) => subscription.close()))
          await relay.idle()
        },
        unpublished: async () => {
          const counts = kinds.map(({ collection }) => collection.count({ pendingSince: { gt: '' } }, mostUnpublished))
          return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
        },
        sweep: async () => {
          await relay.idle()
          await sweepOlderThan(0)
          await relay.idle()
        },
      }
    },
  }
}
