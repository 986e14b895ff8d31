import { Cursor } from './q4-file.ts'

export interface Tokenizer {
  /** The pieces of a text, without the marks of its beginning and end. */
  pieces(text: string): number[]
  begin: number
  end: number
}

/** Stands for a space, within pieces as well. */
const spaceMark = '\u2581'
/** What a character that no piece has costs, below the least likely piece. */
const unknownCost = 10

/**
 * SentencePiece's unigram tokenizer with the vocabulary of the file of weights. It keeps that as the bytes it comes in: as strings and a tree of
 * objects, the 250,000 pieces take 175 MB.
 */
export const createTokenizer = (vocabulary: Buffer): Tokenizer => {
  const cursor = new Cursor(vocabulary)
  const count = cursor.int()
  const [begin, end, , unknown] = [cursor.int(), cursor.int(), cursor.int(), cursor.int()] as const
  const size = cursor.long()
  const offsets = Uint32Array.from({ length: count + 1 }, cursor.uint)
  const scores = Float32Array.from({ length: count }, cursor.float)
  const bytes = Buffer.from(cursor.take(size))
  const replaced = readReplacements(cursor)
  const lookUp = indexed(bytes, offsets)
  const longest = scores.reduce((most, _, n) => Math.max(most, (offsets[n + 1] ?? 0) - (offsets[n] ?? 0)), 1)
  const unknownScore = scores.reduce((least, one) => Math.min(least, one), 0) - unknownCost

  const normalised = (text: string): string => {
    let plain = ''
    for (const character of text) plain += replaced.get(character) ?? character
    const marked = plain.replaceAll(/ {2,}/gu, ' ').replaceAll(' ', spaceMark)
    return marked.startsWith(spaceMark) ? marked : spaceMark + marked
  }

  /** The likeliest way to cut the text: for each place the best score up to there, the piece that ends there, and where that begins. */
  const pieces = (text: string): number[] => {
    const said = Buffer.from(normalised(text))
    const starts: number[] = []
    for (let at = 0; at < said.length; at++) if (((said[at] ?? 0) & 0xc0) !== 0x80) starts.push(at)
    const characters = starts.length
    starts.push(said.length)
    const best = new Float64Array(characters + 1).fill(-Infinity)
    const piece = new Int32Array(characters + 1)
    const from = new Int32Array(characters + 1)
    best[0] = 0
    const consider = (start: number, stop: number, one: number, cost: number) => {
      const reached = (best[start] ?? 0) + cost
      if (reached <= (best[stop] ?? 0)) return
      best[stop] = reached
      piece[stop] = one
      from[stop] = start
    }
    for (let start = 0; start < characters; start++) {
      const at = starts[start] ?? 0
      for (let stop = start + 1; stop <= characters && (starts[stop] ?? 0) - at <= longest; stop++) {
        const found = lookUp(said, at, starts[stop] ?? 0)
        if (found >= 0 && found !== unknown) consider(start, stop, found, scores[found] ?? 0)
      }
      consider(start, start + 1, unknown, unknownScore)
    }
    const cut: number[] = []
    for (let stop = characters; stop > 0; stop = from[stop] ?? 0) cut.push(piece[stop] ?? unknown)
    return cut.reverse()
  }

  return { pieces, begin, end }
}

/** Characters that are read as others, as composed or wide ones are. */
const readReplacements = (cursor: Cursor): Map<string, string> => {
  const count = cursor.int()
  cursor.uint()
  const replaced = new Map<string, string>()
  for (let n = 0; n < count; n++) {
    const character = String.fromCodePoint(cursor.uint())
    const others = Array.from({ length: cursor.byte() }, cursor.uint)
    replaced.set(character, String.fromCodePoint(...others))
  }
  return replaced
}

/** A hash table with open addressing over the pieces where they stand: it finds the number of one, or -1. */
const indexed = (bytes: Buffer, offsets: Uint32Array) => {
  const count = offsets.length - 1
  const table = new Int32Array(2 ** Math.ceil(Math.log2(count * 2)))
  const mask = table.length - 1
  const hash = (of: Buffer, from: number, to: number) => {
    let value = 0x811c9dc5
    for (let at = from; at < to; at++) value = Math.imul(value ^ (of[at] ?? 0), 0x01000193)
    return (value ^ (value >>> 15)) & mask
  }
  for (let n = 0; n < count; n++) {
    const [from, to] = [offsets[n] ?? 0, offsets[n + 1] ?? 0]
    if (from === to) continue
    let slot = hash(bytes, from, to)
    while (table[slot] !== 0) slot = (slot + 1) & mask
    table[slot] = n + 1
  }
  return (text: Buffer, from: number, to: number): number => {
    for (let slot = hash(text, from, to); ; slot = (slot + 1) & mask) {
      const found = (table[slot] ?? 0) - 1
      if (found < 0) return -1
      const at = offsets[found] ?? 0
      if ((offsets[found + 1] ?? 0) - at === to - from && text.compare(bytes, at, at + to - from, from, to) === 0)
        return found
    }
  }
}
