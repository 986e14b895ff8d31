import type { Clock } from '@techbridge/runtime'

const units = { days: 86_400_000, hours: 3_600_000, seconds: 1000 }

export interface FakeClock extends Clock {
  advance(by: Partial<Record<keyof typeof units, number>>): void
}

/** A clock that stands still until it is advanced. `start`: UTC instant; the default is a Tuesday. */
export const fakeClock = (start = '2026-11-24T08:00:00.000Z'): FakeClock => {
  let now = Date.parse(start)
  return {
    now: () => new Date(now),
    advance: (by) => {
      for (const [unit, count] of Object.entries(by)) now += units[unit as keyof typeof units] * count
    },
  }
}
