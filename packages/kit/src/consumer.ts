import type { EventBus, Handler, Subscription } from '@techbridge/bus'
import type { CloudEvent, EventContract, Group } from '@techbridge/contracts'
import type { Logger } from 'pino'
import type { z } from 'zod'
import { eventDelay, eventFailures } from './metrics.ts'
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
  return bus.subscribe({
    group,
    handler: async (event) => {
      const handle = byType.get(event.type)
      if (!handle) return
      await inSpan(`${group} takes ${event.type}`, 'consumer', event.traceparent, async (span) => {
        span.set({ 'messaging.consumer.group.name': group, 'messaging.message.id': event.id })
        try {
          await handle(event)
          delay.record((Date.now() - Date.parse(event.time)) / 1000, { group, type: event.type })
        } catch (error) {
          failures.add(1, { group, type: event.type })
          log.warn({ err: error, group, event: event.id }, 'an event was not taken')
          throw error
        }
      })
    },
  })
}
