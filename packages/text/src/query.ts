import { analyse } from './analyse.ts'
import { isConcept } from './concepts.ts'
import { detectLanguage } from './language.ts'
import type { Token } from './token.ts'
import { bareWord, hasMarks, isBare } from './vietnamese.ts'

/** What a text asks for, each once. */
export interface QueryTerms {
  /**
   * Words typed with diacritics find those and, below them, texts typed without; words typed without find what they may stand for.
   */
  words: string[]
  /** The concepts that it names itself, without those that are broader. */
  concepts: string[]
}

export const queryTerms = (text: string, language?: string): QueryTerms => {
  const all = analyse(text, language)
  const words = all
    .filter(({ term }) => !isConcept(term))
    .map(({ term, start, end }) => {
      const typed = text.slice(start, end)
      return isBare(term) && hasMarks(typed) ? bareWord(typed.toLowerCase()) : term
    })
  return { words: [...new Set(words)], concepts: [...new Set(named(all).map(({ term }) => term))] }
}

/** Of the concepts at one place the first is the one that is named there, and the others are broader. */
const named = (all: readonly Token[]): Token[] => {
  const concepts = all.filter(({ term }) => isConcept(term))
  const isFirst = ({ start, end }: Token, place: number) =>
    concepts.findIndex((other) => other.start === start && other.end === end) === place
  return concepts.filter(isFirst)
}

/** The concepts that the whole of a text is a name of. */
export const conceptsNamedBy = (text: string, language?: string): string[] => {
  const all = analyse(text, language)
  const start = Math.min(...all.map((token) => token.start))
  const end = Math.max(...all.map((token) => token.end))
  return named(all)
    .filter((token) => token.start === start && token.end === end)
    .map(({ term }) => term)
}

/** Languages that make other stems of words in Latin letters. */
const tongues = ['en', 'id', 'vi', 'fr', 'de']

/**
 * The words of a phrase as they stand side by side in the terms of a text that has it: alternatives, as the text may be in any language, or
 * typed without diacritics. None where the phrase has only words that say nothing.
 */
export const phraseTerms = (text: string, language = detectLanguage(text)): string[][] => {
  const own = wordsOf(text, language)
  if (own.length === 0) return []
  const words = [own, ...tongues.map((tongue) => wordsOf(text, tongue))]
  const alternatives = [...words, ...withoutMarks(text)].filter(({ length }) => length > 0)
  return [...new Map(alternatives.map((one) => [one.join(' '), one])).values()]
}

const wordsOf = (text: string, language: string) =>
  analyse(text, language)
    .map(({ term }) => term)
    .filter((term) => !isConcept(term) && !isBare(term))

/** A Vietnamese phrase with diacritics as it is typed without them, and one without as what stands for all with them. */
const withoutMarks = (text: string): string[][] => {
  if (hasMarks(text)) return [wordsOf(bareWord(text), 'vi')]
  const all = analyse(text, 'vi')
  const bare = all.filter(({ term }) => isBare(term))
  const words = all.filter(({ term }) => !isConcept(term) && !isBare(term))
  return bare.length === words.length ? [bare.map(({ term }) => term)] : []
}
