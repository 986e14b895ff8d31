const dayMs = 86_400_000

/** The instant so many days of 24 hours later (or, when negative, earlier). Takes and gives ISO 8601 in UTC. */
export const addDays = (at: string, days: number) => new Date(Date.parse(at) + days * dayMs).toISOString()

export const addYears = (at: string, years: number) => {
  const date = new Date(at)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.toISOString()
}

/** The same time of day so many working days (Monday to Friday, in UTC; no public holidays) later. Halves are rounded up. */
export const addWorkingDays = (at: string, days: number) => {
  const date = new Date(at)
  for (let left = Math.ceil(days); left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1)
    if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6) left--
  }
  return date.toISOString()
}
