import type { EventBus } from '@techbridge/bus'
import { type CloudEvent, contractOf } from '@techbridge/contracts'
import { inSpan } from './trace.ts'

/** Publishes within a span, for `publish` of the bus: in the trace of the events, or linked to their traces when there are several. */
export const publishInSpan = (bus: EventBus, events: readonly CloudEvent[]): Promise<void> => {
  const causes = [...new Set(events.flatMap(({ traceparent }) => traceparent ?? []))]
  const topic = events[0] && contractOf(events[0].type)?.topic
  const [parent, links] = causes.length === 1 ? [causes[0], []] : [undefined, causes]
  return inSpan(
    `publish ${topic}`,
    'producer',
    parent,
    async (span) => {
      span.set({
        'messaging.system': 'techbridge',
        'messaging.operation.name': 'publish',
        'messaging.operation.type': 'send',
        'messaging.destination.name': topic,
        'messaging.batch.message_count': events.length,
      })
      await bus.publish(events)
    },
    links,
  )
}
