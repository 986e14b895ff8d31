// @ts-expect-error: the package has no types; it exports one function, from a word in lower case to its stem.
import porter2 from 'wink-porter2-stemmer'

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

/** Brings the forms of a folded word together: Porter2 for English, one spelling of tone marks for Vietnamese. */
export const stem = (word: string, language: string): string => {
  // The stemmer marks a consonant "y" as "3", and would make "yx500" of "3x500".
  if (language === 'en') return /\d/.test(word) ? word : porter2(word) || word
  if (language === 'vi') return vietnamese(word)
  return word
}
