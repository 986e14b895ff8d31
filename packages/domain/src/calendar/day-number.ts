const dayMs = 86_400_000

/** Days since 1970-01-01: counting over dates themselves is slow. */
export const dayNumber = ({ year, month, day }: Temporal.PlainDate) => Date.UTC(year, month - 1, day) / dayMs

/** The number of a day written as an ISO date. Throws a `RangeError` on what is no day. */
export const readDay = (date: string) => {
  const at = Date.parse(`${date}T00:00:00Z`)
  if (!new Date(at).toISOString().startsWith(date)) throw new RangeError(`there is no ${date}`)
  return at / dayMs
}

export const yearOf = (day: number) => new Date(day * dayMs).getUTCFullYear()

/** From 1 for Monday to 7 for Sunday. The first day was a Thursday. */
export const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1

export const dateOf = (day: number) => new Temporal.PlainDate(1970, 1, 1).add({ days: day })
