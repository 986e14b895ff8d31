import type { Span } from './sentences.ts'

/** A piece of text as spaces; lines stay lines. */
export const blank = (piece: string): string => piece.replace(/[^\n]/g, ' ')

/** The text with these spans, given in order, replaced by spaces, so that every other character keeps its position. */
export const blankSpans = (text: string, spans: readonly Span[]): string => {
  if (spans.length === 0) return text
  let at = 0
  const pieces = spans.map(({ from, to }) => {
    const piece = text.slice(at, from) + blank(text.slice(from, to))
    at = to
    return piece
  })
  return pieces.join('') + text.slice(at)
}
