import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offerEvents, offersApi } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import type { Aggregate } from '@techbridge/runtime'
import { offerContent, organisations, stateAfter } from '@techbridge/testkit'
import fc from 'fast-check'
import type { ProfileKindSpec } from '../src/domain/kind.ts'
import type { AnyContent } from '../src/domain/profile.ts'
import { profileLife } from '../src/domain/profile-life.ts'
import { type Review, viewOf } from '../src/usecases/disclosure.ts'
import {
  cameInto,
  day,
  deadline,
  decider,
  first,
  id,
  type Offer,
  officer,
  owner,
  past,
  reference,
  second,
} from './offer-life.ts'

const spec = {
  kind: 'offer',
  service: 'offers',
  ownerRole: 'provider',
  events: offerEvents,
  life: profileLife<AnyContent>(offerEvents, 'provider'),
  view: offersApi.get.response,
  patentKeys: () => [],
}

const publicView = (state: Offer, version: number) =>
  viewOf({ state, version } as Aggregate<Offer, Review>, undefined, day(0), spec as ProfileKindSpec)

const steps = {
  edit: (at: number) => owner({ type: 'edit', content: at % 2 ? first : second }, at),
  submit: (at: number) => owner({ type: 'submit' }, at),
  publish: (at: number) => officer({ type: 'publish' }, at),
  return: (at: number) => officer({ type: 'return', reason: 'because' }, at),
  reject: (at: number) => officer({ type: 'reject', reason: 'because' }, at),
  rename: (at: number) =>
    owner({ type: 'rename', owner: { ...organisations.university, name: `Dianchi University ${at}` } }, at),
  renew: (at: number) => owner({ type: 'renew' }, at),
  deadline,
}

/** The events that a command makes happen; none when it is refused. */
const eventsOf = (state: Offer, command: Parameters<typeof decider.decide>[1]) => {
  try {
    return decider.decide(state, command)
  } catch (error) {
    assert.ok(error instanceof DomainError, String(error))
    return []
  }
}

test('given an offer that is public, whatever happens, its public version counts the changes that everyone sees, and no others', () => {
  const step = fc.record({
    name: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
    days: fc.constantFrom(0, 1, 2, 3, 4, 340),
  })
  const shown: string[] = [offerEvents.published.type, offerEvents.renewed.type, offerEvents.organisationRenamed.type]
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (given) => {
      const before = past(...cameInto.published)
      let state = stateAfter(decider, before) as Offer
      let version = before.length
      let today = 0
      for (const { name, days } of given) {
        today += days
        const command = steps[name](today)
        for (const event of eventsOf(state, command)) {
          const was = publicView(state, version)
          state = decider.evolve(state, event, command.at)
          version += 1
          const is = publicView(state, version)
          if (!was || !is) return
          const shows = shown.includes(event.type)
          assert.equal(is.version, was.version + (shows ? 1 : 0), event.type)
          if (!shows) assert.deepEqual(is, was, event.type)
          seen.add(event.type)
        }
      }
    }),
  )
  for (const type of [...shown, offerEvents.edited.type]) assert.ok(seen.has(type), `${type} happened`)
})

test('given an anonymous offer that is public, when its organisation is renamed, then nobody else sees any change', () => {
  const anonymous = offerContent({ anonymous: true })
  const life = past(
    owner({ type: 'draft', id, reference, organisation: organisations.university, content: anonymous }),
    owner({ type: 'submit' }),
    officer({ type: 'publish' }),
  )
  const before = stateAfter(decider, life) as Offer
  const command = steps.rename(1)
  const [event, ...others] = eventsOf(before, command)
  assert.deepEqual([event?.type, others.length], [offerEvents.organisationRenamed.type, 0])
  const after = decider.evolve(before, event!, command.at)
  assert.equal(after.organisation.name, 'Dianchi University 1')
  assert.deepEqual(publicView(after, life.length + 1), publicView(before, life.length))
})
