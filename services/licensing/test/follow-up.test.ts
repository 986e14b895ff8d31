import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { caseEvents } from '@techbridge/contracts'
import { actors, assertProblem, given, history, stateAfter } from '@techbridge/testkit'
import { caseLife } from '../src/domain/licensing-case.ts'
import { by, cameInto, deadline, need, offer, opened } from './case-life.ts'
import { openLicensing, toActive } from './opened-case.ts'

const { officer, provider, seeker } = actors
const { indicatorPlanned, indicatorReported, indicatorMissed, indicatorEscalated, indicatorWaived } = caseEvents
const park = [
  by(officer, 'choose-deal', { dealType: 'demonstrationPark' }),
  ...cameInto.active.filter(({ type }) => type !== 'waive-recordal'),
]
const planned = history(caseLife, opened, ...park, by(seeker, 'plan-indicator'))
const missedAt = '2027-07-01T12:00:00.000Z'

describe('an indicator', () => {
  test('is planned for deals that are followed up, by kinds that fit them, for a day to come', () => {
    given(caseLife, ...history(caseLife, opened, ...park))
      .when(by(seeker, 'plan-indicator', { unit: 'kg', target: 900 }))
      .thenHappens([indicatorPlanned, { by: 'seeker', indicator: { number: 1, unit: 'kg', target: 900 } }])
    for (const more of [{ kind: 'trainees' }, { dueOn: '2026-11-01' }])
      given(caseLife, ...history(caseLife, opened, ...park))
        .when(by(seeker, 'plan-indicator', more))
        .thenIsRefused({ kind: 'conflict', code: 'guard-indicator-fits' })
    given(caseLife, ...history(caseLife, opened, ...cameInto.active))
      .when(by(seeker, 'plan-indicator'))
      .thenIsRefused({ kind: 'conflict', code: 'guard-followed-up' })
  })

  test('is missed when its day has ended everywhere, and escalated ten working days later', () => {
    given(caseLife, ...planned)
      .when(deadline('2027-07-01T11:59:59.999Z'))
      .thenNothingHappens()
    const missed = given(caseLife, ...planned)
      .when(deadline(missedAt))
      .thenHappens([indicatorMissed, { number: 1 }])
    assert.deepEqual(missed?.indicators[0]?.status, 'missed')
    const past = history(caseLife, opened, ...park, by(seeker, 'plan-indicator'), deadline(missedAt))
    const due = caseLife.dueAt(stateAfter(caseLife, past)!)
    assert.equal(due, '2027-07-15T12:00:00.000Z')
    given(caseLife, ...past)
      .when(deadline('2027-07-15T11:59:59.999Z'))
      .thenNothingHappens()
    given(caseLife, ...past)
      .when(deadline('2027-07-15T12:00:00.000Z'))
      .thenHappens([indicatorEscalated, { number: 1 }])
  })

  test('is reported once, in time or late, or waived by an officer', () => {
    given(caseLife, ...planned)
      .when(by(provider, 'report-indicator', { value: 870 }))
      .thenHappens([indicatorReported, { by: 'provider', number: 1, report: { value: 870, text: 'Two harvests.' } }])
    const late = { ...by(seeker, 'report-indicator'), at: '2027-08-01T08:00:00.000Z' }
    const past = history(caseLife, opened, ...park, by(seeker, 'plan-indicator'), deadline(missedAt), late)
    const [indicator] = stateAfter(caseLife, past)?.indicators ?? []
    assert.deepEqual([indicator?.status, indicator?.report?.late], ['reported', true])
    given(caseLife, ...past)
      .when(by(provider, 'report-indicator'))
      .thenIsRefused({ kind: 'conflict', code: 'guard-indicator-awaited' })
    given(caseLife, ...planned)
      .when(by(officer, 'report-indicator', { number: 2 }))
      .thenIsRefused({ kind: 'conflict', code: 'guard-indicator-open' })
    given(caseLife, ...planned)
      .when(by(seeker, 'waive-indicator'))
      .thenIsRefused({ kind: 'forbidden' })
    given(caseLife, ...planned)
      .when(by(officer, 'waive-indicator'))
      .thenHappens([indicatorWaived, { number: 1 }])
  })

  test('that is awaited keeps the case from being completed', () => {
    given(caseLife, ...planned)
      .when(by(officer, 'complete'))
      .thenIsRefused({ kind: 'conflict', code: 'guard-indicators-done' })
    const done = history(caseLife, opened, ...park, by(seeker, 'plan-indicator'), by(seeker, 'report-indicator'))
    given(caseLife, ...done)
      .when(by(officer, 'complete'))
      .thenHappens(caseEvents.completed)
  })
})

describe('a joint laboratory, a demonstration park, capacity building', async () => {
  const { running, open, read, act, play } = await openLicensing()
  after(running.close)

  for (const [dealType, kind] of [
    ['jointLaboratory', 'output'],
    ['demonstrationPark', 'yield'],
    ['capacityBuilding', 'trainees'],
  ] as const)
    test(`${dealType}: goes on after it is in force, and says who reports what next`, async () => {
      const deal = { dealTypes: [dealType] }
      const id = await open({ need: { ...need, ...deal }, offer: { ...offer, ...deal } })
      await play(id, ...toActive)
      const day = (days: number) =>
        new Date(running.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
      const plan = { kind, name: 'What was promised', dueOn: day(3) }
      await play(id, ['seeker plan-indicator', plan], ['provider plan-indicator', { ...plan, dueOn: day(1) }])
      const { awaited } = await read(id, 'seeker')
      assert.deepEqual(
        [awaited.who, awaited.actions, awaited.dueAt.slice(0, 10)],
        [['provider', 'seeker'], ['report-indicator'], day(2)],
      )
      running.clock.advance({ days: 3 })
      await running.settle()
      const { indicators } = await read(id)
      assert.deepEqual(
        indicators.map((one: { status: string }) => one.status),
        ['planned', 'missed'],
      )
      for (const days of [2, 30]) {
        running.clock.advance({ days })
        await running.settle()
      }
      assert.ok((await read(id)).indicators.every((one: { escalatedAt?: string }) => one.escalatedAt))
      assertProblem(await act(id, 'officer', 'complete', { reason: 'Done.' }), 409, 'guard-indicators-done')
      const { status } = await play(
        id,
        ['seeker report-indicator', { number: 1, value: 12, text: 'Late, but done.' }],
        ['officer waive-indicator', { number: 2, reason: 'The site was flooded.' }],
        ['officer complete', { reason: 'As agreed.' }],
      )
      assert.equal(status, 'completed')
    })
})
