import { type Attributes, metrics } from '@opentelemetry/api'
import type { EventBus } from '@techbridge/bus'
import type { Group } from '@techbridge/contracts'

const meter = () => metrics.getMeter('techbridge')

/** Upper bounds of the buckets, in seconds. Those of requests follow OpenTelemetry's conventions for HTTP. */
const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
const eventBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800]

const secondsHistogram = (name: string, description: string, explicitBucketBoundaries: number[]) =>
  meter().createHistogram(name, { unit: 's', description, advice: { explicitBucketBoundaries } })

/** Seconds a request took (OpenTelemetry semantic conventions for HTTP): rate, errors and duration of each route. */
export const requestDuration = () =>
  secondsHistogram('http.server.request.duration', 'Duration of HTTP requests', requestBuckets)

/** A histogram of seconds from an event to something that follows from it: milliseconds when idle, half an hour in a backlog. */
export const delayHistogram = (name: string, description: string) => secondsHistogram(name, description, eventBuckets)

/** Seconds from the time of an event until a group had handled it, by group and event type. */
export const eventDelay = () => delayHistogram('techbridge.event.delay', 'From an event to the end of its handling')

/** Seconds since an instant (ISO 8601), never negative: the clocks of two machines may differ. */
export const secondsSince = (instant: string, now = Date.now()) => Math.max(0, (now - Date.parse(instant)) / 1000)

/** Events whose handler failed, by group and event type; if it keeps failing they become dead letters. */
export const eventFailures = () =>
  meter().createCounter('techbridge.event.failures', { unit: '{failure}', description: 'Failed calls of handlers' })

type Observation = [value: number, attributes: Attributes]

/**
 * A gauge that is read when it is exported. While its engine is unavailable the SDK repeats the last value, so the failures are
 * counted: where they grow, the value is old.
 */
const watch = (name: string, options: { unit: string; description: string }, read: () => Promise<Observation[]>) => {
  const failures = meter().createCounter('techbridge.reading.failures', {
    unit: '{failure}',
    description: 'Gauges that could not be read',
  })
  meter()
    .createObservableGauge(name, options)
    .addCallback(async (result) => {
      try {
        for (const [value, attributes] of await read()) result.observe(value, attributes)
      } catch {
        failures.add(1, { metric: name })
      }
    })
}

const joined = new Set<Group>()

/** This process handles events of the group, so it reports on the group. */
export const joins = (group: Group) => void joined.add(group)

const countedLetters = 1000

/** Measures lag and dead letters of the groups that this process has joined. */
export const watchEventFlow = (bus: EventBus) => {
  const ofEach = async (read: (group: Group) => Promise<Observation[]>) =>
    (await Promise.all([...joined].map(read))).flat()

  watch('techbridge.consumer.lag', { unit: '{event}', description: 'Events not yet taken' }, () =>
    ofEach(async (group) => Object.entries(await bus.lag(group)).map(([topic, events]) => [events, { group, topic }])),
  )
  watch(
    'techbridge.dead_letters',
    { unit: '{event}', description: `Dead letters not replayed, of the newest ${countedLetters}` },
    () =>
      ofEach(async (group) => {
        const letters = await bus.deadLetters.list({ group, limit: countedLetters })
        return [[letters.filter(({ replayedAt }) => replayedAt === undefined).length, { group }]]
      }),
  )
}

/** Measures for how many seconds revocations may have been missed: little, unless the event log is away. */
export const watchRevocations = (ageSeconds: () => number) =>
  watch('techbridge.revocations.age', { unit: 's', description: 'Since all revocations were known' }, async () => [
    [ageSeconds(), {}],
  ])

/** Measures the age in seconds of the oldest event that is not yet in the log. */
export const watchOutbox = (service: string, oldestSeconds: () => Promise<number>) =>
  watch('techbridge.outbox.age', { unit: 's', description: 'Age of the oldest unpublished event' }, async () => [
    [await oldestSeconds(), { service }],
  ])
