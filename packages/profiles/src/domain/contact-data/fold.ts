/** Most texts are of a few hundred characters that come again and again. */
const folded = new Map<string, string>()
const mostFolded = 10_000

/** What is left of one character when case, marks, punctuation and symbols do not count. */
const foldOne = (character: string): string => {
  const known = folded.get(character)
  if (known !== undefined) return known
  const made = character
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, ' ')
  if (folded.size < mostFolded) folded.set(character, made)
  return made
}

interface Folded {
  text: string
  /** Where each character of it begins in what was folded. */
  places: number[]
}

/** Leaves no two spaces together. */
export const foldWithPlaces = (given: string): Folded => {
  const places: number[] = []
  let text = ''
  let place = 0
  for (const character of given) {
    for (const unit of foldOne(character)) {
      if (unit === ' ' && text.endsWith(' ')) continue
      text += unit
      for (let n = 0; n < unit.length; n++) places.push(place)
    }
    place += character.length
  }
  return { text, places: [...places, place] }
}

export const fold = (text: string) => foldWithPlaces(text).text.trim()

export const isLatin = (text: string) => /^[\p{Script=Latin}\p{N} ]+$/u.test(text)

/** A pattern for whole words. */
export const latinWord = (pattern: string) => `(?<!\\p{Script=Latin})${pattern}(?!\\p{Script=Latin})`

/** Latin words are found as whole words, others anywhere: most of their scripts have no spaces. */
export const word = (text: string) => (isLatin(text) ? latinWord(text) : text)
