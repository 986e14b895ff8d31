import type { CalendarStanding } from '@techbridge/contracts'
import { recorded } from './data/index.ts'
import { dateOf, dayNumber, weekdayOf, yearOf } from './day-number.ts'
import type { CountryFacts } from './notation.ts'

/** A year of a country of which nothing is known. */
export interface MissingYear {
  country: string
  year: number
}

/** Where counting working days led. */
export interface Counted {
  date: Temporal.PlainDate
  /** Whether all days on the way are announced; if some are projected or missing, the date is provisional. */
  standing: CalendarStanding
  /** The years on the way that are missing: only their weekends were passed over. */
  missing: MissingYear[]
}

interface WorkingCalendar {
  isOpen(date: Temporal.PlainDate): boolean
  /** So many working days after a day, which does not count itself. `days`: a whole number from 0; throws a `RangeError` on others. */
  after(date: Temporal.PlainDate, days: number): Counted
  /** How many working days come after one day, up to and with another: what `after` was given to get there. */
  between(from: Temporal.PlainDate, to: Temporal.PlainDate): number
}

const nothing: Omit<CountryFacts, 'source'> = {
  weekend: new Set([6, 7]),
  years: {},
  holidays: new Map(),
  makeUpDays: new Set(),
}

/**
 * The working days of some countries: those on which all of them work. For the days that one law counts, the one country of that law.
 * A year that is missing has its weekends alone, and what was counted over it says so.
 */
export const calendarOf = (countries: readonly string[]): WorkingCalendar => {
  const all = [...new Set(countries)].map((country) => ({ country, ...(recorded[country] ?? nothing) }))

  const isOpen = (day: number) =>
    all.every(
      ({ weekend, holidays, makeUpDays }) => makeUpDays.has(day) || !(weekend.has(weekdayOf(day)) || holidays.has(day)),
    )

  const mayMove = (day: number) => all.some(({ holidays }) => holidays.get(day)?.moves)

  return {
    isOpen: (date) => isOpen(dayNumber(date)),
    after: (from, days) => {
      if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`${days} is no number of working days`)
      const years = new Set<number>()
      let day = dayNumber(from)
      let isSure = true
      for (let left = days; left > 0; ) {
        day++
        if (isOpen(day)) left--
        years.add(yearOf(day))
        // A feast that may move by a day makes the days beside it uncertain too.
        if (mayMove(day - 1) || mayMove(day) || mayMove(day + 1)) isSure = false
      }
      const missing = [...years].flatMap((year) =>
        all.filter((one) => !one.years[year]).map(({ country }) => ({ country, year })),
      )
      const isAnnounced = isSure && [...years].every((year) => all.every((one) => one.years[year] === 'announced'))
      const standing = missing.length > 0 ? 'missing' : isAnnounced ? 'announced' : 'projected'
      return { date: dateOf(day), standing, missing }
    },
    between: (from, to) => {
      const first = dayNumber(from) + 1
      let open = 0
      for (let day = first; day <= dayNumber(to); day++) if (isOpen(day)) open++
      return open
    },
  }
}
