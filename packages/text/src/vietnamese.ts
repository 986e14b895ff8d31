/** Prefix of a word without its diacritics, so that it differs from the word itself. */
const prefix = '~'

/** Whether a term stands for all Vietnamese words that are alike without diacritics. */
export const isBare = (term: string): boolean => term.startsWith(prefix)

const marks = /[\u0300-\u036f]/g

const withoutMarks = (word: string) =>
  word.normalize('NFD').replace(marks, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

/** Whether a word has the diacritics of Vietnamese. */
export const hasMarks = (word: string): boolean => withoutMarks(word) !== word.normalize('NFD')

/**
 * A syllable of Vietnamese without diacritics: onset, vowels, coda. Source: the rhymes of Unicode CLDR's Vietnamese exemplars, as in Thompson,
 * "A Vietnamese Reference Grammar" (1987).
 */
const syllable =
  /^(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?(?:a|e|i|o|u|y|ai|ao|au|ay|eo|eu|ia|ie|ieu|iu|oa|oai|oao|oay|oe|oi|oo|ua|uai|uay|ue|ui|uo|uoi|uou|uu|uy|uya|uye|uyu|ya|ye|yeu)(?:c|ch|m|n|ng|nh|p|t)?$/

/** The term of a Vietnamese word without its diacritics: `~nuoc` of `nước` and of `nuoc`. Words of no such syllable have none. */
export const bareTerm = (word: string): string | undefined => {
  const bare = withoutMarks(word)
  return syllable.test(bare) ? prefix + bare : undefined
}

/** The word as typed without diacritics. */
export const bareWord = withoutMarks

const fewest = 3

/** Whether these words, in Latin letters, may be Vietnamese typed without diacritics: each of them is one of its syllables. */
export const mayBeVietnamese = (words: readonly string[]): boolean =>
  words.length >= fewest && words.every((word) => syllable.test(word))
