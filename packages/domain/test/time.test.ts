import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, addWorkingDays, addYears } from '../src/index.ts'

const instants = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const weekday = (at: string) => new Date(at).getUTCDay()
const isWeekend = (at: string) => weekday(at) === 0 || weekday(at) === 6

describe('working days', () => {
  test('pass over the weekend', () => {
    assert.equal(addWorkingDays('2026-11-27T23:30:00.000Z', 1), '2026-11-30T23:30:00.000Z')
    assert.equal(addWorkingDays('2026-11-28T08:00:00.000Z', 1), '2026-11-30T08:00:00.000Z')
    assert.equal(addWorkingDays('2026-11-29T08:00:00.000Z', 1), '2026-11-30T08:00:00.000Z')
    assert.equal(addWorkingDays('2026-11-24T08:00:00.000Z', 10), '2026-12-08T08:00:00.000Z')
  })

  test('count halves as wholes, and none as none', () => {
    const at = '2026-11-24T08:00:00.000Z'
    assert.equal(addWorkingDays(at, 2.5), addWorkingDays(at, 3))
    assert.equal(addWorkingDays(at, 0), at)
  })

  test('never end on a weekend', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), (at, days) => !isWeekend(addWorkingDays(at, days))),
    )
  })

  test('keep the time of day', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 60 }), (at, days) => addWorkingDays(at, days).slice(10) === at.slice(10)),
    )
  })

  test('add up', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (at, one, other) => {
        assert.equal(addWorkingDays(addWorkingDays(at, one), other), addWorkingDays(at, one + other))
      }),
    )
  })

  test('are five in any seven days', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 8 }), (at, weeks) => {
        const start = addWorkingDays(at, 1)
        assert.equal(addWorkingDays(start, 5 * weeks), addDays(start, 7 * weeks))
      }),
    )
  })
})

test('days of 24 hours go both ways', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -400, max: 400 }), (at, days) => addDays(addDays(at, days), -days) === at),
  )
  assert.equal(addDays('2026-12-31T08:00:00.000Z', 1), '2027-01-01T08:00:00.000Z')
})

test('years keep the day, and 29 February becomes 1 March', () => {
  assert.equal(addYears('2026-11-24T08:00:00.000Z', 2), '2028-11-24T08:00:00.000Z')
  assert.equal(addYears('2028-02-29T08:00:00.000Z', 1), '2029-03-01T08:00:00.000Z')
})
