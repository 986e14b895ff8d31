import type { TextField, TextPlace } from '@techbridge/contracts'
import { analyse, isBare, isConcept, substanceOf, type Token } from '@techbridge/text'
import { adjoins } from './profile.ts'

type PlainField = Exclude<TextField, `${string}Keyword`>

/** The texts of a profile as far as somebody may read them. */
export interface ReadableTexts {
  originalLanguage: string
  keywords: { technology: readonly string[]; market: readonly string[] }
  texts: Readonly<Record<string, Partial<Record<PlainField, string>>>>
}

type Stands = Pick<TextPlace, 'field' | 'language' | 'item'> & { text: string }

/** In the order in which they are analysed, so that a term stands first where its surface is taken from. */
function* textsOf({ originalLanguage: original, keywords, texts }: ReadableTexts): Generator<Stands> {
  const of = (language: string, field: PlainField): Stands[] => {
    const text = texts[language]?.[field]
    return text ? [{ field, language, text }] : []
  }
  const listed = (list: readonly string[], field: TextField) =>
    list.map((text, item): Stands => ({ field, language: original, item, text }))
  const languages = Object.keys(texts)
  for (const language of languages) yield* of(language, 'title')
  yield* listed(keywords.technology, 'technologyKeyword')
  yield* listed(keywords.market, 'marketKeyword')
  for (const language of languages)
    for (const field of ['summary', 'description', 'advantages'] as const) yield* of(language, field)
}

/** More of a term help no reader. */
const mostPlaces = 10

type Span = Pick<Token, 'start' | 'end'>

/** Where each of the terms stands in the texts: words, concepts, and phrases, which are words with spaces between. */
export const placesOf = (profile: ReadableTexts, terms: readonly string[]): ReadonlyMap<string, TextPlace[]> => {
  const places = new Map<string, TextPlace[]>(terms.map((term) => [term, []]))
  for (const { text, ...where } of textsOf(profile)) {
    const tokens = analyse(substanceOf(text), where.language)
    const words = tokens.filter(({ term }) => !isConcept(term) && !isBare(term))
    for (const [term, found] of places) {
      const parts = term.split(' ')
      const spans = parts.length > 1 ? phrasesIn(text, words, parts) : tokens.filter((token) => token.term === term)
      for (const { start, end } of spans) if (found.length < mostPlaces) found.push({ ...where, start, end })
    }
  }
  return places
}

const phrasesIn = (text: string, words: readonly Token[], parts: readonly string[]): Span[] =>
  words.flatMap(({ start }, first) => {
    const phrase = words.slice(first, first + parts.length)
    const isIt =
      phrase.length === parts.length &&
      phrase.every(
        (word, at) => word.term === parts[at] && (at === 0 || adjoins(text, phrase[at - 1]?.end ?? 0, word.start)),
      )
    const end = phrase.at(-1)?.end
    return isIt && end !== undefined ? [{ start, end }] : []
  })
