/** Tokens by text field of the spec, separated by spaces. */
export type Texts = readonly string[]

/** The most often that a token counts in a field. */
const mostUses = 255

/** Which documents hold a token, and how often in each field. Documents stand in no order, the fields of one beside each other. */
export class Posting {
  /** (document × fields + field) × 256 + uses: room for 2²⁴ fields of documents. */
  #entries: Uint32Array
  #length: number
  readonly #fields: number
  readonly #isOpen: readonly boolean[]
  /** Documents that hold it at all, and in a field that is not restricted. */
  readonly documents = { all: 0, open: 0 }

  /** `places` has document × fields + field for each use, in order. */
  constructor(places: readonly number[], isOpen: readonly boolean[]) {
    this.#fields = isOpen.length
    this.#isOpen = isOpen
    const entries: number[] = []
    for (const place of places) {
      const last = entries.length - 1
      const before = entries[last]
      if (before === undefined || Math.floor(before / 256) !== place) entries.push(place * 256 + 1)
      else if (before % 256 < mostUses) entries[last] = before + 1
    }
    this.#entries = Uint32Array.from(entries)
    this.#length = entries.length
    this.each((_, uses) => this.#count(uses, 1))
  }

  get size(): number {
    return this.#entries.length
  }

  /** Calls `use` for each document, with its uses by field in an array that is filled anew each time. */
  each(use: (doc: number, uses: Uint8Array) => void): void {
    const uses = new Uint8Array(this.#fields)
    for (let at = 0; at < this.#length; ) {
      const doc = this.#docAt(at)
      uses.fill(0)
      for (; at < this.#length && this.#docAt(at) === doc; at++) {
        const entry = this.#entries[at] ?? 0
        uses[(entry >>> 8) % this.#fields] = entry & 0xff
      }
      use(doc, uses)
    }
  }

  /**
   * Calls `use` for each document that has uses in fields with a boost, with the sum of these times the boosts. A search goes through all
   * lists of its tokens, so it works on the entries themselves.
   */
  weigh(boosts: Float64Array, use: (doc: number, weighed: number) => void): void {
    const entries = this.#entries
    const fields = this.#fields
    for (let at = 0; at < this.#length; ) {
      const first = entries[at++] ?? 0
      const doc = Math.trunc((first >>> 8) / fields)
      const place = doc * fields
      let weighed = (boosts[(first >>> 8) - place] ?? 0) * (first & 0xff)
      // The fields of one document stand beside each other.
      for (; at < this.#length; at++) {
        const field = ((entries[at] ?? 0) >>> 8) - place
        if (field < 0 || field >= fields) break
        weighed += (boosts[field] ?? 0) * ((entries[at] ?? 0) & 0xff)
      }
      if (weighed !== 0) use(doc, weighed)
    }
  }

  #docAt(at: number): number {
    return Math.floor(((this.#entries[at] ?? 0) >>> 8) / this.#fields)
  }

  add(doc: number, uses: Uint8Array): void {
    if (this.#length + uses.length > this.#entries.length) {
      const room = new Uint32Array(Math.ceil((this.#length + uses.length) * 1.5))
      room.set(this.#entries.subarray(0, this.#length))
      this.#entries = room
    }
    for (const [field, count] of uses.entries())
      if (count > 0) this.#entries[this.#length++] = (doc * this.#fields + field) * 256 + count
    this.#count(uses, 1)
  }

  remove(doc: number): void {
    const uses = new Uint8Array(this.#fields)
    let kept = 0
    for (let at = 0; at < this.#length; at++) {
      const entry = this.#entries[at] ?? 0
      if (this.#docAt(at) === doc) uses[(entry >>> 8) % this.#fields] = entry & 0xff
      else this.#entries[kept++] = entry
    }
    this.#length = kept
    if (uses.some((count) => count > 0)) this.#count(uses, -1)
  }

  #count(uses: Uint8Array, by: 1 | -1): void {
    this.documents.all += by
    if (uses.some((count, field) => count > 0 && this.#isOpen[field])) this.documents.open += by
  }
}

/**
 * Entries of four bytes of all lists together, from which on those that were not asked for longest are let go. A list takes 400 to 700 bytes
 * beside its entries, even when it is empty.
 */
const mostEntries = 16_000_000
const entriesOfOne = 170

/** The lists that were asked for, kept as documents come and go, so that no list is read and no statistic counted twice. */
export class Postings {
  readonly #kept = new Map<string, Posting>()
  readonly #read: (token: string) => readonly number[]
  readonly #isOpen: readonly boolean[]
  #entries = 0

  /** `read` gives what is on disk of a token: document × fields + field for each use, in order. */
  constructor(read: (token: string) => readonly number[], isOpen: readonly boolean[]) {
    this.#read = read
    this.#isOpen = isOpen
  }

  /** Those that were asked for last stand last, once there are many. */
  of(token: string): Posting {
    const kept = this.#kept.get(token)
    if (kept) {
      // Their order matters only when some are to be let go soon.
      if (this.#entries > mostEntries / 2) {
        this.#kept.delete(token)
        this.#kept.set(token, kept)
      }
      return kept
    }
    const posting = new Posting(this.#read(token), this.#isOpen)
    this.#kept.set(token, posting)
    this.#entries += posting.size + entriesOfOne
    for (const [oldest, { size }] of this.#kept) {
      if (this.#entries <= mostEntries || oldest === token) break
      this.#kept.delete(oldest)
      this.#entries -= size + entriesOfOne
    }
    return posting
  }

  /** What a document said and what it says now; to be called when that is on disk. */
  change(doc: number, before: Texts, after: Texts): void {
    for (const token of usesOf(before).keys()) this.#update(token, (posting) => posting.remove(doc))
    for (const [token, uses] of usesOf(after)) this.#update(token, (posting) => posting.add(doc, uses))
  }

  #update(token: string, update: (posting: Posting) => void): void {
    const posting = this.#kept.get(token)
    if (!posting) return
    this.#entries -= posting.size
    update(posting)
    this.#entries += posting.size
  }
}

const usesOf = (texts: Texts): Map<string, Uint8Array> => {
  const all = new Map<string, Uint8Array>()
  for (const [field, text] of texts.entries()) {
    for (const token of tokensOf(text)) {
      const uses = all.get(token) ?? new Uint8Array(texts.length)
      uses[field] = Math.min(mostUses, (uses[field] ?? 0) + 1)
      all.set(token, uses)
    }
  }
  return all
}

export const tokensOf = (text: string): string[] => (text === '' ? [] : text.split(' '))
