import { type Folded, fold } from './fold.ts'

export type Script =
  | 'latin'
  | 'han'
  | 'thai'
  | 'lao'
  | 'khmer'
  | 'myanmar'
  | 'cyrillic'
  | 'devanagari'
  | 'hangul'
  | 'other'

/** A word of a text, folded. `from` and `to` are offsets in the folded text, `start` and `end` in the given one. */
export interface Word {
  text: string
  script: Script
  from: number
  to: number
  start: number
  end: number
}

const longestWord = 64

/** Dictionaries depend on the script, so one segmenter serves every language. */
export const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

const scripts: [Script, RegExp][] = [
  ['latin', /[a-z0-9\u00c0-\u024f\u1e00-\u1eff]/],
  ['han', /\p{Script=Han}/u],
  ['thai', /\p{Script=Thai}/u],
  ['lao', /\p{Script=Lao}/u],
  ['khmer', /\p{Script=Khmer}/u],
  ['myanmar', /\p{Script=Myanmar}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['hangul', /\p{Script=Hangul}/u],
]
const scriptOf = (word: string): Script => scripts.find(([, letters]) => letters.test(word))?.[0] ?? 'other'

/** "200kW" and "200 kW" are the same two words. Units of one letter stay: "5G", "4K" and "3D" are names. */
const measured =
  /^(\d[\d.,]*)(kwh?|mwh?|gwh?|wh?|wp|kwp|kv|mv|v|ma|mah|ah|k?hz|mhz|ghz|[num]m|μm|[ck]m|m[23]|km2|mg|kg|μg|ml|kl|[km]?pa|bar|rpm|ppm|ha)$/

function* split(segment: string): Generator<string> {
  const match = measured.exec(segment)
  if (match) yield* [match[1]!, match[2]!]
  else yield segment
}

/** Splits overlong words, never between the halves of a surrogate pair. */
const cut = (text: string) =>
  text.length <= longestWord ? text : text.slice(0, longestWord).replace(/[\ud800-\udbff]$/, '')

/** An exponent belongs to its number: `10^6`, `10^-3`. */
const exponent = /\^[+-]?\d{1,8}(?![\p{L}\p{N}])/uy

const exponentAt = (text: string, at: number): string => {
  exponent.lastIndex = at
  return exponent.exec(text)?.[0] ?? ''
}

export function* words(folded: Folded): Generator<Word> {
  let next = 0
  for (const { segment, index, isWordLike } of segmenter.segment(folded.text)) {
    if (!isWordLike || index < next) continue
    let from = index
    const raised = /\d$/.test(segment) ? exponentAt(folded.text, index + segment.length) : ''
    next = index + segment.length + raised.length
    for (const part of raised ? [segment + raised] : split(segment)) {
      const text = cut(part)
      const to = from + text.length
      yield {
        text: text.replace('^+', '^'),
        script: scriptOf(text),
        from,
        to,
        start: folded.start(from),
        end: folded.end(to),
      }
      from += part.length
    }
  }
}

export const wordsOf = (text: string) => [...words(fold(text))]
