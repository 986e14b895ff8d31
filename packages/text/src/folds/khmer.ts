import { type Folded, rewritten } from './mapped.ts'

/** A consonant with all that stands on, under and around it. Runs are bounded, as no syllable has so many. */
const cluster = /[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd]){1,12}/g
const part = /\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd]/g

/** Robat, subscripts (ro last), shifters, vowels before, below, above and after, signs. Source: Unicode Technical Note 61, table 3. */
const order = (piece: string): number => {
  if (piece.length > 1) return piece === '\u17d2\u179a' ? 2 : 1
  if (piece === '\u17cc') return 0
  if (/[\u17c9\u17ca]/.test(piece)) return 3
  if (/[\u17c1-\u17c5]/.test(piece)) return 4
  if (/[\u17bb-\u17bd]/.test(piece)) return 5
  if (/[\u17b7-\u17ba\u17be]/.test(piece)) return 6
  if (/[\u17b6\u17bf\u17c0]/.test(piece)) return 7
  return /[\u17c7\u17c8]/.test(piece) ? 9 : 8
}

/** Two vowels that look like one. */
const joined: [RegExp, string][] = [
  [/\u17c1([\u17bb-\u17bd]?)\u17b8/, '$1\u17be'],
  [/\u17c1([\u17bb-\u17bd]?)\u17b6/, '$1\u17c4'],
  [/\u17c1([\u17bb-\u17bd]?)\u17ba/, '$1\u17be'],
]

const sorted = (parts: string) =>
  [...new Set(parts.match(part))].sort((one, other) => order(one) - order(other) || (one < other ? -1 : 1)).join('')

const canonical = (found: string) => {
  let parts = sorted(found.slice(1))
  for (const [pattern, by] of joined) parts = sorted(parts.replace(pattern, by))
  return found[0] + parts
}

const others: Record<string, string> = {
  '\u17a3': '\u17a2',
  '\u17a4': '\u17a2\u17b6',
  '\u17b2': '\u17b1',
  '\u17d3': '\u17c6',
}

/**
 * Khmer in one order, with one code for what looks the same: subscript da as ta, vowels typed in two parts, deprecated letters. Sources: Unicode
 * 16.0, chapter 16.4, and Technical Note 61, "Khmer Encoding Structure".
 */
export const foldKhmer = (folded: Folded): Folded => {
  if (!/[\u1780-\u17ff]/.test(folded.text)) return folded
  const steps: [RegExp, (found: string) => string][] = [
    [/[\u17b4\u17b5]/g, () => ''],
    [/[\u17a3\u17a4\u17b2\u17d3]/g, (letter) => others[letter]!],
    [/\u17d2\u178a/g, () => '\u17d2\u178f'],
    [cluster, canonical],
  ]
  return steps.reduce((text, [pattern, rewrite]) => rewritten(text, pattern, rewrite), folded)
}
