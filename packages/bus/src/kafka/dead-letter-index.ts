import type { DeadLetter } from '../bus.ts'

/** What stands in a dead letter topic: a letter, or the mark that one was replayed. */
export type Entry = Letter | { id: string; replayedAt: string }

export interface Letter extends Omit<DeadLetter, 'event' | 'replayedAt'> {
  /** The event as it was found. */
  body: string
}

export type Found = Letter & { replayedAt?: string }

/** The dead letters by id and in order, the newest of them only. */
export class DeadLetterIndex {
  readonly #most: number
  readonly #letters = new Map<string, Found & { offset: number }>()
  #sorted: (Found & { offset: number })[] | undefined

  constructor(most = 10_000) {
    this.#most = most
  }

  /** A letter that comes twice was written before a crash and, as it was not committed, after it; it is one. */
  add(entry: Entry, offset: number): void {
    const known = this.#letters.get(entry.id)
    if ('replayedAt' in entry) {
      if (known) known.replayedAt = entry.replayedAt
    } else if (!known) {
      this.#letters.set(entry.id, { ...entry, offset })
      this.#sorted = undefined
      if (this.#letters.size > this.#most * 1.1) this.newestFirst()
    }
  }

  get(id: string): Found | undefined {
    return this.#letters.get(id)
  }

  newestFirst(): readonly Found[] {
    if (!this.#sorted) {
      const all = [...this.#letters.values()].sort(
        (a, b) => compare(b.at, a.at) || compare(a.group, b.group) || b.offset - a.offset,
      )
      for (const { id } of all.splice(this.#most)) this.#letters.delete(id)
      this.#sorted = all
    }
    return this.#sorted
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
