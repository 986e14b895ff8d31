/** A text made comparable, and the way back to the text it was made from. Offsets are UTF-16 code units. */
export interface Folded {
  text: string
  /** Offset in the given text where the unit at `index` of the folded text begins. */
  start(index: number): number
  /** Offset in the given text where the folded text before `index` ends. */
  end(index: number): number
}

export const unfolded = (text: string): Folded => ({ text, start: (index) => index, end: (index) => index })

/** A piece that takes the place of another, which began and ended at these offsets. */
export interface Replacement {
  from: number
  to: number
  by: string
}

/**
 * The text with pieces of it replaced. They come in order and do not overlap. Where a piece keeps its length, each unit keeps its place; else all
 * of it stands for all of what was there. Takes time linear in the length of the text.
 */
export const replaced = (folded: Folded, replacements: Iterable<Replacement>): Folded => {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  const keep = (to: number) => {
    pieces.push(folded.text.slice(at, to))
    for (; at < to; at++) {
      starts.push(folded.start(at))
      ends.push(folded.end(at + 1))
    }
  }
  let isSame = true
  for (const { from, to, by } of replacements) {
    if (folded.text.slice(from, to) === by) continue
    isSame = false
    keep(from)
    const keepsLength = by.length === to - from
    pieces.push(by)
    for (let unit = 0; unit < by.length; unit++) {
      starts.push(folded.start(keepsLength ? from + unit : from))
      ends.push(folded.end(keepsLength ? from + unit + 1 : to))
    }
    at = to
  }
  if (isSame) return folded
  keep(folded.text.length)
  const { length } = folded.text
  return {
    text: pieces.join(''),
    start: (index) => starts[index] ?? folded.start(length),
    end: (index) => ends[index - 1] ?? 0,
  }
}

/** The text with what a global pattern finds rewritten. */
export const rewritten = (folded: Folded, pattern: RegExp, rewrite: (found: string) => string): Folded =>
  replaced(folded, found(folded.text, pattern, rewrite))

function* found(text: string, pattern: RegExp, rewrite: (found: string) => string): Generator<Replacement> {
  for (const { 0: piece, index } of text.matchAll(pattern)) {
    yield { from: index, to: index + piece.length, by: rewrite(piece) }
  }
}
