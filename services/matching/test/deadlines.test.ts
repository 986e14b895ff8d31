import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { matchEvents } from '@techbridge/contracts'
import { actors, given, history, stateAfter } from '@techbridge/testkit'
import {
  approve,
  by,
  deadline,
  decider,
  givenMatch,
  propose,
  proposed,
  providerAccepts,
  until,
  workingDaysAfter,
} from './match-life.ts'

const { reminded, escalated, lapsed } = matchEvents
const at = (date: string) => `${date}T09:30:00.000Z`
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString()

/** The Tuesday is 24 November; 28 and 29 November and 5 and 6 December are weekends. */
const officer = { reminder: at('2026-11-27'), end: at('2026-12-01'), lapse: at('2026-12-08') }
const parties = { reminder: at('2026-12-01'), end: at('2026-12-08') }

describe('while the officer’s answer is awaited', () => {
  const afterReminder = deadline(officer.reminder)
  const afterEscalation = deadline(officer.end)

  test('a reminder goes out at half of the time', () => {
    given(decider, proposed)
      .when(deadline(justBefore(officer.reminder)))
      .thenNothingHappens()
    given(decider, proposed)
      .when(deadline(officer.reminder))
      .thenHappens([reminded, { awaiting: 'officer', dueAt: officer.end }])
  })

  test('the officer’s lead is asked at its end', () => {
    givenMatch(afterReminder)
      .when(deadline(justBefore(officer.end)))
      .thenNothingHappens()
    givenMatch(afterReminder).when(deadline(officer.end)).thenHappens(escalated)
  })

  test('the match lapses after as much time again', () => {
    givenMatch(afterReminder, afterEscalation)
      .when(deadline(justBefore(officer.lapse)))
      .thenNothingHappens()
    givenMatch(afterReminder, afterEscalation)
      .when(deadline(officer.lapse))
      .thenHappens([lapsed, { cause: 'noAnswer', disclosed: false }])
  })
})

describe('while the parties’ answers are awaited', () => {
  test('a reminder goes out at half of the time, also when the officer was reminded', () => {
    givenMatch(approve)
      .when(deadline(justBefore(parties.reminder)))
      .thenNothingHappens()
    givenMatch(approve)
      .when(deadline(parties.reminder))
      .thenHappens([reminded, { awaiting: 'parties', dueAt: parties.end }])
    const approvedLate = { ...approve, at: officer.reminder }
    givenMatch(deadline(officer.reminder), approvedLate)
      .when(deadline(workingDaysAfter(officer.reminder, 5)))
      .thenHappens([reminded, { awaiting: 'parties' }])
  })

  test('the match lapses at its end', () => {
    givenMatch(approve, deadline(parties.reminder))
      .when(deadline(justBefore(parties.end)))
      .thenNothingHappens()
    givenMatch(approve, deadline(parties.reminder))
      .when(deadline(parties.end))
      .thenHappens([lapsed, { cause: 'noAnswer', disclosed: true }])
  })
})

test('an approval on a Friday gives two whole weeks', () => {
  const friday = at('2026-11-27')
  const match = stateAfter(decider, [proposed])!
  assert.equal(
    decider.dueAt({ ...match, status: 'approved', askedAt: friday, remindedAt: at('2026-12-04') }),
    at('2026-12-11'),
  )
})

test('nothing is due once a match is decided', () => {
  const match = stateAfter(decider, [proposed])!
  for (const status of ['rejected', 'declined', 'agreed', 'lapsed'] as const) {
    assert.equal(decider.dueAt({ ...match, status }), undefined)
  }
})

test('a pair that comes back gets its time anew', () => {
  const lapsedOnce = [deadline(at('2026-12-15')), deadline(at('2026-12-18')), deadline(at('2027-01-04'))]
  const again = propose({ offer: 2 }, at('2027-01-05'))
  givenMatch(...lapsedOnce, again)
    .when(deadline(at('2027-01-06')))
    .thenNothingHappens()
  givenMatch(...lapsedOnce, again)
    .when(deadline(at('2027-01-08')))
    .thenHappens([reminded, { awaiting: 'officer' }])
})

describe('after a long outage every step leaves its own time', () => {
  const back = at('2027-01-04')

  test('of an officer: reminder, two days later the lead, five days later the end', () => {
    givenMatch(deadline(back)).when(deadline(back)).thenNothingHappens()
    givenMatch(deadline(back))
      .when(deadline(workingDaysAfter(back, 2)))
      .thenHappens(escalated)
    givenMatch(deadline(back), deadline(workingDaysAfter(back, 2)))
      .when(deadline(workingDaysAfter(back, 6)))
      .thenNothingHappens()
    givenMatch(deadline(back), deadline(workingDaysAfter(back, 2)))
      .when(deadline(workingDaysAfter(back, 7)))
      .thenHappens([lapsed, { cause: 'noAnswer' }])
  })

  test('of the parties: five days from the reminder', () => {
    givenMatch(approve, deadline(back)).when(deadline(back)).thenNothingHappens()
    givenMatch(approve, deadline(back))
      .when(deadline(workingDaysAfter(back, 5)))
      .thenHappens([lapsed, { cause: 'noAnswer' }])
  })
})

describe('the response deadline of the need', () => {
  /** Thursday, in Vietnam. */
  const end = '2026-11-26T17:00:00.000Z'
  const givenUntil = (...commands: Parameters<typeof givenMatch>) =>
    given(decider, ...history(decider, until('2026-11-26'), ...commands))

  test('ends a match that nobody has approved, before the officer is reminded', () => {
    givenUntil()
      .when(deadline(justBefore(end)))
      .thenNothingHappens()
    givenUntil()
      .when(deadline(end))
      .thenHappens([lapsed, { cause: 'needDeadlinePassed', disclosed: false }])
  })

  test('ends one that the provider has not accepted', () => {
    givenUntil(approve)
      .when(deadline(end))
      .thenHappens([lapsed, { cause: 'needDeadlinePassed', disclosed: true }])
    givenUntil(approve, by(actors.seeker, 'accept')).when(deadline(end)).thenHappens(lapsed)
  })

  test('leaves one to which the provider responded in time its whole time', () => {
    const responded = [approve, providerAccepts]
    givenUntil(...responded)
      .when(deadline(end))
      .thenNothingHappens()
    givenUntil(...responded)
      .when({ ...deadline(end), type: 'lapse', cause: 'needDeadlinePassed' })
      .thenNothingHappens()
    const agreed = givenUntil(...responded)
      .when(by(actors.seeker, 'accept', at('2026-11-30')))
      .thenHappens(matchEvents.accepted, matchEvents.agreed)
    assert.equal(decider.dueAt(agreed!), undefined)
  })

  test('closes approval and acceptance from its end on, whether or not the calendar came', () => {
    const refused = { kind: 'conflict', code: 'guard-response-deadline' } as const
    givenUntil()
      .when(by(actors.officer, 'approve', end))
      .thenIsRefused({ ...refused, allowed: ['reject'] })
    givenUntil(approve)
      .when(by(actors.provider, 'accept', end))
      .thenIsRefused({ ...refused, allowed: ['decline'] })
    givenUntil()
      .when(by(actors.officer, 'approve', justBefore(end)))
      .thenHappens([matchEvents.approved, { dueAt: end }])
    givenUntil(approve)
      .when(by(actors.provider, 'accept', justBefore(end)))
      .thenHappens(matchEvents.accepted)
  })

  test('is when an answer is due at the latest', () => {
    given(decider)
      .when(until('2026-11-26'))
      .thenHappens([matchEvents.proposed, { dueAt: end }])
    given(decider)
      .when(until('2027-11-26'))
      .thenHappens([matchEvents.proposed, { dueAt: officer.end }])
  })

  test('that a revision moves brings the pair back, or keeps it', () => {
    const later = until('2027-01-31', 2)
    givenUntil(deadline(end))
      .when({ ...later, at: at('2026-11-27') })
      .thenHappens([matchEvents.proposed, { dueAt: at('2026-12-04') }])
    givenUntil({ ...later, at: at('2026-11-25') })
      .when(deadline(end))
      .thenNothingHappens()
    givenUntil(deadline(end))
      .when({ ...until('2026-11-26'), at: at('2026-11-27') })
      .thenNothingHappens()
  })
})
