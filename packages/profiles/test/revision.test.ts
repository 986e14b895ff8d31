import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { offerEvents } from '@techbridge/contracts'
import { cameInto, day, draft, first, givenOffer, officer, owner, second } from './offer-life.ts'

const { drafted, submitted, published, returned, edited, rejected, withdrawn } = offerEvents

describe('an edit that changes nothing', () => {
  test('of a draft, of a publication or of a revision, makes no event', () => {
    const same = { ...first, ip: { patents: first.ip.patents, status: first.ip.status } }
    givenOffer(draft)
      .when(owner({ type: 'edit', content: same }, 2))
      .thenNothingHappens()
    givenOffer(...cameInto.published)
      .when(owner({ type: 'edit', content: same }, 20))
      .thenNothingHappens()
    givenOffer(...cameInto.revising)
      .when(owner({ type: 'edit', content: second }, 20))
      .thenNothingHappens()
  })
})

describe('drafting', () => {
  test('keeps what was written, and no content is public', () => {
    const offer = givenOffer()
      .when(draft)
      .thenHappens([drafted, { content: first }])
    assert.equal(offer?.content, undefined)
    assert.deepEqual(offer?.draft, first)
    assert.equal(offer?.revision, 0)
  })

  test('the same id twice is refused', () => {
    givenOffer(draft).when(draft).thenIsRefused({ kind: 'conflict', code: 'exists' })
  })

  test('a returned draft may be written anew and submitted again', () => {
    const back = [draft, owner({ type: 'submit' }), officer({ type: 'return', reason: 'no numbers' })]
    givenOffer(draft, owner({ type: 'submit' }))
      .when(officer({ type: 'return', reason: 'no numbers' }))
      .thenHappens([returned, { reason: 'no numbers' }])
    givenOffer(...back)
      .when(owner({ type: 'edit', content: second }))
      .thenHappens([edited, { content: second }])
    givenOffer(...back, owner({ type: 'edit', content: second }))
      .when(owner({ type: 'submit' }))
      .thenHappens(submitted)
  })
})

describe('publishing', () => {
  test('makes the draft public for 365 days as revision 1', () => {
    const offer = givenOffer(...cameInto.underReview)
      .when(officer({ type: 'publish' }, 3))
      .thenHappens([published, { content: first, revision: 1, publishedAt: day(3), expiresAt: day(368) }])
    assert.deepEqual(offer?.content, first)
    assert.equal(offer?.draft, undefined)
  })
})

describe('a revision', () => {
  test('leaves what is public as it is until it passes review', () => {
    const editing = givenOffer(...cameInto.published)
      .when(owner({ type: 'edit', content: second }, 10))
      .thenHappens(edited)
    assert.deepEqual([editing?.content, editing?.draft, editing?.revision], [first, second, 1])

    const reviewed = givenOffer(...cameInto.revising)
      .when(owner({ type: 'submit' }, 11))
      .thenHappens(submitted)
    assert.deepEqual([reviewed?.content, reviewed?.draft, reviewed?.revision], [first, second, 1])

    const passed = givenOffer(...cameInto.revisionUnderReview)
      .when(officer({ type: 'publish' }, 12))
      .thenHappens([published, { content: second, revision: 2, publishedAt: day(0), expiresAt: day(365) }])
    assert.deepEqual([passed?.content, passed?.draft, passed?.revision], [second, undefined, 2])
  })

  test('that is rejected is gone, and the published one stays', () => {
    const offer = givenOffer(...cameInto.revisionUnderReview)
      .when(officer({ type: 'reject', reason: 'worse than before' }, 12))
      .thenHappens(rejected)
    assert.deepEqual([offer?.status, offer?.content, offer?.draft], ['published', first, undefined])
  })

  test('that is returned may be written further', () => {
    const offer = givenOffer(...cameInto.revisionUnderReview)
      .when(officer({ type: 'return', reason: 'which patent?' }, 12))
      .thenHappens(returned)
    assert.deepEqual([offer?.status, offer?.content, offer?.draft], ['revising', first, second])
  })

  test('does not keep the offer from being withdrawn', () => {
    givenOffer(...cameInto.revisionUnderReview)
      .when(owner({ type: 'withdraw', reason: 'licensed elsewhere' }, 12))
      .thenHappens([withdrawn, { reason: 'licensed elsewhere' }])
  })
})
