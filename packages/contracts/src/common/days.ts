/** The beginning of the day (UTC) of an instant, where the exact time would reveal too much. */
export const startOfDay = (at: string) => `${at.slice(0, 10)}T00:00:00.000Z`
