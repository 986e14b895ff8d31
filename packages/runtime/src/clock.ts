export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** The clock's time as the domain uses it: ISO 8601 in UTC. */
export const instant = (clock: Clock) => clock.now().toISOString()
