import { firstSize, grownTo } from './room.ts'

/** A condition on a document, by its number. */
export type Condition = (doc: number) => boolean

interface ValueSet {
  number: number
  key: string
  values: readonly string[]
  documents: number
}

/** One keyword field. Many documents have the same values, so each different set of values is kept once, while a document has it. */
export class ValueSets {
  /** By number. The first is that of documents without values, and of numbers that no document has. */
  readonly #sets: ValueSet[] = []
  readonly #byKey = new Map<string, ValueSet>()
  /** Numbers of sets that no document has any more. */
  readonly #free: number[] = []
  /** Number of the set, by document. */
  #of = new Uint32Array(firstSize)

  constructor() {
    this.#setOf([]).documents = Number.POSITIVE_INFINITY
  }

  /** The most different sets that documents had at one time. */
  get size(): number {
    return this.#sets.length
  }

  makeRoom(room: number): void {
    this.#of = grownTo(new Uint32Array(room), this.#of)
  }

  set(doc: number, values: readonly string[]): void {
    const before = this.#sets[this.#of[doc] ?? 0]
    if (before) this.#release(before)
    const set = this.#setOf(values)
    set.documents += 1
    this.#of[doc] = set.number
  }

  #setOf(values: readonly string[]): ValueSet {
    const key = JSON.stringify(values)
    const kept = this.#byKey.get(key)
    if (kept) return kept
    const made = { number: this.#free.pop() ?? this.#sets.length, key, values: [...values], documents: 0 }
    this.#sets[made.number] = made
    this.#byKey.set(key, made)
    return made
  }

  #release(set: ValueSet): void {
    set.documents -= 1
    if (set.documents > 0) return
    this.#byKey.delete(set.key)
    this.#free.push(set.number)
  }

  /** Whether a document has one of the values. */
  among(values: readonly string[]): Condition {
    const accepted = new Set(values)
    const accepts = Uint8Array.from(this.#sets, (set) => Number(set.values.some((value) => accepted.has(value))))
    return (doc) => accepts[this.#of[doc] ?? 0] === 1
  }

  count(docs: readonly number[]): Map<string, number> {
    const bySet = new Uint32Array(this.#sets.length)
    for (const doc of docs) bySet[this.#of[doc] ?? 0]! += 1
    const counts = new Map<string, number>()
    for (const [number, count] of bySet.entries())
      if (count > 0)
        for (const value of this.#sets[number]?.values ?? []) counts.set(value, (counts.get(value) ?? 0) + count)
    return counts
  }
}
