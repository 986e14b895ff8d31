import { groups, topics } from '@techbridge/contracts'
import type { DeadLetter } from '../bus.ts'

/** A record of a dead letter topic: a letter, or the mark that one was replayed. */
export type Entry = Letter | { id: string; replayedAt: string }

export interface Letter extends Omit<DeadLetter, 'event' | 'replayedAt'> {
  /** The event as it was found. */
  body: string
}

/** The content of a record, unless it is damaged. */
export function parseEntry(record: string): Entry | undefined {
  let entry: Partial<Record<keyof Letter | 'replayedAt', unknown>> | null
  try {
    entry = JSON.parse(record)
  } catch {
    return undefined
  }
  const are = (type: 'string' | 'number', ...values: unknown[]) => values.every((value) => typeof value === type)
  if (!entry || !are('string', entry.id)) return undefined
  const { group, topic, body, reason, at, attempts } = entry
  const isLetter =
    are('string', group, topic, body, reason, at) &&
    are('number', attempts) &&
    Object.hasOwn(groups, group as string) &&
    Object.hasOwn(topics, topic as string)
  return are('string', entry.replayedAt) || isLetter ? (entry as Entry) : undefined
}

export type Found = Letter & { replayedAt?: string }

/** The dead letters by id and in order, the newest of them only. */
export class DeadLetterIndex {
  readonly #most: number
  readonly #mostCharacters: number
  readonly #letters = new Map<string, Found & { offset: number }>()
  #characters = 0
  #sorted: (Found & { offset: number })[] | undefined

  /** Limits of the letters kept, in number and in characters. A character takes one byte or two. */
  constructor(most = 10_000, mostCharacters = 32_000_000) {
    this.#most = most
    this.#mostCharacters = mostCharacters
  }

  /** A duplicate was written before a crash and, because it was not committed, again after it; both are one letter. */
  add(entry: Entry, offset: number): void {
    const known = this.#letters.get(entry.id)
    if ('replayedAt' in entry) {
      if (known) known.replayedAt = entry.replayedAt
    } else if (!known) {
      this.#letters.set(entry.id, { ...entry, offset })
      this.#characters += charactersOf(entry)
      this.#sorted = undefined
      const full = this.#letters.size > this.#most * 1.1 || this.#characters > this.#mostCharacters * 1.1
      if (full) this.newestFirst()
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
      while (all.length > this.#most || this.#characters > this.#mostCharacters) this.#letGo(all.pop()!)
      this.#sorted = all
    }
    return this.#sorted
  }

  #letGo(letter: Letter): void {
    this.#letters.delete(letter.id)
    this.#characters -= charactersOf(letter)
  }
}

const charactersOf = ({ body, reason }: Letter) => body.length + reason.length

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
