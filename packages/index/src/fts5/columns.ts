import type { Bounds, IndexSpec, SearchQuery } from '../text-index.ts'
import { firstSize, grownTo } from './room.ts'
import { type Condition, ValueSets } from './value-sets.ts'

/** What the tables keep of a document for filters, facets, orders and scores: by text, keyword and number field of the spec. */
export interface Facts {
  /** Tokens. */
  lengths: readonly number[]
  keywords: readonly (readonly string[])[]
  numbers: readonly (number | null)[]
}

/** Documents with text, and their tokens. */
export interface Totals {
  documents: number
  tokens: number
}

/**
 * The facts of all documents in memory, by the number of the document, so that a query looks at thousands without asking SQLite. Some 100
 * bytes a document.
 */
export class Columns {
  readonly spec: IndexSpec
  /** By document; `undefined` where there is none. */
  readonly ids: (string | undefined)[] = []
  /** Tokens in all text fields, and in those that are not restricted. */
  lengths = { all: new Uint32Array(firstSize), open: new Uint32Array(firstSize) }
  readonly totals: Record<'all' | 'open', Totals> = {
    all: { documents: 0, tokens: 0 },
    open: { documents: 0, tokens: 0 },
  }
  readonly #keywords: ValueSets[]
  readonly #numbers: Float64Array[]

  constructor(spec: IndexSpec) {
    this.spec = spec
    this.#keywords = spec.keywords.map(() => new ValueSets())
    this.#numbers = spec.numbers.map(() => new Float64Array(firstSize).fill(Number.NaN))
  }

  set(doc: number, id: string, { lengths, keywords, numbers }: Facts): void {
    this.#makeRoom(doc + 1)
    this.ids[doc] = id
    const all = sumOf(lengths)
    const restricted = this.spec.text.map((field, n) => (this.spec.restricted?.includes(field) ? (lengths[n] ?? 0) : 0))
    this.#setLength('all', doc, all)
    this.#setLength('open', doc, all - sumOf(restricted))
    for (const [n, sets] of this.#keywords.entries()) sets.set(doc, keywords[n] ?? [])
    for (const [n, column] of this.#numbers.entries()) column[doc] = numbers[n] ?? Number.NaN
  }

  #setLength(of: 'all' | 'open', doc: number, length: number): void {
    const before = this.lengths[of][doc] ?? 0
    this.lengths[of][doc] = length
    const totals = this.totals[of]
    totals.documents += Number(length > 0) - Number(before > 0)
    totals.tokens += length - before
  }

  #makeRoom(size: number): void {
    const { all, open } = this.lengths
    if (size <= all.length) return
    const room = Math.max(size, all.length * 2)
    this.lengths = { all: grownTo(new Uint32Array(room), all), open: grownTo(new Uint32Array(room), open) }
    for (const [n, column] of this.#numbers.entries())
      this.#numbers[n] = grownTo(new Float64Array(room).fill(Number.NaN), column)
    for (const sets of this.#keywords) sets.makeRoom(room)
  }

  /** `NaN` where a document has no such number. */
  number(field: string): Float64Array {
    return this.#numbers[this.spec.numbers.indexOf(field)] ?? new Float64Array()
  }

  /** What a document must fulfil beside the match; empty when nothing. */
  conditions({ where = {}, range = {}, outside = {}, order }: SearchQuery): Condition[] {
    const within = ([field, { gte = -Infinity, lte = Infinity }]: [string, Bounds]): Condition => {
      const column = this.number(field)
      return (doc) => {
        const value = column[doc] ?? Number.NaN
        return value >= gte && value <= lte
      }
    }
    const without =
      (condition: Condition): Condition =>
      (doc) =>
        !condition(doc)
    return [
      ...Object.entries(where).map(([field, values]) => this.#sets(field).among(values)),
      ...Object.entries(range).map(within),
      ...Object.entries(outside).map((one) => without(within(one))),
      ...(order ? [within([order.by, {}])] : []),
    ]
  }

  /** The most frequent values of a keyword field among the documents, ties by value. */
  count(field: string, docs: readonly number[], most: number): { value: string; count: number }[] {
    const counts = [...this.#sets(field).count(docs)].map(([value, count]) => ({ value, count }))
    return counts.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)).slice(0, most)
  }

  #sets(field: string): ValueSets {
    return this.#keywords[this.spec.keywords.indexOf(field)] ?? new ValueSets()
  }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)
