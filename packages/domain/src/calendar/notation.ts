import { readDay } from './day-number.ts'

/** A day on which offices are closed, and would be if it were none of the weekend. */
interface Holiday {
  name: string
  /** It may come a day earlier or later, as feasts that wait for the moon do. */
  moves: boolean
}

/** Whether a country has announced a year, or its days are projected from the rules and the years before. */
type YearStanding = 'announced' | 'projected'

/** Days are numbered from 1970-01-01. */
export interface CountryFacts {
  /** ISO weekdays, from 1 for Monday to 7 for Sunday. */
  weekend: ReadonlySet<number>
  /** Where the facts were read. */
  source: string
  /** The years that are known. */
  years: Readonly<Record<number, YearStanding>>
  holidays: ReadonlyMap<number, Holiday>
  /** Days of the weekend that are worked to make up for a holiday. */
  makeUpDays: ReadonlySet<number>
}

interface WrittenYear {
  standing: YearStanding
  days: string
}

/**
 * The days of a year, separated by semicolons: `10-01..10-07 National Day`, `05-28? Eid al-Adha` for one that may move by a day, `work
 * 10-10` for a make-up day.
 */
export const announced = (days: string): WrittenYear => ({ standing: 'announced', days })
export const projected = (days: string): WrittenYear => ({ standing: 'projected', days })

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const holidayEntry = /^(?<first>\d\d-\d\d)(?:\.\.(?<last>\d\d-\d\d))?(?<moves>\?)? (?<name>\S.*)$/
const makeUpEntry = /^work (?<day>\d\d-\d\d)$/

/** Reads what is written down of a country. `weekend`: weekdays such as `Sat Sun`. Throws on what is no day. */
export const countryFacts = (written: {
  weekend: string
  source: string
  years: Record<number, WrittenYear>
}): CountryFacts => {
  const years: Record<number, YearStanding> = {}
  const holidays = new Map<number, Holiday>()
  const makeUpDays = new Set<number>()
  for (const [year, { standing, days }] of Object.entries(written.years)) {
    const numberOf = (monthAndDay: string) => readDay(`${year}-${monthAndDay}`)
    years[Number(year)] = standing
    for (const entry of days.split(';').map((one) => one.trim())) {
      const makeUp = makeUpEntry.exec(entry)?.groups?.day
      if (makeUp !== undefined) {
        makeUpDays.add(numberOf(makeUp))
        continue
      }
      const { first, last = first, moves, name } = holidayEntry.exec(entry)?.groups ?? {}
      if (!first || !last || !name) throw new Error(`no day of ${year}: "${entry}"`)
      for (let day = numberOf(first); day <= numberOf(last); day++)
        holidays.set(day, { name, moves: moves !== undefined })
    }
  }
  const weekend = new Set(written.weekend.split(' ').map((name) => weekdays.indexOf(name) + 1))
  return { weekend, source: written.source, years, holidays, makeUpDays }
}
