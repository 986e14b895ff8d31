import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type CloudEvent,
  eventContracts,
  formatSequence,
  needEvents,
  offerEvents,
  type Publication,
  publicationEvents,
  publicationOf,
} from '../src/index.ts'
import { offerPublished } from './fixtures.ts'

const happened = (type: string, seq = 3, subject = 'offer_0123456789abcdef01234567'): CloudEvent => ({
  ...(offerPublished() as unknown as CloudEvent),
  type,
  subject,
  sequence: formatSequence(seq),
})
const families = [
  ['offer', offerEvents],
  ['need', needEvents],
] as const

for (const [kind, { published, renewed, organisationRenamed, withdrawn, expired }] of families) {
  describe(`given ${kind === 'offer' ? 'an offer' : 'a need'}`, () => {
    for (const { type } of [published, renewed, organisationRenamed]) {
      it(`when ${type} comes, then it stands in public as the event says`, () => {
        const event = happened(type, 7, `${kind}_1`)
        assert.deepEqual(publicationOf(event), { kind, id: `${kind}_1`, version: 7, published: event.data })
      })
    }
    it('when the organisation of one that is not public is renamed, then nothing of what is public changes', () => {
      const { content, ...data } = offerPublished().data
      assert.equal(publicationOf({ ...happened(organisationRenamed.type), data }), undefined)
    })
    for (const { type } of [withdrawn, expired]) {
      it(`when ${type} comes, then it is public no more`, () => {
        assert.deepEqual(publicationOf(happened(type, 8, `${kind}_1`)), { kind, id: `${kind}_1`, version: 8 })
      })
    }
  })
}

it('given anything, when any other event comes, then nothing of what is public changes', () => {
  const changing: string[] = families.flatMap(([, { published, renewed, organisationRenamed, withdrawn, expired }]) =>
    [published, renewed, organisationRenamed, withdrawn, expired].map(({ type }) => type),
  )
  const others = eventContracts.map(({ type }): string => type).filter((type) => !changing.includes(type))
  assert.ok(others.length > 20)
  for (const type of [...others, 'techbridge.offer.published.v2'])
    assert.equal(publicationOf(happened(type)), undefined)
})

it('given a life, when its events come in any order and more than once, then the newest decides', () => {
  const types = Object.values(offerEvents).map(({ type }) => type)
  const lives = fc.array(fc.constantFrom(...types), { minLength: 1, maxLength: 12 }).chain((life) => {
    const events = life.map((type, place) => happened(type, place + 1))
    const again = fc.subarray(events)
    return again.chain((repeated) => {
      const all = [...events, ...repeated]
      return fc.record({ events: fc.constant(events), delivered: fc.shuffledSubarray(all, { minLength: all.length }) })
    })
  })
  const standing = (events: readonly CloudEvent[]) =>
    events.map(publicationOf).reduce<Publication | undefined>((known, next) => {
      return next && next.version > (known?.version ?? 0) ? next : known
    }, undefined)
  fc.assert(
    fc.property(lives, ({ events, delivered }) => {
      assert.deepEqual(standing(delivered), events.map(publicationOf).findLast(Boolean))
    }),
  )
})

describe('the events that change what is public', () => {
  it('are those that give a publication, by kind', () => {
    for (const [kind] of families) {
      const changing = eventContracts.filter(({ type }) => publicationOf(happened(type))?.kind === kind)
      assert.deepEqual(
        publicationEvents[kind].map(({ type }) => type).toSorted(),
        changing.map(({ type }) => type).toSorted(),
      )
    }
  })
})
