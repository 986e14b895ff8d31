/** A text made comparable, and the way back to the text it was made from. Offsets are UTF-16 code units. */
export interface Folded {
  text: string
  /** Offset in the given text where the unit at `index` of the folded text begins. */
  start(index: number): number
  /** Offset in the given text where the folded text before `index` ends. */
  end(index: number): number
}

/**
 * A base with its marks is folded as one piece. Runs of marks are bounded: canonical ordering takes quadratic time in
 * their length. Thai and Lao "am" counts as part of the piece when it is typed as two characters.
 */
const piece = /\P{M}\p{M}{0,8}(?:(?<=[\u0e4d\u0ecd]\p{M}?)[\u0e32\u0eb2])?|\p{M}{1,8}/gu
const ascii = /^[\0-\x7f]*$/
/** Soft hyphen, zero width space and joiners, direction marks, variation selectors: they show nothing. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]/g
const thaiOrLao = /[\u0e00-\u0eff]/

/** NFKC takes Thai and Lao "am" apart, which neither dictionaries nor writers do; here it is always one character. */
const compose = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32/, '$1$2\u0e33')
    .replace(/\u0ecd([\u0ec8-\u0ecb]?)\u0eb2|([\u0ec8-\u0ecb])\u0ecd\u0eb2/, '$1$2\u0eb3')

const foldPiece = (text: string) =>
  (thaiOrLao.test(text) ? compose(text) : text.normalize('NFKC'))
    .replace(invisible, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\u0131/g, 'i')
    .toLowerCase()

export const fold = (text: string): Folded => {
  if (ascii.test(text)) return { text: text.toLowerCase(), start: (index) => index, end: (index) => index }
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: source, index } of text.matchAll(piece)) {
    const folded = foldPiece(source)
    pieces.push(folded)
    const same = folded.length === source.length
    for (let i = 0; i < folded.length; i++) {
      starts.push(same ? index + i : index)
      ends.push(same ? index + i + 1 : index + source.length)
    }
  }
  return {
    text: pieces.join(''),
    start: (index) => starts[index] ?? text.length,
    end: (index) => ends[index - 1] ?? 0,
  }
}
