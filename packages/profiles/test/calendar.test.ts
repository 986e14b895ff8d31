import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { offerEvents } from '@techbridge/contracts'
import { stateAfter } from '@techbridge/testkit'
import { cameInto, day, deadline, decider, givenOffer, officer, owner, past } from './offer-life.ts'

const { expiryReminderSent, expired, archived, renewed } = offerEvents
const renew = (at: number) => owner({ type: 'renew' }, at)
const open = ['published', 'revising', 'revisionUnderReview'] as const

describe('expiry', () => {
  for (const status of open) {
    test(`of an offer in status ${status} is noticed 14 days before, once`, () => {
      givenOffer(...cameInto[status])
        .when(deadline(350))
        .thenNothingHappens()
      givenOffer(...cameInto[status])
        .when(deadline(351))
        .thenHappens([expiryReminderSent, { expiresAt: day(365) }])
      givenOffer(...cameInto[status], deadline(351))
        .when(deadline(352))
        .thenNothingHappens()
      givenOffer(...cameInto[status], deadline(351))
        .when(deadline(364))
        .thenNothingHappens()
    })

    test(`of an offer in status ${status} comes on day 365, noticed or not`, () => {
      givenOffer(...cameInto[status], deadline(351))
        .when(deadline(365))
        .thenHappens(expired)
      givenOffer(...cameInto[status])
        .when(deadline(500))
        .thenHappens(expired)
    })
  }

  test('leads to the archive two years after', () => {
    givenOffer(...cameInto.expired)
      .when(deadline(365 + 729))
      .thenNothingHappens()
    givenOffer(...cameInto.expired)
      .when(deadline(365 + 731))
      .thenHappens(archived)
    givenOffer(...cameInto.archived)
      .when(deadline(9999))
      .thenNothingHappens()
  })

  test('never touches what is not public', () => {
    for (const status of ['draft', 'underReview', 'rejected', 'withdrawn', 'archived'] as const) {
      const state = stateAfter(decider, past(...cameInto[status]))!
      assert.equal(decider.dueAt(state), undefined)
      givenOffer(...cameInto[status])
        .when(deadline(9999))
        .thenNothingHappens()
    }
  })
})

describe('renewal', () => {
  for (const status of open) {
    test(`of an offer in status ${status} is closed before day 335 and adds 365 days from then on`, () => {
      givenOffer(...cameInto[status])
        .when(renew(334))
        .thenIsRefused({ kind: 'conflict', code: 'guard-renewal-window' })
      const offer = givenOffer(...cameInto[status])
        .when(renew(335))
        .thenHappens([renewed, { revision: 1, publishedAt: day(0), expiresAt: day(730) }])
      assert.equal(offer?.status, status)
    })
  }

  test('is possible once', () => {
    givenOffer(...cameInto.published, renew(340))
      .when(renew(700))
      .thenIsRefused({ kind: 'conflict', code: 'guard-renewal-window', allowed: ['edit', 'withdraw'] })
    givenOffer(...cameInto.published, renew(340))
      .when(officer({ type: 'renew' }, 700))
      .thenIsRefused({ kind: 'conflict', code: 'guard-renewal-window' })
  })

  test('brings a second notice before the new expiry', () => {
    const renewedAfterNotice = [...cameInto.published, deadline(351), renew(352)]
    givenOffer(...renewedAfterNotice)
      .when(deadline(365))
      .thenNothingHappens()
    givenOffer(...renewedAfterNotice)
      .when(deadline(716))
      .thenHappens(expiryReminderSent)
    givenOffer(...renewedAfterNotice, deadline(716))
      .when(deadline(730))
      .thenHappens(expired)
  })
})
