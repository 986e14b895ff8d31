import { conceptsIn, isConcept } from './concepts.ts'
import { fold } from './fold.ts'
import { detectLanguage, latinLanguage } from './language.ts'
import { primaryLanguage } from './language-tags.ts'
import { withNegations } from './negations.ts'
import { stem } from './stem.ts'
import { stopWords } from './stopwords.ts'
import { byPlace, type Token } from './token.ts'
import { bareTerm, isBare } from './vietnamese.ts'
import { type Script, words } from './words.ts'

const languageOfScript: Partial<Record<Script, string>> = {
  han: 'zh',
  thai: 'th',
  lao: 'lo',
  khmer: 'km',
  myanmar: 'my',
  cyrillic: 'ru',
  devanagari: 'hi',
  hangul: 'ko',
}
/** Languages in Latin letters whose words are stemmed, beside those that have stop words and concepts. */
const stemmed = ['fr', 'de']

const stopWordsOf = (language: string | undefined): ReadonlySet<string> | undefined =>
  language !== undefined && Object.hasOwn(stopWords, language)
    ? stopWords[language as keyof typeof stopWords]
    : undefined

/**
 * The terms of a text, by place: folded, stemmed words without function words, and the concepts found. Things that the text says are
 * missing have terms of their own. A Vietnamese word also has the term that it shares with its spelling without diacritics. `language`
 * (BCP 47) only matters for words in Latin letters; everything else depends on the script. Never fails.
 */
export const analyse = (text: string, language = detectLanguage(text)): Token[] => {
  const primary = primaryLanguage(language)
  const latin = stemmed.includes(primary) ? primary : latinLanguage(language)
  const tokens: Token[] = []
  const bare: Token[] = []
  const folded = fold(text)
  const all = [...words(folded)]
  for (const word of all) {
    const own = word.script === 'latin' ? latin : languageOfScript[word.script]
    if (stopWordsOf(own)?.has(word.text)) continue
    if (/^\p{N}$/u.test(word.text)) continue
    const { start, end } = word
    tokens.push({ term: own ? stem(word.text, own) : word.text, start, end })
    const loose = own === 'vi' || (word.script === 'latin' && primary === 'und') ? bareTerm(word.text) : undefined
    if (loose) bare.push({ term: loose, start, end })
  }
  const said = withNegations([...tokens, ...conceptsIn(text, folded, all, language)], folded, all)
  return [...said, ...bare].sort(byPlace)
}

/** The concepts among them. */
export const concepts = (text: string, language?: string): Token[] =>
  analyse(text, language).filter(({ term }) => isConcept(term))

const isWord = (term: string) => !isConcept(term) && !isBare(term)

/**
 * The terms for an index. First the words, in order, so that neighbours in the text are neighbours here; then, also in order, the words
 * without diacritics, and the concepts.
 */
export const terms = (text: string, language?: string): string[] => {
  const all = analyse(text, language).map(({ term }) => term)
  return [...all.filter(isWord), ...all.filter(isBare), ...all.filter(isConcept)]
}
