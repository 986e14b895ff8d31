import { known } from './known.ts'
import { type Folded, rewritten } from './mapped.ts'

/** A base with its marks is folded as one piece. Runs of marks are bounded: canonical ordering takes quadratic time in their length. */
const piece = /\P{M}\p{M}{0,8}|\p{M}{1,8}/gu
/** Soft hyphen, zero width space and joiners, direction marks, variation selectors: they show nothing. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]/g
const thaiOrLao = /[\u0e00-\u0eff]/

/** NFKC takes Thai and Lao "am" and the Lao ligatures apart, which neither dictionaries nor writers do. */
const foldPiece = known((text) => {
  const form = thaiOrLao.test(text) ? 'NFC' : 'NFKC'
  return text
    .normalize(form)
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\u2212/g, '-')
    .replace(/[\u0130\u0131]/g, 'i')
    .toLowerCase()
    .normalize(form)
})

/**
 * One code for characters of the same meaning: compatibility forms such as full-width letters and ligatures (NFKC, UAX #15), no characters that
 * show nothing, one apostrophe, lower case.
 */
export const foldCharacters = (folded: Folded): Folded =>
  rewritten(
    rewritten(folded, invisible, () => ''),
    piece,
    foldPiece,
  )
