import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { offerEvents, type ProfileStatus } from '@techbridge/contracts'
import { organisations, stateAfter } from '@techbridge/testkit'
import { cameInto, decider, draft, first, givenOffer, owner, past, second } from './offer-life.ts'

const { edited, organisationRenamed, submitted } = offerEvents
const renamed = { ...organisations.university, name: '滇池大学' }

describe('an organisation that is named otherwise by now', () => {
  for (const status of Object.keys(cameInto) as ProfileStatus[]) {
    test(`is renamed in an offer in status ${status}, which stays as it is otherwise`, () => {
      const when = givenOffer(...cameInto[status]).when(owner({ type: 'rename', owner: renamed }, 20))
      const offer = when.thenHappens([organisationRenamed, { organisation: renamed }])
      assert.equal(offer?.status, status)
      assert.deepEqual(offer?.organisation, renamed)
    })
  }

  test('is told with all that is public, and with no content of what is not', () => {
    for (const status of ['published', 'revising', 'revisionUnderReview'] as const)
      givenOffer(...cameInto[status])
        .when(owner({ type: 'rename', owner: renamed }, 20))
        .thenHappens([organisationRenamed, { content: first, revision: 1 }])
    const [event] = decider.decide(stateAfter(decider, past(draft)), owner({ type: 'rename', owner: renamed }))
    assert.deepEqual(Object.keys(event!.data).toSorted(), ['id', 'organisation', 'reference', 'type'])
  })

  test('is renamed before what its owner does, in one step', () => {
    givenOffer(draft)
      .when(owner({ type: 'edit', content: second, owner: renamed }, 2))
      .thenHappens([organisationRenamed, { organisation: renamed }], [edited, { organisation: renamed }])
    givenOffer(draft)
      .when(owner({ type: 'submit', owner: renamed }, 2))
      .thenHappens(organisationRenamed, [submitted, { organisation: renamed }])
  })

  test('is not renamed by what is refused', () => {
    givenOffer(...cameInto.published)
      .when(owner({ type: 'submit', owner: renamed }, 2))
      .thenIsRefused({ kind: 'conflict' })
  })

  test('makes nothing happen where it bears that name, and where it is another organisation', () => {
    for (const who of [organisations.university, { ...organisations.institute, name: 'Else' }])
      givenOffer(...cameInto.published)
        .when(owner({ type: 'rename', owner: who }, 20))
        .thenNothingHappens()
  })
})
