import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type CaseStatus, caseEvents } from '@techbridge/contracts'
import { actors, given, history, stateAfter } from '@techbridge/testkit'
import { caseLife } from '../src/domain/licensing-case.ts'
import { by, cameInto, deadline, opened } from './case-life.ts'
import { openLicensing } from './opened-case.ts'

const { reminded, escalated } = caseEvents
const { officer, provider, seeker } = actors
const on = (date: string) => `${date}T08:00:00.000Z`
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString()

/** Both sides work on all days but weekends from Tuesday, 24 November, to the end of the year. */
const steps: [CaseStatus, who: string[], reminder: string, end: string][] = [
  ['opened', ['officer'], '2026-11-27', '2026-12-01'],
  ['nda', ['provider', 'seeker'], '2026-12-01', '2026-12-08'],
  ['clearance', ['officer'], '2026-12-01', '2026-12-08'],
  ['negotiation', ['provider', 'seeker'], '2026-12-15', '2027-01-06'],
  ['legalReview', ['officer'], '2026-12-01', '2026-12-08'],
  ['approval', ['officer', 'provider', 'seeker'], '2026-12-01', '2026-12-08'],
  ['signature', ['provider', 'seeker'], '2026-12-01', '2026-12-08'],
  ['recordal', ['officer'], '2026-12-08', '2026-12-22'],
  ['signed', ['officer'], '2026-11-27', '2026-12-01'],
  ['amended', ['officer'], '2026-11-27', '2026-12-01'],
  ['onHold', ['officer', 'seeker'], '2026-12-08', '2026-12-22'],
  ['inDispute', ['officer', 'seeker'], '2026-12-01', '2026-12-08'],
]

for (const [status, who, reminder, end] of steps)
  test(`in status ${status} ${who.join(' and ')} are reminded at half of the time, and at its end the lead is asked`, () => {
    const past = history(caseLife, opened, ...cameInto[status])
    given(caseLife, ...past)
      .when(deadline(justBefore(on(reminder))))
      .thenNothingHappens()
    given(caseLife, ...past)
      .when(deadline(on(reminder)))
      .thenHappens([reminded, { awaiting: who, dueAt: on(end) }])
    const told = history(caseLife, opened, ...cameInto[status], deadline(on(reminder)))
    given(caseLife, ...told)
      .when(deadline(justBefore(on(end))))
      .thenNothingHappens()
    given(caseLife, ...told)
      .when(deadline(on(end)))
      .thenHappens([escalated, { awaiting: who }])
    const over = history(caseLife, opened, ...cameInto[status], deadline(on(reminder)), deadline(on(end)))
    assert.equal(caseLife.dueAt(stateAfter(caseLife, over)!), undefined, 'once')
  })

describe('the time of a step', () => {
  const at = (when: string, command: ReturnType<typeof by>) => ({ ...command, at: when })

  test('goes on for the side that has not signed when the other has', () => {
    const past = history(caseLife, opened, ...cameInto.nda, at(on('2026-12-01'), by(seeker, 'sign-nda')))
    given(caseLife, ...past)
      .when(deadline(on('2026-12-01')))
      .thenHappens([reminded, { awaiting: ['provider'], dueAt: on('2026-12-08') }])
  })

  test('begins anew with each step, and when a case that rested goes on', () => {
    const resumed = history(caseLife, opened, ...cameInto.onHold, at(on('2026-12-21'), by(officer, 'resume')))
    const state = stateAfter(caseLife, resumed)
    assert.equal(state?.askedAt, on('2026-12-21'))
    given(caseLife, ...resumed)
      .when(deadline(on('2026-12-21')))
      .thenNothingHappens()
  })

  test('is not taken away by a reminder that came late', () => {
    const late = history(caseLife, opened, deadline(on('2026-12-10')))
    given(caseLife, ...late)
      .when(deadline(justBefore(on('2026-12-14'))))
      .thenNothingHappens()
    given(caseLife, ...late)
      .when(deadline(on('2026-12-14')))
      .thenHappens(escalated)
  })

  test('is for the burdens of the offer first, then for approvals', () => {
    const past = history(caseLife, opened, ...cameInto.approval, by(provider, 'declare-encumbrance'))
    given(caseLife, ...past)
      .when(deadline(on('2026-12-01')))
      .thenHappens([reminded, { awaiting: ['officer', 'provider'] }])
  })
})

test('an agreement ends on a day to come', () => {
  for (const endsOn of ['2026-11-22', '9999-12-31'])
    given(caseLife, ...history(caseLife, opened, ...cameInto.active))
      .when(by(officer, 'set-term', { endsOn }))
      .thenIsRefused({ kind: 'conflict', code: 'guard-term-ahead' })
})

test('an agreement expires when its last day has ended everywhere', () => {
  const past = history(caseLife, opened, ...cameInto.active, by(officer, 'set-term', { endsOn: '2026-12-31' }))
  given(caseLife, ...past)
    .when(deadline('2027-01-01T11:59:59.999Z'))
    .thenNothingHappens()
  const expired = given(caseLife, ...past)
    .when(deadline('2027-01-01T12:00:00.000Z'))
    .thenHappens(caseEvents.expired)
  assert.equal(expired?.status, 'expired')
})

describe('over HTTP, with the clock of a test', async () => {
  const { running, open, read, act } = await openLicensing()
  after(running.close)

  test('the case says who is awaited for what until when, and what the calendar did', async () => {
    const id = await open()
    const { awaited } = await read(id, 'seeker')
    assert.deepEqual(awaited, {
      who: ['officer'],
      actions: ['draft-nda'],
      since: on('2026-11-24'),
      dueAt: on('2026-12-01'),
      calendar: { countries: ['CN', 'VN'], standing: 'announced' },
    })
    running.clock.advance({ days: 3 })
    await running.settle()
    assert.equal((await read(id)).awaited.remindedAt, on('2026-11-27'))
    running.clock.advance({ days: 4 })
    await running.settle()
    assert.equal((await read(id)).awaited.escalatedAt, on('2026-12-01'))
    await act(id, 'officer', 'draft-nda').expect(200)
    const now = (await read(id)).awaited
    assert.deepEqual([now.who, now.since, now.remindedAt], [['provider', 'seeker'], on('2026-12-01'), undefined])
  })
})
