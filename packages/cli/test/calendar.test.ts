import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarOf } from '@techbridge/domain'
import { countedDays, coverage, daysOfYear } from '../src/show/calendar.ts'

test('the calendar shows what is known of each country, and what is missing for first users', () => {
  const shown = coverage(2026, [{ country: 'LK', year: 2027 }])
  for (const line of [
    /^ +2026 +2027$/m,
    /^CN +announced +projected$/m,
    /^LK +announced +missing$/m,
    /first users: LK 2027/,
  ])
    assert.match(shown, line)
  assert.doesNotMatch(coverage(2026, []), /first users/)
})

test('the calendar lists a year with its standing, movable feasts, days that are worked and its source', () => {
  const myanmar = daysOfYear('MM', 2026)
  for (const line of [
    /^MM 2026: announced$/m,
    /^2026-05-28 Thu {2}Eid al-Adha \(may move\)$/m,
    /^2026-01-03 Sat {2}worked$/m,
    /^Read in ./m,
  ])
    assert.match(myanmar, line)
  assert.doesNotMatch(myanmar, /2025|2027/)
  assert.equal(daysOfYear('LK', 2027), 'LK 2027: missing')
})

test('the calendar counts, and says what makes a day provisional', () => {
  const counted = (countries: string[], from: string, days: number) => {
    const date = Temporal.PlainDate.from(from)
    return countedDays(countries, date, days, calendarOf(countries).after(date, days))
  }
  assert.equal(counted(['CN'], '2026-01-20', 30), '30 working days of CN after 2026-01-20: 2026-03-09')
  assert.match(counted(['CN', 'TH'], '2026-12-20', 30), /CN and TH .*, provisional: some holidays are projected$/)
  assert.match(counted(['CN', 'LK'], '2026-12-20', 30), /provisional: missing LK 2027$/)
})
