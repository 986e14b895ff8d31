import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cloudEvent, contractOf, eventContracts, formatSequence, offerEvents, sequenceOf } from '../src/index.ts'
import { accepts } from './accepts.ts'
import { offerPublished } from './fixtures.ts'

const { envelope } = offerEvents.published
const but = (part: object) => ({ ...offerPublished(), ...part })
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(offerPublished()).filter(([name]) => !names.includes(name)))

describe('an event’s envelope', () => {
  it('takes a real event, with or without a trace', () => {
    accepts(envelope, [offerPublished(), without('traceparent')])
    accepts(cloudEvent, [offerPublished()])
  })

  it('takes fields that it does not know, because contracts grow', () => {
    const { data } = offerPublished()
    accepts(envelope, [but({ tenant: 'x' }), but({ data: { ...data, tenant: 'x' } })])
  })

  it('refuses another type', () => {
    accepts(
      envelope,
      [],
      [but({ type: 'techbridge.offer.renewed.v1' }), but({ type: 'techbridge.offer.published.v2' })],
    )
  })

  it('refuses a sequence that is not ten digits', () => {
    accepts(
      envelope,
      [],
      ['3', '00000000003', 3, '000000000x', ''].map((sequence) => but({ sequence })),
    )
  })

  it('refuses a time that is no UTC instant', () => {
    const wrong = ['2026-11-24', '2026-11-24T08:00:00+07:00', '2026-02-30T08:00:00Z', 'yesterday', '', 1_763_971_200]
    accepts(
      envelope,
      [],
      wrong.map((time) => but({ time })),
    )
  })

  it('refuses a malformed trace and another specversion', () => {
    accepts(envelope, [], [but({ traceparent: '00-abc' }), but({ specversion: '0.3' })])
  })

  it('refuses to do without any attribute but the trace', () => {
    const needed = Object.keys(offerPublished()).filter((name) => name !== 'traceparent')
    accepts(
      envelope,
      [],
      needed.map((name) => without(name)),
    )
  })

  it('refuses data that break the contract', () => {
    const { data } = offerPublished()
    accepts(envelope, [], [but({ data: {} }), but({ data: { ...data, revision: 0 } })])
  })
})

describe('event types', () => {
  const types = eventContracts.map(({ type }) => type as string)

  it('are unique', () => {
    assert.equal(new Set(types).size, types.length)
  })

  it('read techbridge.<aggregate>.<what happened>.v1', () => {
    assert.deepEqual(
      types.filter((type) => !/^techbridge\.[a-z]+\.([a-z]+-)*([a-z]+(ed|wn)|sent)\.v1$/.test(type)),
      [],
    )
  })

  it('lead to their contract, and unknown ones to none', () => {
    for (const contract of eventContracts) assert.equal(contractOf(contract.type), contract)
    assert.equal(contractOf('techbridge.offer.exploded.v1'), undefined)
  })
})

describe('superseded event types', () => {
  const superseded = eventContracts.filter(({ upcast }) => upcast)

  it('are read as a type on the same topic that is published', () => {
    assert.deepEqual(
      superseded.map(({ type, upcast }) => `${type} ${upcast?.to.type}`),
      [
        'techbridge.offer.expiry-noticed.v1 techbridge.offer.expiry-reminder-sent.v1',
        'techbridge.need.expiry-noticed.v1 techbridge.need.expiry-reminder-sent.v1',
      ],
    )
    for (const { topic, upcast } of superseded) {
      assert.equal(upcast?.to.topic, topic)
      assert.equal(contractOf(upcast?.to.type ?? ''), upcast?.to)
    }
  })
})

describe('sequence numbers', () => {
  it('sort as text as they count, and come back', () => {
    const numbers = [1, 2, 10, 99, 100, 4_294_967_296]
    const formatted = numbers.map(formatSequence)
    assert.deepEqual(formatted.toSorted(), formatted)
    assert.deepEqual(
      formatted.map((sequence) => sequenceOf({ sequence })),
      numbers,
    )
  })
})
