import { conceptsIn } from './concepts.ts'
import { fold } from './fold.ts'
import { detectLanguage, latinLanguage } from './language.ts'
import { stem } from './stem.ts'
import { type StopLanguage, stopWords } from './stopwords.ts'
import { byPlace, type Token } from './token.ts'
import { type Script, words } from './words.ts'

const languageOfScript: Partial<Record<Script, StopLanguage>> = {
  han: 'zh',
  thai: 'th',
  lao: 'lo',
  khmer: 'km',
  myanmar: 'my',
}

/**
 * The terms of a text, by place: folded, stemmed words without function words, and the concepts found.
 * `language` (BCP 47) only matters for words in Latin letters; all else goes by script. Never fails.
 */
export const analyse = (text: string, language = detectLanguage(text)): Token[] => {
  const latin = latinLanguage(language)
  const tokens: Token[] = []
  const folded = fold(text)
  const all = [...words(folded)]
  for (const word of all) {
    const own = word.script === 'latin' ? latin : languageOfScript[word.script]
    if (own && stopWords[own].has(word.text)) continue
    if (/^\p{N}$/u.test(word.text)) continue
    tokens.push({ term: own ? stem(word.text, own) : word.text, start: word.start, end: word.end })
  }
  return [...tokens, ...conceptsIn(text, folded, all, language)].sort(byPlace)
}

/** What both indexes store: the terms alone, in order. */
export const terms = (text: string, language?: string): string[] => analyse(text, language).map(({ term }) => term)
