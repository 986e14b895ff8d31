const leastDays = 30

/** The day, in the first year in which it is at least thirty days ahead: the same whenever it is asked for, for most of a year. */
export const upcoming = (day: string | undefined, now: Date): string | undefined => {
  if (day === undefined) return undefined
  const earliest = new Date(now.getTime() + leastDays * 86_400_000).toISOString().slice(0, 10)
  const inYear = (year: number) => `${year}${day.slice(4)}`
  const year = Number(earliest.slice(0, 4))
  return [day, inYear(year), inYear(year + 1)].find((one) => one >= earliest)
}
