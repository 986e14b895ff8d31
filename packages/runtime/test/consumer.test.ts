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
