/** What stands under an id as of the moment when it was asked for; its source is read when it is wanted, as many together take long. */
export interface Stored {
  id: string
  version: number
  source(): unknown
}

/** Bytes of all that is kept, as it is on disk; in memory it takes some ten times as many. */
const mostBytes = 4_000_000

/** What was read last, parsed: what is found often is not read each time. Who gets a source must not change it. */
export class Sources {
  readonly #kept = new Map<string, { stored: Stored; bytes: number }>()
  #bytes = 0

  /** Those that were asked for last stand last. */
  of(id: string): Stored | undefined {
    const kept = this.#kept.get(id)
    if (!kept) return undefined
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    return kept.stored
  }

  keep(stored: Stored, bytes: number): Stored {
    this.#kept.set(stored.id, { stored, bytes })
    this.#bytes += bytes
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= mostBytes) break
      this.drop(oldest)
    }
    return stored
  }

  /** To be called when another one is stored. */
  drop(id: string): void {
    this.#bytes -= this.#kept.get(id)?.bytes ?? 0
    this.#kept.delete(id)
  }
}
