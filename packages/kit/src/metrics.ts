import { metrics } from '@opentelemetry/api'
import type { EventBus } from '@techbridge/bus'
import { type Group, groups } from '@techbridge/contracts'

const meter = () => metrics.getMeter('techbridge')

/** Seconds a request took, by method, route and status (OpenTelemetry semantic conventions): rate, errors and duration of each route. */
export const requestDuration = () =>
  meter().createHistogram('http.server.request.duration', { unit: 's', description: 'Duration of HTTP requests' })

/** Seconds from the time of an event until a group had handled it, by group and event type. */
export const eventDelay = () =>
  meter().createHistogram('techbridge.event.delay', {
    unit: 's',
    description: 'From an event to the end of its handling',
  })

/** Events that a group could not take, by group and event type; those that stay so become dead letters. */
export const eventFailures = () =>
  meter().createCounter('techbridge.event.failures', { description: 'Failed calls of event handlers' })

/** Watches what the event flow leaves behind: consumer lag and dead letters. */
export const watchEventFlow = (bus: EventBus) => {
  const lag = meter().createObservableGauge('techbridge.consumer.lag', {
    description: 'Events not yet taken, by group and topic',
  })
  const dead = meter().createObservableGauge('techbridge.dead_letters', {
    description: 'Dead letters not replayed, of the newest 1000, by group',
  })
  lag.addCallback(async (result) => {
    for (const group of Object.keys(groups) as Group[]) {
      for (const [topic, events] of Object.entries(await bus.lag(group))) result.observe(events, { group, topic })
    }
  })
  dead.addCallback(async (result) => {
    for (const group of Object.keys(groups) as Group[]) {
      const letters = await bus.deadLetters.list({ group, limit: 1000 })
      result.observe(letters.filter(({ replayedAt }) => replayedAt === undefined).length, { group })
    }
  })
}

/** Watches the age in seconds of the oldest event that is not yet in the log. */
export const watchOutbox = (service: string, oldestSeconds: () => Promise<number>) => {
  meter()
    .createObservableGauge('techbridge.outbox.age', { unit: 's', description: 'Age of the oldest unpublished event' })
    .addCallback(async (result) => result.observe(await oldestSeconds(), { service }))
}
