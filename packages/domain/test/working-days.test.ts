import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { calendarOf, recorded } from '../src/index.ts'

const on = (date: string) => Temporal.PlainDate.from(date)
const after = (countries: string, date: string, days: number) => {
  const counted = calendarOf(countries.split(' ')).after(on(date), days)
  return { ...counted, date: counted.date.toString() }
}
const announced = (date: string) => ({ date, standing: 'announced', missing: [] })

describe('counting in the days of one country', () => {
  test('passes over holidays and counts the weekends that make up for them', () => {
    assert.deepEqual(after('CN', '2026-01-20', 30), announced('2026-03-09'))
    assert.deepEqual(after('CN', '2026-02-13', 1), announced('2026-02-14'))
    assert.deepEqual(after('CN', '2026-09-30', 1), announced('2026-10-08'))
    assert.deepEqual(after('VN', '2026-08-20', 2), announced('2026-08-22'))
    assert.deepEqual(after('TH', '2026-04-10', 1), announced('2026-04-16'))
  })

  test('knows whose weekend is not Saturday and Sunday', () => {
    assert.deepEqual(after('BD', '2026-11-26', 1), announced('2026-11-29'), 'Thursday, then Sunday')
    assert.deepEqual(after('BN', '2026-11-26', 1), announced('2026-11-28'), 'Thursday, then Saturday')
    assert.deepEqual(after('NP', '2026-11-27', 1), announced('2026-11-29'), 'Friday, then Sunday')
  })

  test('starts on a closed day too, and goes nowhere by no days', () => {
    assert.deepEqual(after('CN', '2026-10-03', 1), announced('2026-10-08'))
    assert.deepEqual(after('CN', '2026-10-03', 0), announced('2026-10-03'))
    for (const days of [-1, 0.5, Number.NaN]) assert.throws(() => after('CN', '2026-10-03', days), RangeError)
  })
})

describe('counting in the days on which several countries work', () => {
  test('leaves out the holidays of each, and make-up days that the other does not work', () => {
    assert.deepEqual(after('CN TH', '2026-04-03', 5), announced('2026-04-16'))
    assert.deepEqual(after('CN TH', '2026-02-13', 1), announced('2026-02-24'))
    assert.deepEqual(after('CN BD', '2026-11-26', 1), announced('2026-11-30'))
  })
})

describe('what was counted is provisional', () => {
  const standing = (countries: string, date: string, days: number) => after(countries, date, days).standing

  test('when it reaches a year that is projected, of any of the countries', () => {
    assert.equal(standing('CN', '2026-12-24', 5), 'announced')
    assert.equal(standing('CN', '2026-12-24', 6), 'projected')
    assert.equal(standing('SG MY', '2026-12-24', 60), 'announced')
    assert.equal(standing('SG CN', '2026-12-24', 60), 'projected')
  })

  test('when a feast that may move lies on the way or a day beside it', () => {
    assert.equal(standing('MM', '2026-05-22', 2), 'announced', 'to Tuesday 26 May, two days before the feast')
    assert.equal(standing('MM', '2026-05-22', 3), 'projected')
    assert.equal(standing('MM', '2026-05-28', 1), 'projected')
    assert.equal(standing('MM', '2026-05-29', 1), 'announced')
  })

  test('when a year is missing, and says which', () => {
    assert.deepEqual(after('LK CN', '2026-12-30', 3), {
      date: '2027-01-05',
      standing: 'missing',
      missing: [{ country: 'LK', year: 2027 }],
    })
    assert.deepEqual(after('DE', '2026-11-27', 1), {
      date: '2026-11-30',
      standing: 'missing',
      missing: [{ country: 'DE', year: 2026 }],
    })
  })
})

describe('for any countries', () => {
  const countries = fc.subarray([...Object.keys(recorded), 'DE'], { maxLength: 3 })
  const dates = fc.integer({ min: 0, max: 1600 }).map((days) => on('2024-10-01').add({ days }))
  const counts = fc.nat({ max: 60 })
  const plain = (date: Temporal.PlainDate) => date.toString()

  test('no count ends on a closed day', () => {
    fc.assert(
      fc.property(countries, dates, fc.integer({ min: 1, max: 60 }), (some, date, days) => {
        const calendar = calendarOf(some)
        return calendar.isOpen(calendar.after(date, days).date)
      }),
    )
  })

  test('days add up', () => {
    fc.assert(
      fc.property(countries, dates, counts, counts, (some, date, one, other) => {
        const { after } = calendarOf(some)
        assert.equal(plain(after(after(date, one).date, other).date), plain(after(date, one + other).date))
      }),
    )
  })

  test('later days lead no less far, and more days farther', () => {
    fc.assert(
      fc.property(countries, dates, counts, fc.nat({ max: 30 }), (some, date, days, more) => {
        const { after } = calendarOf(some)
        const end = after(date, days).date
        assert.ok(Temporal.PlainDate.compare(end, after(date.add({ days: more }), days).date) <= 0)
        assert.ok(Temporal.PlainDate.compare(end, after(date, days + 1).date) < 0)
      }),
    )
  })

  test('what lies between is what was counted', () => {
    fc.assert(
      fc.property(countries, dates, counts, (some, date, days) => {
        const { after, between } = calendarOf(some)
        assert.equal(between(date, after(date, days).date), days)
      }),
    )
  })

  test('one country more leads no less far, whatever their order', () => {
    fc.assert(
      fc.property(countries, fc.constantFrom(...Object.keys(recorded)), dates, counts, (some, other, date, days) => {
        const end = calendarOf([other, ...some]).after(date, days)
        assert.ok(Temporal.PlainDate.compare(calendarOf(some).after(date, days).date, end.date) <= 0)
        assert.equal(plain(calendarOf([...some, other]).after(date, days).date), plain(end.date))
      }),
    )
  })
})
