import { type Folded, fold } from './fold.ts'
import { detectLanguage, latinLanguage } from './language.ts'
import { conceptById } from './lexicon/index.ts'
import type { Concept } from './lexicon/table.ts'
import { type Branch, byCharacter, byWord, type LatinLanguage } from './phrases.ts'
import { stem } from './stem.ts'
import { byPlace, type Token } from './token.ts'
import { type Word, words } from './words.ts'

const prefix = 'concept:'
export const isConcept = (term: string) => term.startsWith(prefix)

/** `count` says how many words or characters were read. */
interface Found {
  concept: Concept
  count: number
}

/**
 * The concepts named in a text, by place, the longest phrase first: `concept:drip-irrigation`, and at the same place each
 * broader one, `concept:irrigation`. They are the same terms in every language. Never fails.
 */
export const concepts = (text: string, language = detectLanguage(text)): Token[] => {
  const folded = fold(text)
  return conceptsIn(text, folded, [...words(folded)], language).sort(byPlace)
}

/** The same for a text that is already folded and cut into words. */
export const conceptsIn = (text: string, folded: Folded, all: Word[], language: string): Token[] => [
  ...tokens(inWords(text, all, language)),
  ...tokens(inCharacters(folded, all)),
]

function* inWords(text: string, all: Word[], language: string): Generator<[Concept, number, number]> {
  const own = latinLanguage(language)
  // English names of techniques are used everywhere; a text of unknown language may be in any.
  const trees: LatinLanguage[] = language === 'und' ? ['en', 'id', 'vi'] : own === 'en' ? ['en'] : [own, 'en']
  for (let i = 0; i < all.length; ) {
    let longest: Found | undefined
    for (const tree of trees) {
      const found = readWords(text, all, i, tree)
      if (found && found.count > (longest?.count ?? 0)) longest = found
    }
    if (longest) yield [longest.concept, all[i]!.start, all[i + longest.count - 1]!.end]
    i += longest?.count ?? 1
  }
}

/** Words of one phrase stand side by side, or joined by a hyphen. */
const joint = /^[\s\-‐‑–/]{0,3}$/

const readWords = (text: string, all: Word[], from: number, language: LatinLanguage): Found | undefined => {
  let at: Branch | undefined = byWord[language]
  let found: Found | undefined
  for (let i = from; i < all.length; i++) {
    const word = all[i]!
    if (i > from && !joint.test(text.slice(all[i - 1]!.end, word.start))) break
    at = at.next.get(text.slice(word.start, word.end)) ?? at.next.get(stem(word.text, language))
    if (!at) break
    if (at.concept) found = { concept: at.concept, count: i - from + 1 }
  }
  return found
}

function* inCharacters({ text, start, end }: Folded, all: Word[]): Generator<[Concept, number, number]> {
  const starts = new Set(all.map((word) => word.from))
  const ends = new Set(all.map((word) => word.to))
  for (let i = 0; i < text.length; ) {
    const found = readCharacters(text, i, starts, ends)
    if (found) yield [found.concept, start(i), end(i + found.count)]
    i += found?.count ?? 1
  }
}

/** What goes on a syllable that has begun: marks, Thai and Lao vowels, a silent Thai letter, a Burmese final. */
const continues = /^(?:\p{M}|[\u0e30\u0e32\u0e33\u0eb0\u0eb2\u0eb3]|[\u0e01-\u0e2e]\u0e4c|[\u1000-\u1021]\u103a)/u
/** What a syllable needs a letter after: Thai and Lao vowels written first, a stacked consonant in Khmer and Burmese. */
const opens = /[\u0e40-\u0e44\u0ec0-\u0ec4\u17d2\u1039]$/
const han = /^\p{Script=Han}/u

/** Segmentation may split a phrase or join it to its neighbour, but a short phrase is only trusted where words begin and end. */
const isShort = (phrase: string) => phrase.length < (han.test(phrase) ? 2 : 5)

const readCharacters = (text: string, from: number, starts: Set<number>, ends: Set<number>): Found | undefined => {
  if (opens.test(text.slice(Math.max(0, from - 1), from))) return undefined
  let at: Branch | undefined = byCharacter
  let found: Found | undefined
  for (let i = from; i < text.length; i++) {
    const unit = text[i]!
    if (unit === ' ' && i > from && text[i - 1] !== ' ') continue
    at = at.next.get(unit)
    if (!at) break
    const to = i + 1
    if (!at.concept || continues.test(text.slice(to, to + 2))) continue
    if (isShort(text.slice(from, to)) && !(starts.has(from) && ends.has(to))) continue
    found = { concept: at.concept, count: to - from }
  }
  return found
}

function* tokens(found: Iterable<[Concept, number, number]>): Generator<Token> {
  for (const [concept, start, end] of found) {
    for (let at: Concept | undefined = concept; at; at = at.broader ? conceptById.get(at.broader) : undefined) {
      yield { term: prefix + at.id, start, end }
    }
  }
}
