import { analyse } from './analyse.ts'
import { isConcept } from './concepts.ts'
import { byPlace, type Token } from './token.ts'
import { isBare } from './vietnamese.ts'
import { segmenter } from './words.ts'

/** UTF-16 offsets, the end not included. */
interface Range {
  start: number
  end: number
}

const most = 3

/**
 * Up to three fragments of the text around its tokens with one of the terms, or around one of the phrases as `phraseTerms` gives them, in
 * order, each of about `length` UTF-16 units and cut between words. They are HTML: the matches stand in `<mark>`, all else is escaped. No
 * match, no fragment. `tokens` are those of `analyse`, which takes most of the time, where they are known already.
 */
export const highlight = (
  text: string,
  language: string | undefined,
  terms: Iterable<string>,
  options: { length?: number; phrases?: readonly (readonly string[])[]; tokens?: readonly Token[] } = {},
): string[] => {
  const wanted = new Set(terms)
  const { length = 160, phrases = [], tokens: all = analyse(text, language) } = options
  const found = [...all.filter(({ term }) => wanted.has(term)), ...phrases.flatMap((phrase) => standing(phrase, all))]
  const groups = group(merge(found.sort(byPlace)), length)
  const segments = segmenter.segment(text)
  let shown = 0
  return groups.slice(0, most).map((marks, i) => {
    const room = { start: shown, end: groups[i + 1]?.[0]?.start ?? text.length }
    const fragment = widen(marks, length, room, segments)
    shown = fragment.end
    return render(text, fragment, marks)
  })
}

/** Where the tokens of a phrase stand side by side: words, or what words are without diacritics. */
const standing = (phrase: readonly string[], all: readonly Token[]): Token[] =>
  [all.filter(({ term }) => !isConcept(term) && !isBare(term)), all.filter(({ term }) => isBare(term))].flatMap((row) =>
    row.flatMap((first, from) => {
      const last = row[from + phrase.length - 1]
      const stands = last && phrase.every((term, place) => row[from + place]?.term === term)
      return stands ? [{ ...first, end: last.end }] : []
    }),
  )

/** Tokens that overlap become one range. They come by start. */
const merge = (tokens: readonly Token[]): Range[] => {
  const merged: Range[] = []
  for (const { start, end } of tokens) {
    const last = merged.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** Marks that fit one fragment together. */
const group = (marks: Range[], length: number): Range[][] => {
  const groups: Range[][] = []
  for (const mark of marks) {
    const last = groups.at(-1)
    if (last && mark.end - last[0]!.start <= length) last.push(mark)
    else groups.push([mark])
  }
  return groups
}

/** The marks with as much text on both sides as `length` allows and `room` has. */
const widen = (marks: Range[], length: number, room: Range, segments: Intl.Segments): Range => {
  const first = marks[0]!.start
  const last = marks.at(-1)!.end
  const spare = Math.max(0, length - (last - first))
  const before = Math.min(first - room.start, Math.max(Math.floor(spare / 2), spare - (room.end - last)))
  const start = Math.min(first, wordStart(first - before, segments))
  const end = Math.max(last, wordEnd(Math.min(room.end, last + spare - before), segments))
  return { start, end }
}

/** The first word that begins at `index` or after, the last that ends at `index` or before. */
const wordStart = (index: number, segments: Intl.Segments): number => {
  const segment = segments.containing(index)
  return !segment || segment.index === index ? index : segment.index + segment.segment.length
}
const wordEnd = (index: number, segments: Intl.Segments): number => segments.containing(index)?.index ?? index

const render = (text: string, fragment: Range, marks: Range[]): string => {
  let html = ''
  let at = fragment.start
  for (const { start, end } of marks) {
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`
    at = end
  }
  return (html + escapeHtml(text.slice(at, fragment.end))).trim()
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character]!)
