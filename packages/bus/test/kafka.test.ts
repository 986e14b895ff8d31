import assert from 'node:assert/strict'
import { test as nodeTest, type TestContext } from 'node:test'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { type CloudEvent, topics } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import { BadPosition, type EventBus } from '../src/bus.ts'
import {
  assertCompleteInOrder,
  caughtUp,
  eventually,
  gate,
  ids,
  offer,
  Recorder,
  rounds,
  subjects,
} from '../src/conformance/harness.ts'
import { eventBusConformance } from '../src/conformance.ts'
import { encodePosition } from '../src/kafka/position.ts'
import { partitionOf } from '../src/partition.ts'
import { openFor, openOnNewTopics, outside, skip } from './kafka-cluster.ts'

const test = (name: string, body: (t: TestContext) => Promise<void>) => nodeTest(name, { skip, timeout: 120_000 }, body)

if (!skip) eventBusConformance('the Kafka adapter', openOnNewTopics)
else nodeTest('the Kafka adapter keeps the guarantees of the event bus', { skip })

/** Puts records into a partition behind the back of the bus. */
async function write(topic: string, values: string[]): Promise<void> {
  const producer = outside().producer()
  await producer.connect()
  await producer.send({ topic, messages: values.map((value) => ({ key: 'offer_1', partition: 0, value })) })
  await producer.disconnect()
}

test('a record that is no event becomes a dead letter, and readers pass over it', async (t) => {
  const { bus, prefix } = await openFor(t)
  const sound = offer('offer_1', 1)
  await write(`${prefix}techbridge.offers`, ['{"half', '7', JSON.stringify(sound)])
  const recorder = new Recorder()
  await bus.subscribe({ group: 'search', handler: recorder.handler })
  await eventually('the sound one is handled', () => recorder.has([sound]))
  const letters = await bus.deadLetters.list({ limit: 10 })
  assert.deepEqual(
    letters.map(({ event, topic }) => [event, topic]),
    [
      [7, 'techbridge.offers'],
      ['{"half', 'techbridge.offers'],
    ],
  )
  await bus.deadLetters.replay(letters[1]!.id)
  await eventually('it is dead again', async () => (await bus.deadLetters.list({ limit: 10 })).length === 3)
  const [again] = await bus.deadLetters.list({ limit: 1 })
  assert.deepEqual([again!.event, again!.topic], ['{"half', 'techbridge.offers'])
  const read: CloudEvent[] = []
  for await (const { event } of bus.read({ topics: ['techbridge.offers'], live: false })) read.push(event)
  assert.deepEqual(ids(read), ids([sound]))
})

test('members of two processes that come and go hand over without a gap, a repetition or an overlap', async (t) => {
  const { bus, another } = await openFor(t)
  const buses = [bus, await another()]
  const busy = new Set<string>()
  const handled: CloudEvent[] = []
  const overlaps: string[] = []
  const join = (place: number) => {
    const recorder = new Recorder(() => setImmediate(), busy)
    const handler = async (event: CloudEvent) => {
      await recorder.handler(event)
      handled.push(event)
      overlaps.push(...recorder.overlaps.splice(0))
    }
    return buses[place % 2]!.subscribe({ group: 'search', handler })
  }
  const published: CloudEvent[] = []
  const publish = async () => {
    const events = rounds(40, subjects(30), published.length / 30 + 1)
    await bus.publish(events)
    published.push(...events)
  }
  const members = [await join(0)]
  for (let change = 1; change <= 6; change++) {
    await publish()
    await eventually('it goes on', () => handled.length > published.length - 1200)
    if (change % 3 === 0) await members.shift()!.close()
    else members.push(await join(change))
  }
  await caughtUp(bus, 'search')
  assert.deepEqual(overlaps, [])
  assertCompleteInOrder(handled, published)
  assert.equal(handled.length, published.length)
  assert.deepEqual(await bus.deadLetters.list({ limit: 1 }), [])
})

test('the group waits for the event at hand before another member has its partition', async (t) => {
  const { bus, another, prefix } = await openFor(t)
  const release = gate()
  const slow = new Recorder(() => release.opened)
  const event = offer('offer_1', 1)
  await bus.subscribe({ group: 'search', handler: slow.handler })
  await bus.publish([event])
  await eventually('it is at hand', () => slow.called.length === 1)
  const others = [await another(), await another()]
  const recorders = others.map(() => new Recorder())
  for (const [place, other] of others.entries()) {
    await other.subscribe({ group: 'search', handler: recorders[place]!.handler })
  }
  const admin = outside().admin()
  await admin.connect()
  const waits = async () => {
    const { groups } = await admin.describeGroups([`${prefix}techbridge.search`])
    return groups[0]!.state === 'PreparingRebalance' && groups[0]!.members.length === 3
  }
  await eventually('the group waits', waits)
  // Longer than from one sign of life to the next, with which the member learns of it.
  for (let times = 0; times < 25; times++) {
    await setTimeout(100)
    assert.ok(await waits(), 'it goes on waiting')
  }
  await admin.disconnect()
  release.open()
  let published = 0
  await eventually('others have work', async () => {
    if (published < 20) await bus.publish(rounds(1, subjects(30), ++published))
    return recorders.every(({ handled }) => handled.length > 0)
  })
  await caughtUp(bus, 'search')
  const called = [slow, ...recorders].flatMap((recorder) => recorder.called)
  assert.deepEqual(
    called.filter(({ id }) => id === event.id),
    [event],
  )
  assert.equal(called.length, 1 + 30 * published)
})

test('an event that is stuck holds up its partition alone, for as long as it takes', async (t) => {
  const { bus } = await openFor(t)
  const release = gate()
  const recorder = new Recorder(async ({ subject }) => {
    if (subject === 'stuck') await release.opened
  })
  await bus.subscribe({ group: 'search', handler: recorder.handler })
  const place = (subject: string) => partitionOf(subject, topics['techbridge.offers'].partitions)
  const free = subjects(60).filter((subject) => place(subject) !== place('stuck'))
  await bus.publish([offer('stuck', 1)])
  await eventually('it is stuck', () => recorder.called.length === 1)
  for (let round = 1; round <= 3; round++) {
    const events = rounds(1, free, round)
    await bus.publish(events)
    await eventually('the others go on', () => recorder.has(events))
  }
  release.open()
})

test('a handled event is committed while the ones behind it are retried', async (t) => {
  const { bus } = await openFor(t)
  const events = [offer('offer_1', 1), offer('offer_1', 2)]
  const recorder = new Recorder(async (event) => {
    if (event.id === events[1]!.id) throw new Unavailable('away')
  })
  await bus.publish(events)
  await bus.subscribe({ group: 'search', handler: recorder.handler })
  await eventually('one is left', async () => (await bus.lag('search'))['techbridge.offers'] === 1)
})

test('a position behind the end of the log is refused', async (t) => {
  const { bus } = await openFor(t)
  await bus.publish([offer('offer_1', 1)])
  const from = encodePosition(new Map([['techbridge.offers', [0, 0, 0, 0, 0, 0].map(() => 2)]]))
  await assert.rejects(first(bus, from), BadPosition)
  assert.deepEqual(await first(bus, await bus.end(['techbridge.offers'])), { done: true, value: undefined })
})

test('an event that is too large is refused before anything is written', async (t) => {
  const { bus } = await openFor(t)
  const end = await bus.end(['techbridge.offers'])
  await assert.rejects(
    bus.publish([offer('offer_1', 1), offer('large', 1, 'x'.repeat(8_000_000))]),
    /too large|too many/,
  )
  assert.equal(await bus.end(['techbridge.offers']), end)
  await bus.publish([offer('large', 2, 'x'.repeat(4_000_000))])
})

test('a topic with other partitions than the topology says is refused', async (t) => {
  const { bus, prefix, open } = await openFor(t)
  const admin = outside().admin()
  await admin.connect()
  await admin.createPartitions({ topicPartitions: [{ topic: `${prefix}techbridge.needs`, count: 7 }] })
  await eventually('all brokers know', async () => {
    const { topics } = await admin.fetchTopicMetadata({ topics: [`${prefix}techbridge.needs`] })
    return topics[0]!.partitions.length === 7
  })
  await admin.disconnect()
  await bus.close()
  await assert.rejects(open(), /techbridge\.needs has 7 partitions, the topology says 6/)
})

test('a closed bus says so, ends what reads from it, and may be closed again', async (t) => {
  const { bus } = await openFor(t)
  const reading = bus
    .read({ topics: ['techbridge.offers'], live: true })
    [Symbol.asyncIterator]()
    .next()
  await bus.close()
  assert.deepEqual(await reading, { done: true, value: undefined })
  await assert.rejects(bus.publish([offer('offer_1', 1)]), Unavailable)
  await assert.rejects(bus.subscribe({ group: 'search', handler: async () => {} }), Unavailable)
  await assert.rejects(bus.lag('search'), Unavailable)
  await assert.rejects(bus.end(['techbridge.offers']), Unavailable)
  await assert.rejects(bus.deadLetters.list({ limit: 1 }), Unavailable)
  await assert.rejects(bus.ping(), Unavailable)
  await bus.close()
})

const first = (bus: EventBus, from: string) =>
  bus
    .read({ topics: ['techbridge.offers'], from, live: false })
    [Symbol.asyncIterator]()
    .next()
