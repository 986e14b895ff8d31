import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { matchEvents } from '@techbridge/contracts'
import { actors, given } from '@techbridge/testkit'
import {
  approve,
  by,
  decider,
  givenMatch,
  lapse,
  propose,
  proposed,
  providerAccepts,
  refuse,
  seekerAccepts,
} from './match-life.ts'

const { approved, rejected, accepted, declined, agreed, lapsed } = matchEvents
const tenWorkingDays = '2026-12-08T09:30:00.000Z'

describe('a proposed match', () => {
  test('gives the officer five working days', () => {
    given(decider)
      .when(propose())
      .thenHappens([matchEvents.proposed, { dueAt: '2026-12-01T09:30:00.000Z' }])
  })

  test('is approved by an officer, which gives the parties ten working days', () => {
    const match = given(decider, proposed)
      .when(approve)
      .thenHappens([approved, { dueAt: tenWorkingDays }])
    assert.equal(match?.disclosed, true)
  })

  test('is rejected with a reason', () => {
    given(decider, proposed)
      .when(refuse(actors.admin, 'reject'))
      .thenHappens([rejected, { refusal: { code: 'wrongMaturity' } }])
  })

  test('is not for the parties to act on', () => {
    for (const who of [actors.provider, actors.seeker]) {
      givenMatch().when(by(who, 'accept')).thenIsRefused({ kind: 'conflict', code: 'illegal-transition', allowed: [] })
      givenMatch().when(by(who, 'approve')).thenIsRefused({ kind: 'forbidden', allowed: [] })
      givenMatch().when(refuse(who, 'reject')).thenIsRefused({ kind: 'forbidden', allowed: [] })
    }
  })
})

describe('an approved match', () => {
  test('is agreed when both parties have accepted, whichever came first', () => {
    givenMatch(approve)
      .when(providerAccepts)
      .thenHappens([accepted, { party: 'provider' }])
    const one = givenMatch(approve, providerAccepts).when(seekerAccepts)
    const other = givenMatch(approve, seekerAccepts).when(providerAccepts)
    assert.equal(one.thenHappens([accepted, { party: 'seeker' }], agreed)?.status, 'agreed')
    assert.equal(other.thenHappens([accepted, { party: 'provider' }], agreed)?.status, 'agreed')
  })

  test('is accepted once by each', () => {
    givenMatch(approve, providerAccepts)
      .when(providerAccepts)
      .thenIsRefused({ kind: 'conflict', code: 'guard-not-yet-accepted', allowed: ['decline'] })
  })

  test('is declined by either, also after having accepted', () => {
    givenMatch(approve)
      .when(refuse(actors.seeker, 'decline'))
      .thenHappens([declined, { party: 'seeker', refusal: { code: 'wrongMaturity' } }])
    givenMatch(approve, providerAccepts)
      .when(refuse(actors.provider, 'decline'))
      .thenHappens([declined, { party: 'provider' }])
  })

  test('is for its own parties alone', () => {
    for (const who of [actors.otherProvider, actors.otherSeeker, actors.officer]) {
      givenMatch(approve).when(by(who, 'accept')).thenIsRefused({ kind: 'forbidden', code: 'not-yours-to-do' })
      givenMatch(approve).when(refuse(who, 'decline')).thenIsRefused({ kind: 'forbidden', code: 'not-yours-to-do' })
    }
    const providerAsSeeker = { ...actors.provider, role: 'seeker' as const }
    givenMatch(approve).when(by(providerAsSeeker, 'accept')).thenIsRefused({ kind: 'forbidden' })
  })
})

describe('a match lapses', () => {
  test('while it is open, and says whether the parties knew of it', () => {
    givenMatch()
      .when(lapse)
      .thenHappens([lapsed, { cause: 'offerWithdrawn', disclosed: false }])
    givenMatch(approve)
      .when(lapse)
      .thenHappens([lapsed, { cause: 'offerWithdrawn', disclosed: true }])
  })

  test('not when it is decided', () => {
    givenMatch(refuse(actors.officer, 'reject')).when(lapse).thenNothingHappens()
    givenMatch(approve, refuse(actors.seeker, 'decline')).when(lapse).thenNothingHappens()
    givenMatch(approve, providerAccepts, seekerAccepts).when(lapse).thenNothingHappens()
    givenMatch(lapse).when(lapse).thenNothingHappens()
  })
})

test('what does not exist cannot be acted on', () => {
  for (const command of [approve, providerAccepts, refuse(actors.officer, 'reject')]) {
    given(decider).when(command).thenIsRefused({ kind: 'notFound' })
  }
  given(decider).when(lapse).thenNothingHappens()
})

test('once decided, nobody may do anything', () => {
  const ends = [
    [refuse(actors.officer, 'reject')],
    [approve, refuse(actors.seeker, 'decline')],
    [approve, providerAccepts, seekerAccepts],
    [lapse],
  ]
  for (const end of ends) {
    for (const command of [approve, providerAccepts, seekerAccepts, refuse(actors.officer, 'reject')]) {
      givenMatch(...end)
        .when(command)
        .thenIsRefused({ kind: 'conflict', code: 'illegal-transition', allowed: [] })
    }
  }
})
