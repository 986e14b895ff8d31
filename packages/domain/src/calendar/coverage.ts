import type { CalendarStanding } from '@techbridge/contracts'
import { recorded } from './data/index.ts'

/** The countries of those for whom Techbridge is made first: their next year must not be missing. */
const firstUsers = 'BD BN CN ID IN KH LA LK MM MY NP PH PK SG TH VN'.split(' ')

export const standingOf = (country: string, year: number): CalendarStanding =>
  recorded[country]?.years[year] ?? 'missing'

/** What counting from a day on may soon lack: the countries of the first users whose year, or the one after it, is missing. */
export const missingOn = (date: Temporal.PlainDate) =>
  [date.year, date.year + 1].flatMap((year) =>
    firstUsers.filter((country) => standingOf(country, year) === 'missing').map((country) => ({ country, year })),
  )
