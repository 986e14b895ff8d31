import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { matchEvents, type Refusal } from '@techbridge/contracts'
import { actors } from '@techbridge/testkit'
import { type Aspect, aspectNames, bearingOn } from '../src/domain/aspects.ts'
import { approve, givenMatch, lapse, propose, providerAccepts, refuse, seekerAccepts } from './match-life.ts'

const { proposed, rescored } = matchEvents
const later = '2027-01-05T10:00:00.000Z'

const closed = {
  rejected: [refuse(actors.officer, 'reject')],
  declined: [approve, providerAccepts, refuse(actors.seeker, 'decline')],
  lapsed: [approve, lapse],
}

for (const [status, commands] of Object.entries(closed)) {
  describe(`a pair that was ${status}`, () => {
    test('does not come back unless a profile has changed', () => {
      givenMatch(...commands)
        .when(propose({}, later))
        .thenNothingHappens()
    })

    for (const change of [{ need: 2 }, { offer: 2 }, { need: 3, offer: 2 }]) {
      test(`comes back as if new after the revision ${JSON.stringify(change)} of what bears on the reason`, () => {
        const match = givenMatch(...commands)
          .when(propose(change, later, 0.6, ['maturity']))
          .thenHappens(proposed)
        assert.partialDeepStrictEqual(match!, {
          status: 'proposed',
          accepted: [],
          disclosed: false,
          askedAt: later,
        })
        assert.equal(match?.refusal, undefined)
        assert.equal(match?.remindedAt ?? match?.escalatedAt, undefined)
      })
    }
  })
}

describe('a refused pair', () => {
  for (const [code, bearing] of Object.entries(bearingOn) as [Refusal['code'], readonly Aspect[]][]) {
    for (const aspect of aspectNames) {
      const comesBack = bearing.includes(aspect)
      test(`refused as ${code} ${comesBack ? 'comes back' : 'stays refused'} after a change of ${aspect}`, () => {
        for (const commands of [
          [refuse(actors.officer, 'reject', code)],
          [approve, refuse(actors.seeker, 'decline', code)],
        ]) {
          const outcome = givenMatch(...commands).when(propose({ need: 2 }, later, 0.6, [aspect]))
          if (comesBack) outcome.thenHappens(proposed)
          else outcome.thenNothingHappens()
        }
      })
    }
  }

  test('stays refused when it is not known what has changed', () => {
    givenMatch(refuse(actors.officer, 'reject', 'other'))
      .when(propose({ need: 2 }, later))
      .thenNothingHappens()
  })
})

test('a lapsed pair comes back when either profile has changed', () => {
  givenMatch(approve, lapse)
    .when(propose({ offer: 2 }, later))
    .thenHappens(proposed)
})

describe('a pair that is open', () => {
  test('is scored anew after a revision; approved it stays, but what was accepted was another text', () => {
    const waiting = givenMatch()
      .when(propose({ offer: 2 }, later, 0.7))
      .thenHappens([rescored, { score: 0.7 }])
    assert.equal(waiting?.status, 'proposed')
    const half = givenMatch(approve, providerAccepts)
      .when(propose({ need: 2 }, later, 0.5))
      .thenHappens(rescored)
    assert.partialDeepStrictEqual(half!, { status: 'approved', accepted: [], score: 0.5 })
  })

  test('stays as it is when nothing changed', () => {
    givenMatch()
      .when(propose({}, later, 0.9))
      .thenNothingHappens()
    givenMatch(approve)
      .when(propose({}, later, 0.9))
      .thenNothingHappens()
  })
})

describe('a match of which the score is stale', () => {
  const rescore = (score: number, need = 1) =>
    ({ ...propose({ need }, later, score), type: 'rescore' }) as ReturnType<typeof propose>

  test('is scored anew, and everything else of it stays', () => {
    const half = givenMatch(approve, providerAccepts)
      .when(rescore(0.5))
      .thenHappens([rescored, { score: 0.5 }])
    assert.partialDeepStrictEqual(half!, { status: 'approved', accepted: ['provider'], score: 0.5 })
  })

  test('stays as it is when the score is about the same, is of other texts, or nobody is to decide any more', () => {
    givenMatch().when(rescore(0.605)).thenNothingHappens()
    givenMatch().when(rescore(0.9, 2)).thenNothingHappens()
    givenMatch(refuse(actors.officer, 'reject')).when(rescore(0.9)).thenNothingHappens()
    givenMatch(lapse).when(rescore(0.9)).thenNothingHappens()
  })
})

test('a pair that agreed is never proposed again', () => {
  givenMatch(approve, providerAccepts, seekerAccepts)
    .when(propose({ need: 5, offer: 5 }, later))
    .thenNothingHappens()
})

test('an assessment of older revisions comes too late', () => {
  const newer = [propose({ need: 2, offer: 2 }), refuse(actors.officer, 'reject')]
  for (const older of [
    { need: 1, offer: 2 },
    { need: 2, offer: 1 },
    { need: 1, offer: 3 },
  ]) {
    givenMatch(...newer)
      .when(propose(older, later))
      .thenNothingHappens()
  }
})
