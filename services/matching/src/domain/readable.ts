import { tells } from './corpus.ts'
import { type Pair, type Places, sharedPhrases, type Word } from './phrases.ts'
import type { Weighed } from './similarity.ts'

/** Languages of which a word is often several syllables with spaces between: one alone may be of another word. */
const inSyllables = ['vi']
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u

const joined = (surfaces: readonly string[]) =>
  surfaces.reduce((text, next) => text + (withoutSpaces.test(text) ? '' : ' ') + next)

/**
 * The evidence as a reader understands it: each word once, in a phrase with others where both texts have one. What holds no word that tells
 * something is left out, and so are single syllables where there are whole words.
 */
export const readable = (
  language: string,
  words: readonly Word[],
  pairs: readonly (Pair & { weight: number })[],
  need: Places,
  offer: Places,
): Weighed[] => {
  const phrases = [...sharedPhrases(need, offer), ...words.map((word) => [word])]
    .map(entryOf)
    .sort((one, other) => other.weight - one.weight)
  const told = new Map<Word, Entry>()
  for (const phrase of phrases)
    if (phrase.words.every((word) => !told.has(word))) for (const word of phrase.words) told.set(word, phrase)
  for (const { first, weight } of pairs) {
    const entry = told.get(first)
    if (entry) entry.weight += weight
  }
  const entries = [...new Set(told.values())].filter(({ words }) => words.some(({ rare }) => tells(rare)))
  const whole = entries.filter(({ words }) => words.length > 1)
  const kept = inSyllables.includes(language) && whole.length > 0 ? whole : entries
  return kept.map(({ words, ...entry }) => entry)
}

type Entry = Weighed & { words: readonly Word[] }

/** A word that a phrase repeats adds to it once. */
const entryOf = (words: readonly Word[]): Entry => ({
  term: words.map(({ term }) => term).join(' '),
  need: joined(words.map(({ need }) => need)),
  offer: joined(words.map(({ offer }) => offer)),
  weight: [...new Set(words)].reduce((sum, { weight }) => sum + weight, 0),
  words,
})
