import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventBus, SubscriptionOptions } from '@techbridge/bus'
import { type CloudEvent, matchEvents, offerEvents } from '@techbridge/contracts'
import { pino } from 'pino'
import { toCloudEvent } from '../src/aggregate.ts'
import { type Consumer, consume, on } from '../src/consumer.ts'
import { currentTrace } from '../src/trace.ts'
import { at, by } from './counter.ts'

const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
const event = (type: string) => toCloudEvent('test', 'offer_1', { seq: 1, type, at, by, data: {}, trace })

const subscribe = async (reactions: Consumer['reactions'], together?: Consumer['together']) => {
  let subscription: SubscriptionOptions | undefined
  const bus = {
    subscribe: async (given: SubscriptionOptions) => {
      subscription = given
      return { close: async () => {} }
    },
  } as unknown as EventBus
  await consume(bus, { group: 'search', reactions, together }, pino({ level: 'silent' }))
  return subscription!
}

test('each event goes to the reaction of its type, within its trace; others pass', async () => {
  const seen: [string, string | undefined][] = []
  const { group, handler } = await subscribe([
    on(offerEvents.published, async ({ type }) => void seen.push([type, currentTrace()])),
    on(offerEvents.withdrawn, async ({ type }) => void seen.push([type, currentTrace()])),
  ])
  assert.equal(group, 'search')
  await handler(event(offerEvents.published.type))
  await handler(event(matchEvents.agreed.type))
  await handler(event(offerEvents.withdrawn.type))
  assert.deepEqual(
    seen.map(([type]) => type),
    [offerEvents.published.type, offerEvents.withdrawn.type],
  )
  for (const [, its] of seen) {
    assert.equal(its?.split('-')[1], trace.split('-')[1])
    assert.notEqual(its, trace)
  }
})

test('a reaction that fails fails the delivery', async () => {
  const { handler } = await subscribe([
    on(offerEvents.published, async () => {
      throw new Error('not now')
    }),
  ])
  await assert.rejects(handler(event(offerEvents.published.type)), /not now/)
})

test('a batch goes where it is taken together, without what no reaction is for', async () => {
  const taken: string[][] = []
  const together = async (events: readonly CloudEvent[]) => void taken.push(events.map(({ type }) => type))
  const { handleBatch } = await subscribe([on(offerEvents.published, async () => {})], together)
  await handleBatch!([event(offerEvents.published.type), event(matchEvents.agreed.type)])
  await handleBatch!([event(matchEvents.agreed.type)])
  assert.deepEqual(taken, [[offerEvents.published.type]])
  const single = await subscribe([on(offerEvents.published, async () => {})])
  assert.equal(single.handleBatch, undefined)
})

const published = (subject: string, seq: number) =>
  toCloudEvent('test', subject, { seq, type: offerEvents.published.type, at, by, data: {}, trace })

test('a batch by subject handles each subject in order, beside the others and within the trace of each event', async () => {
  const others = Promise.withResolvers<void>()
  const seen: string[] = []
  const { handleBatch } = await subscribe(
    [
      on(offerEvents.published, async ({ subject, sequence }) => {
        // The first subject ends only after the second has begun.
        if (subject === 'offer_2') others.resolve()
        else await others.promise
        seen.push(`${subject} ${Number(sequence)} ${currentTrace()?.split('-')[1] === trace.split('-')[1]}`)
      }),
    ],
    'by subject',
  )
  await handleBatch!([published('offer_1', 1), published('offer_1', 2), published('offer_2', 1)])
  assert.deepEqual(
    seen.filter((line) => line.startsWith('offer_1')),
    ['offer_1 1 true', 'offer_1 2 true'],
  )
  assert.equal(seen.length, 3)
})

test('a batch by subject handles eight subjects at a time, and fails after all when one failed', async () => {
  let [running, most, handled] = [0, 0, 0]
  const { handleBatch } = await subscribe(
    [
      on(offerEvents.published, async ({ subject }) => {
        most = Math.max(most, ++running)
        await new Promise(setImmediate)
        running -= 1
        if (subject === 'offer_3') throw new Error('not now')
        handled += 1
      }),
    ],
    'by subject',
  )
  const batch = Array.from({ length: 20 }, (_, n) => published(`offer_${n}`, 1))
  await assert.rejects(handleBatch!(batch), /not now/)
  assert.deepEqual([most, running, handled], [8, 0, 19])
})
