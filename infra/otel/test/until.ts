import { setTimeout as pause } from 'node:timers/promises'

const limitMs = 60_000

/** Resolves to the first value that is neither false nor missing; fails when none comes in a minute. */
export const until = async <T>(look: () => T | false | undefined): Promise<T> => {
  const giveUp = performance.now() + limitMs
  while (performance.now() < giveUp) {
    const found = look()
    if (found !== false && found !== undefined) return found
    await pause(20)
  }
  throw new Error(`waited in vain until ${look}`)
}
