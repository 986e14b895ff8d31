import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { endOfDay, latestTimeZone } from '../src/codes/time-zones.ts'
import { countries, deadlineOf, isPassed, needContent, seenDeadline, writtenNeed } from '../src/index.ts'
import { needExample } from '../src/needs/example.ts'

const need = (more: object) => ({ ...needExample, ...more })
const errorsOf = (more: object) =>
  writtenNeed.safeParse(need(more)).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)

const owned = (country: string, reference = 'TRVN8392041753') => ({ reference, organisation: { country } }) as never
const endIn = (country: string, responseDeadline: string, responseDeadlineZone?: string) =>
  deadlineOf({ responseDeadline, responseDeadlineZone, anonymous: false }, owned(country))

describe('the day of a deadline ends', () => {
  const cases: [zone: string, date: string, endsAt: string, why: string][] = [
    ['Asia/Jakarta', '2027-01-31', '2027-01-31T17:00:00.000Z', 'seven hours before UTC'],
    ['Asia/Jayapura', '2027-01-31', '2027-01-31T15:00:00.000Z', 'nine hours before UTC'],
    ['Asia/Kolkata', '2027-01-31', '2027-01-31T18:30:00.000Z', 'at half an hour'],
    ['Asia/Yangon', '2027-01-31', '2027-01-31T17:30:00.000Z', 'at half an hour'],
    ['Asia/Kathmandu', '2027-01-31', '2027-01-31T18:15:00.000Z', 'at a quarter'],
    ['Pacific/Honolulu', '2027-01-31', '2027-02-01T10:00:00.000Z', 'on the next day of UTC'],
    ['America/New_York', '2026-07-31', '2026-08-01T04:00:00.000Z', 'by the time of summer'],
    ['America/New_York', '2026-12-31', '2027-01-01T05:00:00.000Z', 'by the time of winter'],
    ['America/Santiago', '2026-09-05', '2026-09-06T04:00:00.000Z', 'at one, for the next day has no midnight'],
    ['America/Santiago', '2026-04-04', '2026-04-05T04:00:00.000Z', 'after the hour before midnight came twice'],
    ['Asia/Beirut', '2026-03-28', '2026-03-28T22:00:00.000Z', 'at one, for the next day has no midnight'],
    ['Pacific/Apia', '2011-12-29', '2011-12-30T10:00:00.000Z', 'where the next day was left out'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 'where it was left out itself'],
    ['Africa/Juba', '2024-02-28', '2024-02-28T22:00:00.000Z', 'before a leap day'],
  ]
  for (const [zone, date, endsAt, why] of cases)
    it(`${why}: ${date} in ${zone}`, () => assert.equal(endIn('CN', date, zone)?.endsAt, endsAt))

  it('within the years that sort as texts, in any zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Etc/GMT+12'])
      for (const date of ['0000-01-01', '0001-01-01', '9999-12-31']) {
        const deadline = { ...endIn('CN', date, zone), passed: false }
        assert.equal(seenDeadline.safeParse({ ...deadline, date: '2027-01-01' }).success, true, `${date} ${zone}`)
      }
  })

  it('between 20 and 28 hours after it began, for any day and zone', () => {
    const date = fc.date({ min: new Date('2013-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const property = fc.property(date, zone, (day, name) => {
      const [before, on] = [-1, 0].map((days) => new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10))
      const hours = (endOfDay(on!, name) - endOfDay(before!, name)) / 3_600_000
      assert.ok(hours >= 20 && hours <= 28, `${hours} hours`)
    })
    fc.assert(property)
  })
})

describe('a deadline without a zone', () => {
  const cases: [country: string, zone: string, endsAt: string][] = [
    ['ID', 'Asia/Jakarta', '2027-01-31T17:00:00.000Z'],
    ['US', 'Pacific/Honolulu', '2027-02-01T10:00:00.000Z'],
    ['UM', 'Pacific/Midway', '2027-02-01T11:00:00.000Z'],
    ['CN', 'Asia/Urumqi', '2027-01-31T18:00:00.000Z'],
    ['RU', 'Europe/Kaliningrad', '2027-01-31T22:00:00.000Z'],
    ['VN', 'Asia/Ho_Chi_Minh', '2027-01-31T17:00:00.000Z'],
    ['LA', 'Asia/Vientiane', '2027-01-31T17:00:00.000Z'],
    ['KH', 'Asia/Phnom_Penh', '2027-01-31T17:00:00.000Z'],
    ['MM', 'Asia/Yangon', '2027-01-31T17:30:00.000Z'],
    ['IN', 'Asia/Kolkata', '2027-01-31T18:30:00.000Z'],
    ['MN', 'Asia/Hovd', '2027-01-31T17:00:00.000Z'],
    ['CL', 'Pacific/Easter', '2027-02-01T05:00:00.000Z'],
    ['FR', 'Europe/Paris', '2027-01-31T23:00:00.000Z'],
    ['BV', 'Etc/GMT+12', '2027-02-01T12:00:00.000Z'],
  ]
  for (const [country, zone, endsAt] of cases)
    it(`ends last of all zones of ${country}: ${zone}`, () =>
      assert.deepEqual(endIn(country, '2027-01-31'), { date: '2027-01-31', zone, zoneFrom: 'country', endsAt }))

  it('ends in no zone of any country later, on no day of the next ten years', () => {
    for (const country of countries)
      for (const zone of new Intl.Locale(`und-${country}`).getTimeZones() ?? [])
        for (let month = 0; month < 120; month += 1) {
          const date = new Date(Date.UTC(2026, month, (month % 28) + 1)).toISOString().slice(0, 10)
          const latest = latestTimeZone(country, date)
          assert.ok(endOfDay(date, zone) <= endOfDay(date, latest), `${country} ${date}: ${zone} after ${latest}`)
        }
  })

  it('is, of an anonymous need, by the country of its reference', () => {
    const [anonymous, named] = [true, false].map((anonymous) =>
      deadlineOf({ responseDeadline: '2027-01-31', anonymous }, owned('US', 'TRVN8392041753')),
    )
    assert.deepEqual([anonymous?.zone, named?.zone], ['Asia/Ho_Chi_Minh', 'Pacific/Honolulu'])
  })
})

describe('a deadline', () => {
  it('has passed from its end on', () => {
    const deadline = endIn('TH', '2027-01-31')
    assert.equal(isPassed(deadline, '2027-01-31T16:59:59.999Z'), false)
    assert.equal(isPassed(deadline, '2027-01-31T17:00:00.000Z'), true)
  })

  it('that is not there never passes', () => {
    assert.equal(deadlineOf({ anonymous: false }, owned('TH')), undefined)
    assert.equal(isPassed(undefined, '2027-01-31T17:00:00.000Z'), false)
  })
})

describe('the zone that an owner chooses', () => {
  const zoneOf = (responseDeadlineZone: string) =>
    needContent.parse(need({ responseDeadline: '2027-01-31', responseDeadlineZone })).responseDeadlineZone

  it('is kept under its present name', () => {
    const names: Record<string, string> = {
      'Asia/Saigon': 'Asia/Ho_Chi_Minh',
      'Asia/Ho_Chi_Minh': 'Asia/Ho_Chi_Minh',
      'Asia/Calcutta': 'Asia/Kolkata',
      'Asia/Rangoon': 'Asia/Yangon',
      'Asia/Katmandu': 'Asia/Kathmandu',
      ' asia/bangkok ': 'Asia/Bangkok',
      'Asia/Phnom_Penh': 'Asia/Phnom_Penh',
      'US/Pacific': 'America/Los_Angeles',
      'America/Argentina/Buenos_Aires': 'America/Argentina/Buenos_Aires',
      PRC: 'Asia/Shanghai',
      'Etc/UTC': 'UTC',
    }
    assert.deepEqual(Object.fromEntries(Object.keys(names).map((name) => [name, zoneOf(name)])), names)
  })

  it('is kept by no name of locale data that IANA has left', () => {
    const left = Intl.supportedValuesOf('timeZone').filter((name) => zoneOf(name) !== zoneOf(zoneOf(name)!))
    assert.deepEqual(left, [])
    for (const old of ['Europe/Kiev', 'America/Godthab', 'Pacific/Truk']) assert.notEqual(zoneOf(old), old)
  })

  it('must exist', () => {
    const offset =
      'must be an IANA time zone such as Asia/Ho_Chi_Minh; an offset does not say on which days clocks change'
    const wrong: Record<string, string> = {
      '+07:00': offset,
      'UTC+7': offset,
      Bangkok: 'must be an IANA time zone such as Asia/Ho_Chi_Minh; for "Bangkok" write Asia/Bangkok',
      'ho chi minh': 'must be an IANA time zone such as Asia/Ho_Chi_Minh; for "ho chi minh" write Asia/Ho_Chi_Minh',
      WIB: 'must be an IANA time zone such as Asia/Ho_Chi_Minh',
      IST: 'must be an IANA time zone such as Asia/Ho_Chi_Minh',
      'Asia/Atlantis': 'must be an IANA time zone such as Asia/Ho_Chi_Minh',
    }
    for (const [responseDeadlineZone, message] of Object.entries(wrong))
      assert.deepEqual(errorsOf({ responseDeadline: '2027-01-31', responseDeadlineZone }), [
        `responseDeadlineZone ${message}`,
      ])
  })

  it('is on a day that exists', () => {
    for (const responseDeadline of ['2027-02-30', '31/01/2027', '2027-1-31', ''])
      assert.deepEqual(errorsOf({ responseDeadline }), [
        'responseDeadline must be an existing date, such as 2027-01-31',
      ])
  })

  it('needs a deadline that ends in it', () => {
    assert.deepEqual(errorsOf({ responseDeadlineZone: 'Asia/Bangkok' }), [
      'responseDeadlineZone needs a responseDeadline that ends in it',
    ])
    assert.equal(errorsOf({ responseDeadline: '2027-01-31', responseDeadlineZone: 'Asia/Bangkok' }), undefined)
  })
})
