import { foldBurmese } from './folds/burmese.ts'
import { foldCharacters } from './folds/characters.ts'
import { foldChinese } from './folds/chinese.ts'
import { foldExponents } from './folds/exponents.ts'
import { foldKhmer } from './folds/khmer.ts'
import { type Folded, unfolded } from './folds/mapped.ts'
import { foldThaiAndLao } from './folds/thai-lao.ts'
import { foldZawgyi } from './folds/zawgyi.ts'

export type { Folded } from './folds/mapped.ts'

const ascii = /^[\0-\x7f]*$/

/** In this order, because later folds read the output of earlier ones. */
const folds = [foldZawgyi, foldExponents, foldCharacters, foldThaiAndLao, foldKhmer, foldBurmese, foldChinese]

/** The same text for every way to type it. Never fails, takes linear time; a folded text folds to itself. */
export const fold = (text: string): Folded =>
  ascii.test(text)
    ? { ...unfolded(text), text: text.toLowerCase() }
    : folds.reduce((folded, next) => next(folded), unfolded(text))
