/** Wakes those who wait for new events. Call `next` in the same turn in which nothing was found, so that no announcement is missed. */
export class ChangeSignal {
  readonly #waiting = new Map<string, Set<() => void>>()

  announce(keys: Iterable<string>): void {
    for (const key of keys) for (const wake of [...(this.#waiting.get(key) ?? [])]) wake()
  }

  /** Resolves with the next announcement of one of the keys, or when the signal aborts. */
  next(keys: readonly string[], signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = () => {
        for (const key of keys) this.#waiting.get(key)?.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      for (const key of keys) this.#waiting.set(key, (this.#waiting.get(key) ?? new Set()).add(wake))
      signal.addEventListener('abort', wake, { once: true })
    })
  }
}
