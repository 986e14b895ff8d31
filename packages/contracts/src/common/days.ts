import { type Message, message } from '../messages/message.ts'

/** The beginning of the day (UTC) of an instant, where the exact time would reveal too much. */
export const startOfDay = (at: string) => `${at.slice(0, 10)}T00:00:00.000Z`

const firstYear = 1900
const lastYear = 2199
/** Years that the Buddhist calendar of Thailand, Laos and Cambodia is ahead. */
const buddhistYears = 543

const isLikely = (year: number) => year >= firstYear && year <= lastYear

/** Why nobody means a day that exists: it is centuries away, as `2570-01-31` is, which is 2027-01-31 by the Buddhist calendar. */
export const unlikelyDay = (day: string): Message | undefined => {
  const year = Number(day.slice(0, 4))
  if (isLikely(year)) return undefined
  const common = year - buddhistYears
  return message('year-unlikely', isLikely(common) ? { common: `${common}${day.slice(4)}` } : {})
}
