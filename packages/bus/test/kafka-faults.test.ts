import assert from 'node:assert/strict'
import { test as nodeTest, type TestContext } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { CloudEvent } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import type { EventBus, Recorded } from '../src/bus.ts'
import { assertCompleteInOrder, caughtUp, eventually, ids, offer, Recorder } from '../src/conformance/harness.ts'
import { openFor, skip } from './kafka-cluster.ts'
import { Network } from './network.ts'

const test = (name: string, body: (t: TestContext) => Promise<void>) => nodeTest(name, { skip, timeout: 180_000 }, body)

/** Publishes as an outbox does: again and again until it is acknowledged. */
async function publishAtLast(bus: EventBus, events: readonly CloudEvent[]): Promise<void> {
  for (;;) {
    try {
      return await bus.publish(events)
    } catch (error) {
      assert.ok(error instanceof Unavailable, String(error))
    }
  }
}

test('connections that break under load lose nothing and keep the order', async (t) => {
  const network = new Network()
  const { bus, another } = await openFor(t, network.options)
  const handled: CloudEvent[] = []
  const handler = async (event: CloudEvent) => {
    await setTimeout(1)
    handled.push(event)
  }
  await bus.subscribe({ group: 'search', handler })
  await (await another()).subscribe({ group: 'search', handler })
  const published: CloudEvent[] = []
  for (let round = 1; round <= 20; round++) {
    const seen = handled.length
    for (let sequence = 1; sequence <= 10; sequence++) {
      const events = Array.from({ length: 10 }, (_, index) => offer(`subject-${index}`, round * 100 + sequence))
      await publishAtLast(bus, events)
      published.push(...events)
      if (sequence === round % 10) network.cut()
    }
    await eventually('it goes on', () => handled.length > seen)
  }
  await caughtUp(bus, 'search')
  assertCompleteInOrder(handled, published)
  assert.deepEqual(await bus.deadLetters.list({ limit: 1 }), [])
})

test('answers that break off spoil none of those that come later', async (t) => {
  const network = new Network()
  const { bus } = await openFor(t, network.options)
  const recorder = new Recorder()
  await bus.subscribe({ group: 'search', handler: recorder.handler })
  const published: CloudEvent[] = []
  for (let sequence = 1; sequence <= 20; sequence++) {
    network.tear()
    await bus.lag('search').catch((error) => assert.ok(error instanceof Unavailable, String(error)))
    const event = offer('offer_1', sequence)
    await publishAtLast(bus, [event])
    published.push(event)
  }
  await eventually('all are handled', () => recorder.has(published))
  await caughtUp(bus, 'search')
})

test('an engine that is away is unavailable; subscriptions and readers go on when it is back', async (t) => {
  const network = new Network()
  const { bus } = await openFor(t, network.options)
  const recorder = new Recorder()
  await bus.subscribe({ group: 'search', handler: recorder.handler })
  const read: Recorded[] = []
  const abort = new AbortController()
  const reading = (async () => {
    const options = { topics: ['techbridge.offers'], live: true, signal: abort.signal } as const
    for await (const recorded of bus.read(options)) read.push(recorded)
  })()
  const before = offer('offer_1', 1)
  await bus.publish([before])
  await eventually('both have it', () => recorder.has([before]) && read.length === 1)

  network.disconnect()
  const questions = {
    publish: () => bus.publish([offer('offer_2', 1)]),
    lag: () => bus.lag('search'),
    end: () => bus.end(['techbridge.offers']),
    list: () => bus.deadLetters.list({ limit: 1 }),
    ping: () => bus.ping(),
  }
  for (const [name, ask] of Object.entries(questions)) await assert.rejects(ask(), Unavailable, name)
  const late = bus.read({ topics: ['techbridge.offers'], live: false })[Symbol.asyncIterator]()
  const answer = late.next()
  await network.refused(20)

  network.connect()
  assert.deepEqual((await answer).value?.event, before)
  const after = offer('offer_1', 2)
  await publishAtLast(bus, [after])
  await eventually('both have the next', () => recorder.has([after]) && read.some(({ event }) => event.id === after.id))
  abort.abort()
  await reading
  assert.equal((await late.return!()).done, true)
  await caughtUp(bus, 'search')
  await bus.ping()
})

test('a bus that is opened while the engine is away serves once it is there', async (t) => {
  const network = new Network()
  network.disconnect()
  const { bus } = await openFor(t, network.options)
  const recorder = new Recorder()
  await bus.subscribe({ group: 'search', handler: recorder.handler })
  const event = offer('offer_1', 1)
  await assert.rejects(bus.publish([event]), Unavailable)
  await assert.rejects(bus.ping(), Unavailable)
  network.connect()
  await publishAtLast(bus, [event])
  await eventually('it is handled', () => recorder.has([event]))
})

test('an event whose acknowledgement was lost does not swallow the next', async (t) => {
  const network = new Network()
  const { bus } = await openFor(t, network.options)
  await bus.publish([offer('offer_1', 1)])
  network.silence()
  await assert.rejects(bus.publish([offer('offer_1', 2)]), Unavailable)
  network.connect()
  const acknowledged = [3, 4, 5].map((sequence) => offer('offer_1', sequence))
  for (const event of acknowledged) await publishAtLast(bus, [event])
  const log: CloudEvent[] = []
  for await (const { event } of bus.read({ topics: ['techbridge.offers'], live: false })) log.push(event)
  const found = new Set(ids(log))
  assert.deepEqual(
    ids(acknowledged).filter((id) => !found.has(id)),
    [],
  )
})
