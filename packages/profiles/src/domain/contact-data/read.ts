import { withPlainDigits } from '@techbridge/contracts'

/** Joiners, variation selectors and enclosing marks: what is not seen, and what makes a keycap of a digit. */
const unseen = /\p{Cf}|\p{Variation_Selector}|\p{Me}/gu

/** Digits as they are said, at least so many in a row that they are no amount. */
const spoken = /[〇零一二三四五六七八九幺]{7,}/gu
const digits = '零一二三四五六七八九'

const spokenDigit = (digit: string) => (digit === '〇' ? '0' : digit === '幺' ? '1' : String(digits.indexOf(digit)))

/** A text as people read it: full-width letters as letters, digits of every script as digits. */
export const asRead = (text: string): string =>
  withPlainDigits(text.normalize('NFKC').replaceAll(unseen, '')).replaceAll(spoken, (run) =>
    [...run].map(spokenDigit).join(''),
  )
