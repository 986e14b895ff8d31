const dayMs = 86_400_000

/** The instant that many days of 24 hours later (or, when negative, earlier); ISO 8601 in UTC. */
export const addDays = (at: string, days: number) => new Date(Date.parse(at) + days * dayMs).toISOString()

export const addYears = (at: string, years: number) => {
  const date = new Date(at)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.toISOString()
}
