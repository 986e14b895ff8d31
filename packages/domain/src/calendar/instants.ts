import type { CountedDays } from '@techbridge/contracts'
import { calendarOf } from './working-days.ts'

/** An instant that was counted in working days, and over which days. */
export interface CountedInstant {
  /** UTC instant. */
  at: string
  calendar: CountedDays
}

/** The same time of day (UTC) so many days later on which all the countries work, half a day counting as one. */
export const afterWorkingDays = (countries: readonly string[], at: string, days: number): CountedInstant => {
  const all = [...new Set(countries)]
  const { date, standing, missing } = calendarOf(all).after(Temporal.PlainDate.from(at.slice(0, 10)), Math.ceil(days))
  const calendar = { countries: all, standing, missing: missing.length > 0 ? missing : undefined }
  return { at: `${date}${at.slice(10)}`, calendar }
}

/** When a day has ended everywhere on Earth, twelve hours after UTC. */
export const endOfDayEverywhere = (day: string) => `${Temporal.PlainDate.from(day).add({ days: 1 })}T12:00:00.000Z`
