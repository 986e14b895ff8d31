import { isBare, isConcept, terms } from '../src/index.ts'

/** The terms of a text without concepts, which the lexicon's growth would change, and without Vietnamese spellings. */
export const wordsOf = (text: string, language?: string) =>
  terms(text, language).filter((term) => !isConcept(term) && !isBare(term))
