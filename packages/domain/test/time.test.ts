import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, addYears } from '../src/index.ts'

const instants = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

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
