import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offerEvents, profileStatus, visibleStatuses } from '@techbridge/contracts'
import { DomainError, system } from '@techbridge/domain'
import { actors } from '@techbridge/testkit'
import fc from 'fast-check'
import { day, decider, draft, first, type Offer, type OfferCommand, second } from './offer-life.ts'

const contracts = new Map<string, (typeof offerEvents)[keyof typeof offerEvents]>(
  Object.values(offerEvents).map((contract) => [contract.type, contract]),
)

const step = fc.record({
  type: fc.constantFrom('edit', 'submit', 'publish', 'return', 'reject', 'withdraw', 'renew', 'deadline', 'draft'),
  by: fc.constantFrom(actors.provider, actors.officer, actors.otherProvider, actors.seeker, system('offers')),
  days: fc.constantFrom(0, 1, 20, 100, 340),
  content: fc.constantFrom(first, second),
})

const isPublic = ({ status }: Offer) => (visibleStatuses as readonly string[]).includes(status)

test('no sequence of commands breaks an offer', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let state = decider.evolve(undefined, decider.decide(undefined, draft)[0]!, day(0))
      let today = 0
      for (const { type, by, days, content } of steps) {
        today += days
        const command = { ...draft, type, by, content, at: day(today), reason: 'because' } as OfferCommand
        const before = structuredClone(state)
        let events: ReturnType<typeof decider.decide> = []
        try {
          events = decider.decide(state, command)
        } catch (error) {
          assert.ok(error instanceof DomainError, String(error))
        }
        assert.deepEqual(state, before, 'deciding changes nothing')

        for (const event of events) {
          contracts.get(event.type)!.data.parse(event.data)
          state = decider.evolve(state, event, command.at)
          check(before, state)
        }
      }
    }),
    { numRuns: 300 },
  )
})

const check = (before: Offer, after: Offer) => {
  profileStatus.parse(after.status)
  assert.equal(after.content !== undefined, after.revision > 0, 'content that was public is counted')
  assert.ok(!isPublic(after) || after.content !== undefined, 'what is public has a content')
  assert.ok(!isPublic(after) || after.expiresAt !== undefined, 'what is public expires')
  const beingWritten = ['draft', 'underReview', 'revising', 'revisionUnderReview'].includes(after.status)
  assert.ok(!beingWritten || after.draft !== undefined, 'what is being written is kept')
  assert.ok(after.status !== 'published' || after.draft === undefined, 'no revision hides behind a publication')
  assert.ok(after.revision === before.revision || after.revision === before.revision + 1)
  assert.deepEqual([after.id, after.reference, after.createdAt], [before.id, before.reference, before.createdAt])
}
