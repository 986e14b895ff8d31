import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import chineseDays from 'chinese-days'
import { dateOf } from '../src/calendar/day-number.ts'
import { announced, countryFacts } from '../src/calendar/notation.ts'
import { calendarOf, missingOn, recorded, standingOf } from '../src/index.ts'

const on = (date: string) => Temporal.PlainDate.from(date)

test('the days of China are those that others have', () => {
  const { isOpen } = calendarOf(['CN'])
  for (let date = on('2025-01-01'); date.year < 2027; date = date.add({ days: 1 }))
    assert.equal(isOpen(date), chineseDays.isWorkday(date.toString()), date.toString())
})

const collected = new URL('../../../../shared/data/rules/holidays-2025-2027.json', import.meta.url)
const absent = existsSync(collected) ? false : 'the collected holidays are not in ../shared/data'

test('the days of every country are those that were collected', { skip: absent }, () => {
  const { data } = JSON.parse(readFileSync(collected, 'utf8'))
  const known = Object.entries(recorded).flatMap(([country, { weekend, years }]) =>
    Object.keys(years).map((year) => ({ country, year, weekend })),
  )
  assert.ok(known.length > 50)
  for (const { country, year, weekend } of known) {
    const { isOpen } = calendarOf([country])
    const { holidays, workdays } = data[country][year]
    for (let date = on(`${year}-01-01`); date.year === Number(year); date = date.add({ days: 1 })) {
      const day = date.toString()
      const open = workdays.includes(day) || !(weekend.has(date.dayOfWeek) || day in holidays)
      assert.equal(isOpen(date), open, `${country} ${day}`)
    }
  }
})

describe('what is written of a country', () => {
  const written = (days: string) =>
    countryFacts({ weekend: 'Fri Sat', source: 'a test', years: { 2026: announced(days) } })

  test('is read day by day', () => {
    const { weekend, years, holidays, makeUpDays } = written('02-27..03-01? Feast; 05-01 Labour Day; work 01-03')
    const dates = (days: Iterable<number>) => [...days].map((day) => dateOf(day).toString())
    assert.deepEqual([[...weekend], years], [[5, 6], { 2026: 'announced' }])
    assert.deepEqual(dates(holidays.keys()), ['2026-02-27', '2026-02-28', '2026-03-01', '2026-05-01'])
    assert.deepEqual([...holidays.values()].slice(2), [
      { name: 'Feast', moves: true },
      { name: 'Labour Day', moves: false },
    ])
    assert.deepEqual(dates(makeUpDays), ['2026-01-03'])
  })

  test('is refused when it is no day', () => {
    for (const days of ['02-29 Leap day', '5-1 Labour Day', '05-01', 'work', '05-01 Labour Day;'])
      assert.throws(() => written(days), days)
  })

  test('leaves most days of the week, and makes up on days that would be free', () => {
    for (const [country, { weekend, makeUpDays }] of Object.entries(recorded)) {
      assert.ok(weekend.size > 0 && weekend.size < 3 && !weekend.has(0), country)
      for (const day of makeUpDays) assert.ok(weekend.has(dateOf(day).dayOfWeek), `${country} ${dateOf(day)}`)
    }
  })
})

describe('what is missing for the first users', () => {
  test('is named for this year and the next', () => {
    assert.deepEqual(missingOn(on('2026-11-27')), [{ country: 'LK', year: 2027 }])
    assert.equal(missingOn(on('2027-01-01')).filter(({ year }) => year === 2028).length, 16)
  })

  test('is told apart from what is projected', () => {
    assert.deepEqual(
      ['CN', 'LK', 'DE'].map((country) => standingOf(country, 2027)),
      ['projected', 'missing', 'missing'],
    )
    assert.equal(standingOf('CN', 2026), 'announced')
  })
})
