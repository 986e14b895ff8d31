import type { BatchHandler, EventBus, Handler, Subscription } from '@techbridge/bus'
import { type CloudEvent, contractOf, type EventContract, type Group } from '@techbridge/contracts'
import type { Logger } from 'pino'
import type { z } from 'zod'
import { eventDelay, eventFailures, joins, secondsSince } from './metrics.ts'
import { inSpan, type Span } from './trace.ts'

export interface Reaction {
  type: string
  handle: Handler
}

/** What a service does when an event arrives. A handler may get an event twice, and must arrive at the same result. */
export const on = <T extends `techbridge.${string}.v${number}`, D extends z.ZodType>(
  contract: EventContract<T, D>,
  handle: (event: CloudEvent<T, z.infer<D>>) => Promise<void>,
): Reaction => ({ type: contract.type, handle: handle as Handler })

export interface Consumer {
  group: Group
  reactions: readonly Reaction[]
  /** Handles many events at once, in order, as `reactions` handle each. */
  together?: BatchHandler | 'by subject'
}

/**
 * How many subjects of a partition are handled beside each other: what waits for an engine then waits for one write or refresh of it
 * together, and what is read for them fits into memory.
 */
const mostSubjects = 8

/** Events of one subject in order, those of others beside them. Fails when one failed, after all have ended. */
const bySubject =
  (handle: Handler): BatchHandler =>
  async (events) => {
    const subjects = Map.groupBy(events, ({ subject }) => subject).values()
    const next = async () => {
      for (const own of subjects) for (const event of own) await handle(event)
    }
    const ended = await Promise.allSettled(Array.from({ length: mostSubjects }, next))
    const failure = ended.find(({ status }) => status === 'rejected')
    if (failure?.status === 'rejected') throw failure.reason
  }

/** Joins the group and gives each event to its reaction, within the event's trace; other events are skipped. */
export const consume = (
  bus: EventBus,
  { group, reactions, together }: Consumer,
  log: Logger,
): Promise<Subscription> => {
  const byType = new Map(reactions.map((reaction) => [reaction.type, reaction.handle]))
  const delay = eventDelay()
  const failures = eventFailures()
  joins(group)
  const took = ({ type, time }: CloudEvent) => delay.record(secondsSince(time), { group, type })
  const failed = (error: unknown, { type, id }: CloudEvent) => {
    failures.add(1, { group, type })
    log.warn({ err: error, group, event: id }, 'event handler failed')
  }
  const handler: Handler = async (event) => {
    const handle = byType.get(event.type)
    if (!handle) return
    await inSpan(`${group} takes ${event.type}`, 'consumer', event.traceparent, async (span) => {
      span.set(messageAttributes(group, event))
      try {
        await handle(event)
        took(event)
      } catch (error) {
        failed(error, event)
        throw error
      }
    })
  }
  const atOnce =
    (together: BatchHandler): BatchHandler =>
    async (batch) => {
      const events = batch.filter(({ type }) => byType.has(type))
      if (events.length === 0) return
      const causes = [...new Set(events.flatMap(({ traceparent }) => traceparent ?? []))]
      const take = async (span: Span) => {
        span.set({ ...groupAttributes(group), 'messaging.batch.message_count': events.length })
        try {
          await together(events)
        } catch (error) {
          // Delivering each by itself shows which one failed.
          failed(error, events[0]!)
          throw error
        }
      }
      await inSpan(`${group} takes events`, 'consumer', undefined, take, causes)
      for (const event of events) took(event)
    }
  const handleBatch = together === 'by subject' ? bySubject(handler) : together && atOnce(together)
  return bus.subscribe({ group, types: new Set(byType.keys()), handleBatch, handler })
}

/** OpenTelemetry semantic conventions for messaging. The port does not say which engine holds the log. */
const messageAttributes = (group: Group, { id, type }: CloudEvent) => ({
  ...groupAttributes(group),
  'messaging.destination.name': contractOf(type)?.topic,
  'messaging.message.id': id,
  'cloudevents.event_type': type,
})

const groupAttributes = (group: Group) => ({
  'messaging.system': 'techbridge',
  'messaging.operation.name': 'take',
  'messaging.operation.type': 'process',
  'messaging.consumer.group.name': group,
})
