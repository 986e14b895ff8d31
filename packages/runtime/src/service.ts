import { randomUUID } from 'node:crypto'
import type { EventBus, Subscription } from '@techbridge/bus'
import type { Group } from '@techbridge/contracts'
import type { Command, DomainEvent } from '@techbridge/domain'
import { Unavailable } from '@techbridge/port'
import type { Store } from '@techbridge/store'
import type { Logger } from 'pino'
import { type Aggregates, type AggregateType, aggregates } from './aggregate.ts'
import { type Clock, instant } from './clock.ts'
import { checkComposition, type Served } from './composition.ts'
import { type Consumer, consume, type Reaction } from './consumer.ts'
import { type Instances, openInstances } from './instances.ts'
import { watchOutbox } from './metrics.ts'
import type { Records } from './records.ts'
import { createRelay } from './relay.ts'
import type { Seal } from './seal.ts'
import type { Offload } from './task.ts'

/** What every service is composed from. A service does not know which adapters it gets. */
export interface ServiceDependencies {
  bus: EventBus
  store: Store
  clock: Clock
  seal: Seal
  log: Logger
  /** Where there are threads for work that takes long. */
  offload?: Offload | undefined
  /** The name of this instance among those that share the store; generated when absent. */
  instance?: string | undefined
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
  /** Joins the consumer groups and starts the sweeps. */
  start(): Promise<void>
  /** Finishes running work, publishes what is pending, leaves the groups. */
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
  const { bus, clock, log, instance = randomUUID() } = dependencies
  const kinds: { prefix: string; records: Records; due(id: string): Promise<unknown> }[] = []
  const consumers: Consumer[] = []
  const tasks: (() => Promise<void>)[] = []
  let opened: Promise<Instances> | undefined
  /** Opened at first use: not every service keeps documents. */
  const instances = async () => {
    opened ??= openInstances(dependencies.store, instance, clock)
    try {
      return await opened
    } catch (error) {
      opened = undefined
      throw error
    }
  }
  const relay = createRelay({ service: name, instance, instances, bus, clock, log })
  let subscriptions: Subscription[] = []
  let timer: NodeJS.Timeout | undefined
  let heartbeat: NodeJS.Timeout | undefined
  let sweeping: Promise<void> = Promise.resolve()

  const settleDue = async () => {
    for (const { records, due } of kinds) {
      const found = await records.find({
        where: { dueAt: { lte: instant(clock) } },
        order: { by: 'dueAt' },
        limit: dueBatch,
      })
      for (const { _id: id } of found) {
        try {
          await due(id)
        } catch (error) {
          if (error instanceof Unavailable) throw error
          log.warn({ err: error, document: id }, 'a deadline was not handled; it is tried again')
        }
      }
    }
  }

  const oldestPendingSeconds = async () => {
    const now = clock.now().getTime()
    const ages = kinds.map(async ({ records }) => {
      const [oldest] = await records.find({ order: { by: 'pendingSince' }, limit: 1 })
      return oldest?.pendingSince ? (now - Date.parse(oldest.pendingSince)) / 1000 : 0
    })
    return Math.max(0, ...(await Promise.all(ages)))
  }

  const sweepOlderThan = async (graceMs: number) => {
    for (const { records } of kinds) await relay.sweep(records, graceMs)
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
    aggregates: async <S, C extends Command, E extends DomainEvent, M = unknown>(
      idPrefix: string,
      type: AggregateType<S, C, E, M>,
      deadline?: (at: string) => C,
    ): Promise<Aggregates<S, C, M>> => {
      const kind = await aggregates(dependencies.store, type, { instance, written: relay.written })
      kinds.push({
        prefix: idPrefix,
        records: kind.records,
        due: async (id) => deadline && kind.handle(id, deadline(instant(clock))),
      })
      return kind
    },

    /** Does a bounded part of some work in every round of sweeps, about once a second. It must be repeatable. */
    eachSweep: (task: () => Promise<void>) => {
      tasks.push(task)
    },

    consume: (group: Group, reactions: readonly Reaction[], together?: Consumer['together']) => {
      consumers.push({ group, reactions, together })
    },

    /** Fails when the service differs from its row in the manifest. */
    service: <R extends Served>(routes: R[]): Service<R> => {
      checkComposition(name, { aggregates: kinds.map(({ prefix }) => prefix), consumers, routes })
      return {
        name,
        routes,
        start: async () => {
          watchOutbox(name, oldestPendingSeconds)
          subscriptions = await Promise.all(consumers.map((consumer) => consume(bus, consumer, log)))
          const beat = () => relay.beat().catch((error) => log.warn({ err: error }, 'a heartbeat failed'))
          heartbeat = setInterval(beat, sweepPauseMs)
          await trySweep(0)
          keepSweeping()
        },
        stop: async () => {
          clearTimeout(timer)
          clearInterval(heartbeat)
          timer = undefined
          await sweeping
          await Promise.all(subscriptions.map((subscription) => subscription.close()))
          await relay.idle()
        },
        unpublished: async () => {
          const counts = kinds.map(({ records }) => records.count({ pendingSince: { gt: '' } }, mostUnpublished))
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
