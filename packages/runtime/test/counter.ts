import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { EventBus } from '@techbridge/bus'
import { type CloudEvent, type EventContract, type EventType, event, message } from '@techbridge/contracts'
import { type Command, DomainError, type DomainEvent } from '@techbridge/domain'
import { openSqliteStore, type Store } from '@techbridge/store'
import { pino } from 'pino'
import { z } from 'zod'
import type { AggregateType } from '../src/aggregate.ts'
import type { Clock } from '../src/clock.ts'
import { createSeal } from '../src/seal.ts'
import { createRuntime } from '../src/service.ts'

/** A contract that every event fulfils; the tests name their types in one word. */
export const anyEvent = (type: string): EventContract =>
  event({
    type: type as EventType,
    topic: 'techbridge.offers',
    sidesOf: () => ({}),
    sidesRead: 'public',
    history: 'officers',
    audience: 'officers',
    summary: 'Anything',
    data: z.unknown(),
  })

/** The aggregate of the tests: a counter that must not go below zero and asks for attention at its alarm. */
export interface Counter {
  total: number
  alarm?: string
}
export type CounterCommand = Command &
  ({ type: 'add'; amount: number; times?: number } | { type: 'alarm'; until?: string })

export const counterType: AggregateType<Counter, CounterCommand, DomainEvent> = {
  name: 'counters',
  service: 'test',
  decider: {
    decide: (state, command) => {
      if (command.type === 'alarm') return [{ type: 'alarmed', data: { until: command.until } }]
      const { amount, times = 1 } = command
      if ((state?.total ?? 0) + amount * times < 0)
        throw new DomainError('conflict', message('exists', { what: 'count' }))
      return amount === 0 ? [] : Array.from({ length: times }, () => ({ type: 'added', data: amount }))
    },
    evolve: (state = { total: 0 }, { type, data }) =>
      type === 'alarmed' ? { ...state, alarm: data.until } : { ...state, total: state.total + data },
  },
  indexes: ['total'],
  indexed: ({ total }) => ({ total }),
  dueAt: ({ alarm }) => alarm,
  contractOf: anyEvent,
}

export const at = '2026-11-24T08:00:00.000Z'
export const by = { subject: 'someone', role: 'provider', organisation: 'somewhere' } as const
export const add = (amount: number, times = 1): CounterCommand => ({ type: 'add', amount, times, at, by })

/** A bus that keeps what it is given, refuses some, and can be out of order: before it has kept something, or after. */
export const flakyBus = () => {
  const log: CloudEvent[] = []
  const failures: ('before' | 'after')[] = []
  const refused = new Set<string>()
  const publish = async (events: readonly CloudEvent[]) => {
    if (events.some(({ subject }) => refused.has(subject))) throw new Error('an event breaks its contract')
    const failure = failures.shift()
    if (failure === 'before') throw new Error('the bus is away')
    log.push(...structuredClone(events))
    if (failure === 'after') throw new Error('the answer was lost')
  }
  return { log, failures, refused, bus: { publish } as unknown as EventBus }
}

export const openStore = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kit-'))
  const store = openSqliteStore(join(folder, 'store.db'))
  after(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })
  return store
}

export interface MovableClock extends Clock {
  time: string
}

export const movableClock = (): MovableClock => {
  const clock = { time: at, now: () => new Date(clock.time) }
  return clock
}

/** Counters in a runtime as services have it, over a flaky bus; `clock.time` may be moved. Instances share what they are given. */
export const runCounters = async ({
  store,
  flaky = flakyBus(),
  clock: given,
  instance,
  type = counterType,
}: {
  store?: Store
  flaky?: ReturnType<typeof flakyBus>
  clock?: Clock
  instance?: string
  type?: typeof counterType
} = {}) => {
  const movable = movableClock()
  const clock = given ?? movable
  const log = pino({ level: 'silent' })
  const seal = createSeal('a secret that is long enough for tests')
  const shared = store ?? (await openStore())
  const runtime = createRuntime('test', { bus: flaky.bus, store: shared, clock, seal, log, instance })
  const due: string[] = []
  const counters = await runtime.aggregates<Counter, CounterCommand, DomainEvent>('counter', type, (now) => {
    due.push(now)
    return { type: 'alarm', at: now, by }
  })
  return { ...flaky, store: shared, clock: movable, counters, due, service: runtime.service([]) }
}
