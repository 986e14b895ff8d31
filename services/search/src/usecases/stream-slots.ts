import { type Caller, message } from '@techbridge/contracts'
import { HttpProblem } from '@techbridge/http'
import type { StreamLimits } from '@techbridge/runtime'

const retryAfterSeconds = 10

/** How many streams are open, in all and of whom. */
export const createStreamSlots = (limits: StreamLimits) => {
  const open = new Map<string, number>()

  const placesOf = ({ organisation, subject }: Caller) =>
    [
      { key: JSON.stringify([organisation.id, subject]), limit: limits.perCaller, whose: 'you' },
      { key: JSON.stringify([organisation.id]), limit: limits.perOrganisation, whose: 'your organisation' },
      { key: '', limit: limits.inAll, whose: 'all callers' },
    ] as const

  /** Takes a slot; gives what frees it, once. Fails with a 429 problem when there is none left. */
  return (caller: Caller): (() => void) => {
    const places = placesOf(caller)
    const full = places.find(({ key, limit }) => (open.get(key) ?? 0) >= limit)
    if (full) {
      throw new HttpProblem(
        429,
        message('too-many-streams', { limit: full.limit, whose: full.whose }),
        {},
        { 'Retry-After': String(retryAfterSeconds) },
      )
    }
    for (const { key } of places) open.set(key, (open.get(key) ?? 0) + 1)
    let freed = false
    return () => {
      if (freed) return
      freed = true
      for (const { key } of places) {
        const left = (open.get(key) as number) - 1
        if (left === 0) open.delete(key)
        else open.set(key, left)
      }
    }
  }
}
