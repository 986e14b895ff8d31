import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as hindi } from '@orama/stemmers/indian'
import { stemmer as indonesian } from '@orama/stemmers/indonesian'
import { stemmer as russian } from '@orama/stemmers/russian'
// @ts-expect-error: the package has no types; it exports one function, from a word in lower case to its stem.
import porter2 from 'wink-porter2-stemmer'
import { withoutParticle } from './korean.ts'
import { american } from './spelling.ts'

/** "hoà" and "hòa" are one syllable in two spellings of the tone mark. */
const oldTone: Record<string, string> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}
const vietnamese = (word: string) => word.replace(/(?<!q)[ou][àáảãạèéẻẽẹỳýỷỹỵ]$/, (ending) => oldTone[ending] ?? ending)

const english = (word: string) => porter2(american(word)) || word

/** The number of cached stems per language; texts repeat the same words. */
const remembered = 50_000
const longestRemembered = 40

/** The same function, which remembers what it made of the words that came first. */
const remembering = (make: (word: string) => string) => {
  const made = new Map<string, string>()
  return (word: string): string => {
    const known = made.get(word)
    if (known !== undefined) return known
    const result = make(word)
    if (made.size < remembered && word.length <= longestRemembered) made.set(word, result)
    return result
  }
}

const stemmers = new Map(
  Object.entries({
    en: english,
    vi: vietnamese,
    id: indonesian,
    fr: french,
    de: german,
    ru: russian,
    hi: hindi,
    ko: withoutParticle,
  }).map(([language, make]) => [language, remembering(make)]),
)

/**
 * Maps the forms of a folded word to one stem: Porter2 for English, in American spelling; the stemmers of Snowball for Indonesian,
 * French, German, Russian and Hindi; particles removed for Korean; one spelling of tone marks for Vietnamese. The other languages here
 * do not inflect, or, like Japanese, are cut at what does.
 */
export const stem = (word: string, language: string): string => {
  // A stemmer marks a consonant "y" as "3", and would make "yx500" of "3x500".
  return (/\d/.test(word) ? undefined : stemmers.get(language)?.(word)) || word
}
