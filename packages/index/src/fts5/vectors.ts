import type { Vector } from '../text-index.ts'
import { firstSize } from './room.ts'

/** The vectors of one model, one behind the other, so that comparing with all of them is one walk through memory. */
class Space {
  readonly #dimension: number
  readonly #slots = new Map<number, number>()
  readonly #docs: number[] = []
  #numbers: Float32Array

  constructor(dimension: number) {
    this.#dimension = dimension
    this.#numbers = new Float32Array(firstSize * dimension)
  }

  set(doc: number, values: Float32Array): void {
    const slot = this.#slots.get(doc) ?? this.#docs.length
    this.#slots.set(doc, slot)
    this.#docs[slot] = doc
    const from = slot * this.#dimension
    if (from >= this.#numbers.length) {
      const wider = new Float32Array(this.#numbers.length * 2)
      wider.set(this.#numbers)
      this.#numbers = wider
    }
    this.#numbers.set(values, from)
  }

  /** The last one takes its place. */
  delete(doc: number): void {
    const slot = this.#slots.get(doc)
    if (slot === undefined) return
    this.#slots.delete(doc)
    const last = this.#docs.pop()
    if (last === undefined || last === doc) return
    const from = this.#docs.length * this.#dimension
    this.#numbers.copyWithin(slot * this.#dimension, from, from + this.#dimension)
    this.#docs[slot] = last
    this.#slots.set(last, slot)
  }

  near(values: Float32Array, holds: (doc: number) => boolean): Near[] {
    const near: Near[] = []
    const dimension = this.#dimension
    const numbers = this.#numbers
    for (const [slot, doc] of this.#docs.entries()) {
      if (!holds(doc)) continue
      const from = slot * dimension
      let score = 0
      for (let n = 0; n < dimension; n++) score += (values[n] ?? 0) * (numbers[from + n] ?? 0)
      near.push({ doc, score })
    }
    return near
  }
}

export interface Near {
  doc: number
  /** The cosine. */
  score: number
}

/** The vectors of all documents in memory, by the number of the document: 1.5 kB for one of 384 numbers. */
export class Vectors {
  readonly #spaces = new Map<string, Space>()
  readonly #models = new Map<number, string>()

  /** A document has one vector, or none. */
  set(doc: number, vector: Vector | undefined): void {
    const before = this.#models.get(doc)
    if (before !== undefined && before !== vector?.model) this.#spaces.get(before)?.delete(doc)
    if (!vector) {
      this.#models.delete(doc)
      return
    }
    const { model, values } = vector
    const space = this.#spaces.get(model) ?? new Space(values.length)
    this.#spaces.set(model, space)
    this.#models.set(doc, model)
    space.set(doc, values)
  }

  near({ model, values }: Vector, holds: (doc: number) => boolean): Near[] {
    return this.#spaces.get(model)?.near(values, holds) ?? []
  }
}
