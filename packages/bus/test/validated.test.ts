import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CloudEvent, type EventContract, event, reasonBody, superseded } from '@techbridge/contracts'
import { z } from 'zod'
import type { EventBus } from '../src/bus.ts'
import { eventually, offer, Recorder } from '../src/conformance/harness.ts'
import { InvalidEvent, validated } from '../src/validated.ts'
import { openOnNewFile } from './sqlite-file.ts'

const forOfficers = {
  topic: 'techbridge.offers',
  sidesOf: () => ({}),
  sidesRead: 'public',
  history: 'officers',
  audience: 'officers',
} as const

const published = event({
  type: 'techbridge.offer.published.v1',
  ...forOfficers,
  summary: 'An offer was returned for a reason',
  data: reasonBody,
})
/** Two generations of types that were published before: each had the reason in a field of its own. */
const oldest = (name: 'why' | 'cause', by: EventContract<any, any>) =>
  superseded(
    event({
      type: `techbridge.offer.${name}-given.v1`,
      ...forOfficers,
      summary: 'An offer was returned',
      data: z.object({ [name]: z.string().min(1) }),
    }),
    by,
    (data) => (name === 'why' ? { reason: data[name] } : { why: data[name] }),
  )
const second = oldest('why', published)
const contracts: EventContract<any, any>[] = [published, second, oldest('cause', second)]
const contractOf = (type: string): EventContract | undefined => contracts.find((contract) => contract.type === type)

const good = offer('offer_1', 1, { reason: 'good' })
const broken = offer('offer_1', 2, { reason: '' })
const later: CloudEvent = { ...offer('offer_1', 3), type: 'techbridge.offer.dreamt.v1' }
const untyped = { ...offer('offer_1', 4, { reason: 'good' }), type: undefined } as never as CloudEvent

async function withBuses(
  body: (checked: EventBus, unchecked: EventBus, told: [CloudEvent, string][]) => Promise<void>,
): Promise<void> {
  const { bus, cleanup } = await openOnNewFile()
  try {
    const told: [CloudEvent, string][] = []
    await body(
      validated(bus, contractOf, (...broken) => void told.push(broken)),
      bus,
      told,
    )
  } finally {
    await cleanup()
  }
}

test('publishing a broken event names type and path, and nothing is written', () =>
  withBuses(async (checked) => {
    const start = await checked.end(['techbridge.offers'])
    for (const [events, message] of [
      [[good, broken], /techbridge\.offer\.published\.v1: data\.reason: /],
      [[good, { ...good, time: 'yesterday' }], /techbridge\.offer\.published\.v1: time: /],
      [[good, later], /techbridge\.offer\.dreamt\.v1: no contract/],
    ] as const) {
      await assert.rejects(
        checked.publish(events),
        (error) => error instanceof InvalidEvent && message.test(error.message),
      )
    }
    assert.equal(await checked.end(['techbridge.offers']), start)
    await checked.publish([good])
    assert.notEqual(await checked.end(['techbridge.offers']), start)
  }))

test('a broken event is a dead letter, one of an unknown type is passed over', () =>
  withBuses(async (checked, unchecked) => {
    const last = offer('offer_1', 5, { reason: 'last' })
    await unchecked.publish([good, broken, later, last])
    const recorder = new Recorder()
    await checked.subscribe({ group: 'search', handler: recorder.handler })
    await eventually('the last one is handled', () => recorder.has([last]))
    assert.deepEqual(recorder.called, [good, last])
    const [letter, ...others] = await checked.deadLetters.list({ limit: 10 })
    assert.deepEqual(others, [])
    assert.deepEqual(letter?.event, broken)
    assert.equal(letter?.attempts, 1)
    assert.match(letter!.reason, /^data\.reason: /)
  }))

test('reading passes over a broken event and tells of it, and over one of an unknown type without a word', () =>
  withBuses(async (checked, unchecked, told) => {
    const last = offer('offer_1', 5, { reason: ' last ', added: 'later' })
    await unchecked.publish([good, broken, later, last])
    const seen: CloudEvent[] = []
    for await (const { event } of checked.read({ topics: ['techbridge.offers'], live: false })) seen.push(event)
    assert.deepEqual(seen, [good, { ...last, data: { reason: 'last' } }])
    assert.deepEqual(
      told.map(([event]) => event),
      [broken],
    )
    assert.match(told[0]![1], /^data\.reason: /)

    const end = await checked.end(['techbridge.offers'])
    const live = checked.read({
      topics: ['techbridge.offers'],
      from: end,
      live: true,
      signal: AbortSignal.timeout(5000),
    })
    const next = live[Symbol.asyncIterator]().next()
    await unchecked.publish([broken, good])
    assert.deepEqual((await next).value?.event, good)
    assert.equal(told.length, 2)
  }))

test('an event of a superseded type is read as one of the type that followed, and published no more', () =>
  withBuses(async (checked, unchecked) => {
    const old = (seq: number, name: string, data: object): CloudEvent => ({
      ...offer('offer_1', seq, data),
      type: `techbridge.offer.${name}-given.v1`,
    })
    const two = old(2, 'cause', { cause: 'twice' })
    const one = old(1, 'why', { why: 'once' })
    const bad = old(3, 'why', { why: '' })
    await unchecked.publish([one, two, bad])
    const isRead = [offer('offer_1', 1, { reason: 'once' }), offer('offer_1', 2, { reason: 'twice' })].map((read) => ({
      ...read,
      dataschema: `urn:techbridge:schema:${published.type}`,
    }))

    const seen: CloudEvent[] = []
    for await (const { event } of checked.read({ topics: ['techbridge.offers'], live: false })) seen.push(event)
    assert.deepEqual(seen, isRead)

    const recorder = new Recorder()
    await checked.subscribe({ group: 'search', handler: recorder.handler })
    await eventually('the last one is handled', () => recorder.has(isRead))
    const letter = await eventually('the broken one is a dead letter', async () => {
      const [first] = await checked.deadLetters.list({ limit: 10 })
      return first
    })
    assert.deepEqual(letter.event, bad)

    await assert.rejects(checked.publish([one]), /publish techbridge\.offer\.published\.v1 instead/)
  }))

test('an event without a type is broken, not unknown', async () => {
  let outcome: unknown
  const subscribe: EventBus['subscribe'] = async ({ handler }) => {
    outcome = await handler(untyped).catch((error) => error)
    return { close: async () => {} }
  }
  await validated({ subscribe } as EventBus, contractOf).subscribe({ group: 'search', handler: async () => {} })
  assert.equal(String(outcome), 'Poison: type: must be a text')
})

test('a handler receives what the contract knows of an event', () =>
  withBuses(async (checked, unchecked) => {
    await unchecked.publish([{ ...good, data: { reason: ' spaced ', added: 'later' } }])
    const recorder = new Recorder()
    await checked.subscribe({ group: 'search', handler: recorder.handler })
    await eventually('it is handled', () => recorder.handled.length === 1)
    assert.deepEqual(recorder.handled[0]?.data, { reason: 'spaced' })
  }))

test('a subscription that names types gets those alone, and superseded ones as what followed; others are not even checked', () =>
  withBuses(async (checked, unchecked) => {
    const recorder = new Recorder()
    const types = new Set([published.type])
    await unchecked.publish([
      { ...offer('offer_1', 1, { why: 'given' }), type: second.type },
      { ...broken, type: later.type },
      { ...offer('offer_1', 3, { reason: 'good' }), type: published.type },
    ])
    await checked.subscribe({ group: 'search', handler: recorder.handler, types })
    await eventually('both are there', () => recorder.handled.length === 2)
    assert.deepEqual(
      recorder.handled.map(({ type, data }) => [type, data]),
      [
        [published.type, { reason: 'given' }],
        [published.type, { reason: 'good' }],
      ],
    )
    const other = new Recorder()
    await checked.subscribe({
      group: 'matching',
      handler: other.handler,
      types: new Set(['techbridge.offer.dreamt.v1']),
    })
    await unchecked.publish([{ ...broken, type: published.type }])
    await eventually('it is passed over', async () => (await checked.lag('matching'))['techbridge.offers'] === 0)
    assert.deepEqual([other.handled, await checked.deadLetters.list({ group: 'matching', limit: 1 })], [[], []])
  }))
