import type { EventBus, Handler, Subscription } from '@techbridge/bus'
import { type CloudEvent, contractOf, type EventContract, type Group } from '@techbridge/contracts'
import type { Logger } from 'pino'
import type { z } from 'zod'
import { eventDelay, eventFailures, joins, secondsSince } from './metrics.ts'
import { inSpan } from './trace.ts'

export interface Reaction {
  type: string
  handle: Handler
}

/** What a service does when an event arrives. Handlers may see an event twice, and must end up the same. */
export const on = <T extends `techbridge.${string}.v${number}`, D extends z.ZodType>(
  contract: EventContract<T, D>,
  handle: (event: CloudEvent<T, z.infer<D>>) => Promise<void>,
): Reaction => ({ type: contract.type, handle: handle as Handler })

/** Joins the group and gives each event to its reaction, within the event's trace; other events pass. */
export const consume = (
  bus: EventBus,
  group: Group,
  reactions: readonly Reaction[],
  log: Logger,
): Promise<Subscription> => {
  const byType = new Map(reactions.map((reaction) => [reaction.type, reaction.handle]))
  const delay = eventDelay()
  const failures = eventFailures()
  joins(group)
  return bus.subscribe({
    group,
    handler: async (event) => {
      const handle = byType.get(event.type)
      if (!handle) return
      const attributes = { group, type: event.type }
      await inSpan(`${group} takes ${event.type}`, 'consumer', event.traceparent, async (span) => {
        span.set(messageAttributes(group, event))
        try {
          await handle(event)
          delay.record(secondsSince(event.time), attributes)
        } catch (error) {
          failures.add(1, attributes)
          log.warn({ err: error, group, event: event.id }, 'an event was not taken')
          throw error
        }
      })
    },
  })
}

/** OpenTelemetry semantic conventions for messaging. Which engine the log is on, its port does not tell. */
const messageAttributes = (group: Group, { id, type }: CloudEvent) => ({
  'messaging.system': 'techbridge',
  'messaging.operation.name': 'take',
  'messaging.operation.type': 'process',
  'messaging.destination.name': contractOf(type)?.topic,
  'messaging.consumer.group.name': group,
  'messaging.message.id': id,
  'cloudevents.event_type': type,
})
