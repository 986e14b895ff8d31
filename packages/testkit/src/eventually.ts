import { setTimeout as pause } from 'node:timers/promises'

type Found<T> = Exclude<T, false | null | undefined>

const isFound = <T>(value: T): value is Found<T> => value !== false && value !== null && value !== undefined

/** Looks again and again until there is something, which is neither false nor missing; fails with `what` after `limitMs` milliseconds. */
export const eventually = async <T>(what: string, look: () => T | Promise<T>, limitMs = 60_000): Promise<Found<T>> => {
  const giveUp = performance.now() + limitMs
  for (;;) {
    const found = await look()
    if (isFound(found)) return found
    if (performance.now() > giveUp) throw new Error(`waited in vain: ${what}`)
    await pause(20)
  }
}
