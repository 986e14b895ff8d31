import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { matchEvents } from '@techbridge/contracts'
import { actors, given, history } from '@techbridge/testkit'
import {
  approve,
  by,
  deadline,
  decider,
  gate,
  gatedAs,
  givenMatch,
  id,
  matcher,
  propose,
  providerAccepts,
  refuse,
  release,
  seekerAccepts,
  tuesday,
} from './match-life.ts'

const { proposed, rescored, approved, released, accepted, rejected, reminded, escalated, lapsed } = matchEvents
const monday = '2026-11-30T09:30:00.000Z'
const hold = gate('hold')
const givenHeld = (...commands: Parameters<typeof givenMatch>) =>
  given(decider, ...history(decider, gatedAs(hold), ...commands))
/** Approved and accepted by the provider before a revision that the gate holds. */
const heldLate = [approve, providerAccepts, gatedAs(hold, { offer: 2 }, monday)]

describe('a match that the gate holds', () => {
  test('is proposed to the officer, with what the gate said', () => {
    const match = given(decider)
      .when(gatedAs(hold))
      .thenHappens([proposed, { gate: hold }])
    assert.deepEqual(match?.gate, hold)
    assert.equal(match?.status, 'proposed')
  })

  test('may be released or rejected, and not approved before', () => {
    const refusal = { kind: 'conflict', code: 'guard-office-review', allowed: ['reject', 'release'] } as const
    givenHeld().when(approve).thenIsRefused(refusal)
    givenHeld().when(refuse(actors.officer, 'reject')).thenHappens(rejected)
    const match = givenHeld()
      .when(release(actors.officer))
      .thenHappens([released, { reason: 'Checked.', dueAt: '2026-12-01T09:30:00.000Z' }])
    assert.deepEqual(match?.gate?.release, { reason: 'Checked.', at: tuesday })
    givenHeld(release(actors.officer)).when(approve).thenHappens(approved)
  })

  test('is for officers alone to release, once', () => {
    for (const who of [actors.provider, actors.seeker, matcher])
      givenHeld().when(release(who)).thenIsRefused({ kind: 'forbidden', code: 'not-yours-to-do' })
    givenHeld(release(actors.officer))
      .when(release(actors.officer))
      .thenIsRefused({ kind: 'conflict', code: 'guard-held' })
  })

  test('stays released, or held, when its score alone is another', () => {
    const rescore = { ...propose({}, tuesday, 0.9), type: 'rescore' } as ReturnType<typeof propose>
    const match = givenHeld(release(actors.officer))
      .when(rescore)
      .thenHappens([rescored, { score: 0.9 }])
    assert.deepEqual(match?.gate?.release, { reason: 'Checked.', at: tuesday })
    assert.deepEqual(givenHeld().when(rescore).thenHappens(rescored)?.gate, hold)
  })

  test('stays released as long as the gate says the same of the same texts', () => {
    const given = () => givenHeld(release(actors.officer))
    given().when(gatedAs(hold)).thenNothingHappens()
    given()
      .when(gatedAs({ ...hold, edition: '2027-01-01' }))
      .thenHappens([rescored, { gate: { outcome: 'hold' } }])
    const match = given()
      .when(gatedAs(hold, { need: 2 }))
      .thenHappens(rescored)
    assert.equal(match?.gate?.release, undefined, 'what was released was another text')
  })
})

describe('a match that nothing holds', () => {
  test('cannot be released', () => {
    for (const outcome of ['clear', 'notAssessed'] as const)
      given(decider, ...history(decider, gatedAs(gate(outcome))))
        .when(release(actors.officer))
        .thenIsRefused({ kind: 'conflict', code: 'guard-held' })
  })
})

describe('an approved match that the gate comes to hold', () => {
  test('is not accepted until an officer releases it; the parties are told no reason', () => {
    const match = givenMatch(approve, providerAccepts)
      .when(gatedAs(hold, { offer: 2 }, monday))
      .thenHappens([rescored, { gate: hold }])
    assert.partialDeepStrictEqual(match!, { status: 'approved', disclosed: true, accepted: [], askedAt: monday })
    assert.throws(
      () => decider.decide(match, by(actors.seeker, 'accept', monday)),
      (error: any) => error.code === 'guard-office-review' && error.found === undefined,
    )
    assert.deepEqual(decider.actions(match!, { relations: ['seeker'], at: monday }), ['decline'])
  })

  test('keeps what was accepted of the same texts, and goes on with it', () => {
    const acceptance = [approve, providerAccepts, gatedAs(hold)] as const
    const match = givenMatch(...acceptance)
      .when(release(actors.officer))
      .thenHappens(released)
    assert.deepEqual(match?.accepted, ['provider'])
    givenMatch(...acceptance, release(actors.officer))
      .when(seekerAccepts)
      .thenHappens(accepted, matchEvents.agreed)
  })

  test('waits for the officer as a proposed one does', () => {
    const late = '2027-01-29T09:30:00.000Z'
    givenMatch(...heldLate)
      .when(deadline(late))
      .thenHappens([reminded, { awaiting: 'officer' }])
    givenMatch(...heldLate, deadline(late))
      .when(deadline('2027-02-08T09:30:00.000Z'))
      .thenHappens(escalated)
    givenMatch(...heldLate, deadline(late), deadline('2027-02-08T09:30:00.000Z'))
      .when(deadline('2027-02-19T09:30:00.000Z'))
      .thenHappens([lapsed, { cause: 'noAnswer', disclosed: true }])
  })

  test('gives the parties their whole time once it is released', () => {
    const later = '2026-12-02T09:30:00.000Z'
    const match = givenMatch(...heldLate)
      .when(release(actors.officer, later))
      .thenHappens([released, { dueAt: '2026-12-16T09:30:00.000Z' }])
    assert.equal(match?.askedAt, later)
  })
})

describe('an open match that the gate comes to refuse', () => {
  const refused = { type: 'lapse', cause: 'noLongerFits', gate: gate('refuse'), at: tuesday, by: matcher } as const

  test('lapses, and its record says what the gate said', () => {
    for (const commands of [[], [approve]]) {
      const match = givenMatch(...commands)
        .when(refused)
        .thenHappens([lapsed, { cause: 'noLongerFits', gate: gate('refuse') }])
      assert.equal(match?.gate?.outcome, 'refuse')
    }
  })

  test('stays when what was refused were older texts than it is of by now', () => {
    for (const revisions of [{ need: 2 }, { offer: 2 }, { need: 2, offer: 2 }]) {
      const assessed = { need: { revision: 1 }, offer: { revision: 1 } }
      givenMatch(approve, gatedAs(gate('clear'), revisions))
        .when({ ...refused, assessed })
        .thenNothingHappens()
      givenMatch(approve)
        .when({ ...refused, assessed })
        .thenHappens(lapsed)
    }
    givenMatch(approve)
      .when({ ...refused, assessed: { need: { revision: 2 }, offer: { revision: 1 } } })
      .thenHappens(lapsed)
  })

  test('comes back after a change that the gate lets pass', () => {
    givenMatch(refused)
      .when(gatedAs(gate('clear'), { offer: 2 }))
      .thenHappens([proposed, { gate: { outcome: 'clear' } }])
  })
})

test('a match of an earlier version has no answer of the gate, and needs none', () => {
  const [{ event, at }] = history(decider, propose()) as any
  const { gate: _, ...data } = event.data
  const old = given(decider, { event: { ...event, data }, at })
  old.when(propose()).thenNothingHappens()
  old.when(approve).thenHappens([approved, { id }])
  old.when(release(actors.officer)).thenIsRefused({ kind: 'conflict', code: 'guard-held' })
})
