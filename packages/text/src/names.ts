import { englishForms } from './english-forms.ts'
import { fold } from './fold.ts'
import { concepts } from './lexicon/index.ts'
import { type Concept, type Language, languages } from './lexicon/table.ts'
import { stem } from './stem.ts'
import { wordsOf } from './words.ts'

export type LatinLanguage = 'en' | 'vi' | 'id'
const isLatin = (language: Language): language is LatinLanguage => ['en', 'vi', 'id'].includes(language)

/** A form of a name that a text may have, in the units that are compared: words, or characters. */
interface Form<Units> {
  units: Units
  concept: Concept
}

/** Names by their first unit, longest first. Names in capitals are separate, by their text. */
type Index<Units> = Map<string, Form<Units>[]>

export const isCapital = (word: string) => /^[A-Z][A-Z0-9]+s?$/.test(word)

/** A word of a text as names are compared with it. */
export const wordForm = (word: string, language: LatinLanguage): string => {
  if (language === 'vi') return stem(word, 'vi')
  return language === 'en' ? word.replace(/'s?$/, '') : word
}

/** Plain letters need no segmenter, which is slow. */
const plainLetters = /^[a-z]+(?:[ -][a-z]+)*$/i

const asWords = (name: string, language: LatinLanguage): string =>
  plainLetters.test(name)
    ? name.toLowerCase().replaceAll('-', ' ')
    : wordsOf(name)
        .map((word) => wordForm(word.text, language))
        .join(' ')

/** Every form in which a name is found. Two names that share one are the same name. */
export const formsOf = (name: string, language: Language): string[] => {
  if (!isLatin(language)) return [fold(name).text.replaceAll(' ', '')]
  if (isCapital(name)) return language === 'en' ? [name, `${name}s`] : [name]
  const asWritten = name.endsWith('!')
  const plain = asWords(asWritten ? name.slice(0, -1) : name, language)
  if (asWritten || language === 'vi') return [plain]
  // "-nya" is the Indonesian article.
  return language === 'en' ? englishForms(plain) : [plain, `${plain}nya`]
}

/** Of characters two, where a name has two: few names share them. */
const keyOf = (units: string | string[]) => (typeof units === 'string' ? units.slice(0, 2) : units[0]!)

const build = <Units extends string | string[]>(of: readonly Language[], unitsOf: (form: string) => Units) => {
  const index: Index<Units> = new Map()
  for (const concept of concepts) {
    for (const language of of) {
      for (const form of (concept.names[language] ?? []).flatMap((name) => formsOf(name, language))) {
        const units = unitsOf(form)
        const forms = index.get(keyOf(units)) ?? []
        if (forms.length === 0) index.set(keyOf(units), forms)
        forms.push({ units, concept })
      }
    }
  }
  for (const forms of index.values()) forms.sort((one, other) => other.units.length - one.units.length)
  return index
}

const once = <T>(make: () => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const inWords = (language: LatinLanguage) => once(() => build([language], (form) => form.split(' ')))

/** Names in words, by language and first word. Created on first use. */
export const namesInWords: Record<LatinLanguage, () => Index<string[]>> = {
  en: inWords('en'),
  vi: inWords('vi'),
  id: inWords('id'),
}

/** Names in characters. Each of those languages has a script of its own, so one index serves them all. */
export const namesInCharacters = once(() =>
  build(
    languages.filter((language) => !isLatin(language)),
    (form) => form,
  ),
)

/** The characters that these names begin with: few of a text are among them. */
export const firstCharacters = once(() => new Set([...namesInCharacters().keys()].map((key) => key.charAt(0))))
