import { setTimeout as pause } from 'node:timers/promises'
import type { EventBus } from '@techbridge/bus'
import { Unavailable } from '@techbridge/port'
import type { Logger } from 'pino'
import { toCloudEvent } from './aggregate.ts'
import type { Clock } from './clock.ts'
import type { Instances } from './instances.ts'
import { publishInSpan } from './publish.ts'
import type { Aggregate, PendingEntry, Records } from './records.ts'

const swept = 200
/** Records published together: each is checked, written and settled without yielding. */
const together = 20
/** Milliseconds between two publications, so that events under load share one; the first after a quiet time is sent at once. */
const publishPauseMs = 20
/** Milliseconds that published events stay in their documents, so that many are moved in one write to disk. */
const settlePauseMs = 50
/** Milliseconds after which a record that waits for another instance is checked again. */
const deferPauseMs = 25
/** Milliseconds for which the relay remembers what was published of a settled record. */
const rememberMs = 2000

interface Queued {
  records: Records
  record: Aggregate<unknown>
}

export interface Relay {
  /** Publishes the record's pending events soon. */
  written(records: Records, record: Aggregate<unknown>): void
  /** Publishes what a crash or an outage left pending for longer than `olderThanMs`. */
  sweep(records: Records, olderThanMs: number): Promise<void>
  /** Tells other instances that this one is alive, when it has something to publish. */
  beat(): Promise<void>
  /** Resolves when nothing is being published and everything published is settled. */
  idle(): Promise<void>
}

/**
 * Moves pending events to the event log and then to the histories: publish, then settle. A crash in between publishes again, so
 * delivery is at least once. The events of a record are published in order, each by the instance that wrote it. A relay waits for
 * earlier events of other instances, and takes them over when such an instance is gone.
 */
export const createRelay = (options: {
  service: string
  instance: string
  instances: () => Promise<Instances>
  bus: EventBus
  clock: Clock
  log: Logger
}): Relay => {
  const { service, instance, instances, bus, clock, log } = options
  const waiting = new Map<string, Queued>()
  const underWay = new Set<string>()
  /** Records whose next event belongs to another instance. */
  const deferred = new Map<string, Records>()
  /** The last event that this instance has published of records that are not settled, or that it may have read before they were. */
  const published = new Map<string, number>()
  const unsettled = new Map<string, Queued>()
  const gone = new Set<string>()
  let running: Promise<void> = Promise.resolve()
  let active = false
  let lastPublication = Number.NEGATIVE_INFINITY
  let settling: Promise<void> = Promise.resolve()
  let settleTimer: NodeJS.Timeout | undefined
  let looksAgain = false

  const isOwn = ({ owner }: PendingEntry) => owner === undefined || owner === instance || gone.has(owner)
  const unpublished = ({ _id, pending }: Aggregate<unknown>) =>
    pending.filter(({ seq }) => seq > (published.get(_id) ?? 0))
  /** What this instance publishes next: up to the first event of another instance. */
  const nextOf = (record: Aggregate<unknown>) => {
    const left = unpublished(record)
    const foreign = left.findIndex((entry) => !isOwn(entry))
    return foreign < 0 ? left : left.slice(0, foreign)
  }

  const publish = async (queued: Queued[]) => {
    const batch = queued.map((one) => ({ ...one, entries: nextOf(one.record) }))
    const events = batch.flatMap(({ record, entries }) =>
      entries.map((entry) => toCloudEvent(service, record._id, entry)),
    )
    if (events.length > 0) await publishInSpan(bus, events)
    for (const { records, record, entries } of batch) {
      const last = entries.at(-1)?.seq
      if (last !== undefined) published.set(record._id, last)
      if (published.has(record._id)) unsettled.set(record._id, { records, record })
      if (unpublished(record).length > 0) defer(record._id, records)
    }
    settleTimer ??= setTimeout(settleSoon, settlePauseMs)
  }

  const settleSoon = () => {
    clearTimeout(settleTimer)
    settleTimer = undefined
    settling = settling.then(settleAll)
  }

  const settleAll = async () => {
    while (unsettled.size > 0) {
      const batch = [...unsettled.values()].slice(0, together)
      for (const { record } of batch) unsettled.delete(record._id)
      await Promise.all(batch.map(settle))
    }
  }

  const settle = async ({ records, record }: Queued) => {
    const upTo = published.get(record._id)
    if (upTo === undefined) return
    try {
      await records.settle(record, upTo)
      setTimeout(() => forget(record._id, upTo), rememberMs).unref()
    } catch (error) {
      log.warn({ err: error, document: record._id }, 'published events stay in their document until the next sweep')
    }
  }

  const forget = (id: string, upTo: number) => {
    if (published.get(id) === upTo) published.delete(id)
  }

  const defer = (id: string, records: Records) => {
    deferred.set(id, records)
    if (!looksAgain) setTimeout(lookAgain, deferPauseMs)
    looksAgain = true
  }

  const lookAgain = async () => {
    const again = [...deferred]
    deferred.clear()
    await Promise.all(
      again.map(async ([id, records]) => {
        const record = await records.get(id).catch(() => undefined)
        if (!record || unpublished(record).length === 0) return
        if (nextOf(record).length > 0) written(records, record)
        else deferred.set(id, records)
      }),
    )
    looksAgain = deferred.size > 0
    if (looksAgain) setTimeout(lookAgain, deferPauseMs)
  }

  /** A record that the bus refuses must not delay those that are published with it. */
  const publishOrLeave = async (queued: Queued[]): Promise<void> => {
    try {
      await publish(queued)
    } catch (error) {
      if (queued.length > 1 && !(error instanceof Unavailable)) {
        for (const one of queued) await publishOrLeave([one])
        return
      }
      const ids = queued.map(({ record }) => record._id)
      log.warn({ err: error, documents: ids }, 'events stay pending until the next sweep')
    }
  }

  const drain = async () => {
    while (waiting.size > 0) {
      const wait = lastPublication + publishPauseMs - performance.now()
      if (wait > 0 && waiting.size < together) await pause(wait)
      lastPublication = performance.now()
      const batch = [...waiting.values()].slice(0, together)
      for (const { record } of batch) {
        waiting.delete(record._id)
        underWay.add(record._id)
      }
      await publishOrLeave(batch)
      underWay.clear()
    }
  }

  const written: Relay['written'] = (records, record) => {
    const queued = waiting.get(record._id)?.record
    if (!queued || queued.version <= record.version) waiting.set(record._id, { records, record })
    if (active) return
    active = true
    running = drain().finally(() => {
      active = false
    })
  }

  const isBusy = (id: string) => waiting.has(id) || underWay.has(id) || unsettled.has(id)
  const findGone = async (owners: ReadonlySet<string>) => {
    const known = await instances()
    for (const owner of owners) {
      if (await known.isGone(owner)) gone.add(owner)
      else gone.delete(owner)
    }
  }

  const beat = async () => {
    if (waiting.size + underWay.size + unsettled.size + deferred.size > 0) await (await instances()).beat()
  }

  return {
    written,
    beat,
    sweep: async (records, olderThanMs) => {
      const before = new Date(clock.now().getTime() - olderThanMs).toISOString()
      // Read before the search: some of what it finds may have been published by the time it returns.
      const busy = new Set([...waiting.keys(), ...underWay, ...unsettled.keys()])
      const left = (
        await records.find({
          where: { pendingSince: { lte: before } },
          order: { by: 'pendingSince' },
          limit: swept,
        })
      ).filter(({ _id }) => !busy.has(_id) && !isBusy(_id))
      await beat()
      const owners = new Set(left.flatMap(({ pending }) => pending.flatMap(({ owner }) => owner ?? [])))
      if (owners.delete(instance)) await (await instances()).beat()
      await findGone(owners)
      for (const record of left) if (published.has(record._id) || nextOf(record).length > 0) written(records, record)
    },
    idle: async () => {
      while (active || unsettled.size > 0) {
        await running
        settleSoon()
        await settling
      }
      await settling
    },
  }
}
