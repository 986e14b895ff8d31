import type { Folded } from './fold.ts'
import { latinLanguage } from './language.ts'
import { conceptById } from './lexicon/index.ts'
import type { Concept } from './lexicon/table.ts'
import { firstCharacters, isCapital, type LatinLanguage, namesInCharacters, namesInWords, wordForm } from './names.ts'
import type { Token } from './token.ts'
import type { Word } from './words.ts'

const prefix = 'concept:'
export const isConcept = (term: string) => term.startsWith(prefix)

/** A concept with at least this many kinds and parts is too broad to connect two texts by itself. */
const broadFrom = 10

/** How many concepts are a kind or part of each, directly or not. */
const narrower = (): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const concept of conceptById.values())
    for (const { id } of withBroader(concept)) if (id !== concept.id) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
let counted: ReadonlyMap<string, number> | undefined

/** Whether a term is a concept such as agriculture, that many others are kinds or parts of. */
export const isBroad = (term: string): boolean => {
  counted ??= narrower()
  return isConcept(term) && (counted.get(term.slice(prefix.length)) ?? 0) >= broadFrom
}

/** `count` says how many words or characters were read. */
interface Found {
  concept: Concept
  count: number
}

/**
 * The concepts named in a text that is folded and cut into words: `concept:drip-irrigation`, and at the same place each
 * broader one, `concept:irrigation`. A name within a longer one is not found; names may overlap. They are the same terms
 * in every language.
 */
export const conceptsIn = (text: string, folded: Folded, all: Word[], language: string): Token[] => [
  ...tokens(inWords(text, all, language)),
  ...tokens(inCharacters(folded, all)),
]

function* inWords(text: string, all: Word[], language: string): Generator<[Concept, number, number]> {
  const own = latinLanguage(language)
  // English names of techniques are used everywhere; a text of unknown language may be in any.
  const tongues: LatinLanguage[] = language === 'und' ? ['en', 'id', 'vi'] : own === 'en' ? ['en'] : [own, 'en']
  const isInName = namesIn(text, all)
  let read = 0
  for (let i = 0; i < all.length; i++) {
    let longest: Found | undefined
    for (const tongue of tongues) {
      const found = readWords(text, all, i, tongue)
      if (found && found.count > (longest?.count ?? 0)) longest = found
    }
    if (!longest || i + longest.count <= read || (longest.count === 1 && isInName(i))) continue
    read = i + longest.count
    yield [longest.concept, all[i]!.start, all[read - 1]!.end]
  }
}

const capitalised = /^\p{Lu}\p{Ll}/u

/**
 * Whether a word is part of a proper name, such as "Silicon Valley": it is capitalised, and so is the word before or after. In a title
 * all words may be capitalised, which says nothing.
 */
const namesIn = (text: string, all: Word[]) => {
  const isCapitalised = (word: Word | undefined) =>
    word !== undefined && capitalised.test(text.slice(word.start, word.end))
  const latin = all.filter(({ script, text }) => script === 'latin' && text.length > 3)
  const isTitle = latin.filter(isCapitalised).length * 3 > latin.length
  const besides = (one: Word | undefined, other: Word | undefined) =>
    one !== undefined && other !== undefined && text.slice(one.end, other.start) === ' '
  return (i: number) => {
    if (isTitle || !isCapitalised(all[i])) return false
    return [i - 1, i + 1].some((j) => isCapitalised(all[j]) && besides(all[Math.min(i, j)], all[Math.max(i, j)]))
  }
}

/** Words of one name are adjacent, or joined by a hyphen. */
const joint = /^[\s\-‐‑–/]{0,3}$/

const readWords = (text: string, all: Word[], from: number, language: LatinLanguage): Found | undefined => {
  const index = namesInWords[language]()
  const surface = (at: number) => text.slice(all[at]!.start, all[at]!.end)
  const word = (at: number) => wordForm(all[at]!.text, language)
  for (const { units, concept } of index.get(word(from)) ?? []) {
    if (from + units.length > all.length) continue
    const follows = (unit: string, at: number) =>
      at === 0 || (word(from + at) === unit && joint.test(text.slice(all[from + at - 1]!.end, all[from + at]!.start)))
    if (units.every(follows)) return { concept, count: units.length }
  }
  const [inCapitals] = isCapital(surface(from)) ? (index.get(surface(from)) ?? []) : []
  return inCapitals && { concept: inCapitals.concept, count: 1 }
}

function* inCharacters({ text, start, end }: Folded, all: Word[]): Generator<[Concept, number, number]> {
  const begins = firstCharacters()
  let near = 0
  let read = 0
  for (let i = 0; i < text.length; i++) {
    if (!begins.has(text.charAt(i))) continue
    while (near < all.length && all[near]!.to <= i) near++
    // Within a name that was found, another may only begin where a word does.
    if (i < read && all[near]?.from !== i) continue
    const found = readCharacters(text, i, all, near)
    if (!found || i + found.count <= read) continue
    read = i + found.count
    yield [found.concept, start(i), end(read)]
  }
}

/** What goes on a syllable that has begun: marks, Thai and Lao vowels, a silent Thai letter, a Burmese final. */
const continues = /^(?:\p{M}|[\u0e30\u0e32\u0e33\u0eb0\u0eb2\u0eb3]|[\u0e01-\u0e2e]\u0e4c|[\u1000-\u1021]\u103a)/u
/** What a syllable needs a letter after: Thai and Lao vowels written first, a stacked consonant in Khmer and Burmese. */
const opens = /[\u0e40-\u0e44\u0ec0-\u0ec4\u17d2\u1039]$/
const han = /^\p{Script=Han}/u

/** Segmentation may split a name or join it to its neighbour, but a short name is only trusted where words begin and end. */
const isShort = (name: string) => name.length < (han.test(name) ? 2 : 5)

/** `near` is the word at `from`, or the first one after. */
const readCharacters = (text: string, from: number, all: Word[], near: number): Found | undefined => {
  if (opens.test(text.slice(Math.max(0, from - 1), from))) return undefined
  const index = namesInCharacters()
  const first = text[from]!
  const second = text[from + 1] === ' ' ? text[from + 2] : text[from + 1]
  for (const key of second === undefined ? [first] : [first + second, first]) {
    for (const { units, concept } of index.get(key) ?? []) {
      const to = endOf(units, text, from)
      if (to === undefined || continues.test(text.slice(to, to + 2))) continue
      if (isShort(units) ? !isWhole(from, to, all, near) : isWithin(from, to, all[near])) continue
      return { concept, count: to - from }
    }
  }
  return undefined
}

/** Where the name that begins at `from` ends, if it occurs there. Single spaces between its characters are allowed. */
const endOf = (name: string, text: string, from: number): number | undefined => {
  let at = from
  for (const unit of name) {
    if (at > from && text[at] === ' ') at++
    if (!text.startsWith(unit, at)) return undefined
    at += unit.length
  }
  return at
}

/** Whether words begin at `from` and end at `to`. */
const isWhole = (from: number, to: number, all: Word[], near: number): boolean => {
  if (all[near]?.from !== from) return false
  for (let i = near; i < all.length && all[i]!.to <= to; i++) if (all[i]!.to === to) return true
  return false
}

/** Whether a longer word of the dictionary has all of it. */
const isWithin = (from: number, to: number, word: Word | undefined): boolean =>
  word !== undefined && word.from <= from && to <= word.to && to - from < word.to - word.from

/** Each concept that is found, and all that are broader, once. */
function* tokens(found: Iterable<[Concept, number, number]>): Generator<Token> {
  for (const [concept, start, end] of found) {
    for (const { id } of withBroader(concept)) yield { term: prefix + id, start, end }
  }
}

/** Iterating over a set includes what is added meanwhile. */
const withBroader = (concept: Concept): Set<Concept> => {
  const all = new Set([concept])
  for (const { broader } of all) for (const id of broader) all.add(conceptById.get(id)!)
  return all
}
