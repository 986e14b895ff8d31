import { fold } from './fold.ts'
import { concepts } from './lexicon/index.ts'
import { type Concept, type Language, languages } from './lexicon/table.ts'
import { stem } from './stem.ts'
import { wordsOf } from './words.ts'

/** A tree of phrases: by stemmed word for Latin scripts, by character for the rest. */
export interface Branch {
  next: Map<string, Branch>
  concept?: Concept
}

const branch = (): Branch => ({ next: new Map() })

const plant = (tree: Branch, path: Iterable<string>, concept: Concept) => {
  let at = tree
  for (const step of path) {
    if (!at.next.has(step)) at.next.set(step, branch())
    at = at.next.get(step)!
  }
  at.concept = concept
}

export type LatinLanguage = 'en' | 'vi' | 'id'
export const isLatin = (language: Language): language is LatinLanguage => ['en', 'vi', 'id'].includes(language)

const capitals = /^[A-Z][A-Z0-9]+$/

/** The path of a phrase in the tree of its language. Two phrases with the same path are the same phrase. */
export const pathOf = (phrase: string, language: Language): string[] => {
  if (!isLatin(language)) return [...fold(phrase).text.replaceAll(' ', '')]
  if (capitals.test(phrase)) return [phrase]
  return wordsOf(phrase).map((word) => stem(word.text, language))
}

/** Phrases in words, by language. */
export const byWord: Record<LatinLanguage, Branch> = { en: branch(), vi: branch(), id: branch() }
/** Phrases in characters. Each of those languages has a script of its own, so one tree serves them all. */
export const byCharacter = branch()

for (const concept of concepts) {
  for (const language of languages) {
    const tree = isLatin(language) ? byWord[language] : byCharacter
    for (const phrase of concept.phrases[language] ?? []) plant(tree, pathOf(phrase, language), concept)
  }
}
