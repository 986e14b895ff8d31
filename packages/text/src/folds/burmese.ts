import { type Folded, rewritten } from './mapped.ts'

type Rule = [pattern: RegExp, rewrite: (found: string) => string]

/** A consonant, with a kinzi over it, and its marks. Runs are bounded, as no syllable has so many. */
const cluster =
  /(?:\u1004\u103a\u1039)?[\u1000-\u102a\u103f](?:\u1039[\u1000-\u1021]|[\u102b-\u1032\u1036-\u1038\u103a-\u103e]){2,12}/g
const part = /\u1039[\u1000-\u1021]|[\u102b-\u1032\u1036-\u1038\u103a-\u103e]/g
const head = /^(?:\u1004\u103a\u1039)?[\u1000-\u109f]/

/** Subscripts, medials, the vowels before, above, below and after, anusvara, dot below, asat, visarga. Source: Unicode Technical Note 11, table 3. */
const inOrder = '\u1039\u103b\u103c\u103d\u103e\u1031\u102d\u102e\u1032\u102f\u1030\u102b\u102c\u1036\u1037\u103a\u1038'
const order = (piece: string) => inOrder.indexOf(piece[0]!)

const sorted = (found: string) => {
  const base = head.exec(found)![0]
  const parts = [...new Set(found.slice(base.length).match(part))].sort((one, other) => order(one) - order(other))
  return base + parts.join('')
}

/** Zeros beside marks are wa. */
const zeros: Rule = [
  /(?<![\u1040-\u1049])\u1040+(?=[\u102b-\u103e])|(?<=[\u102b-\u103e])\u1040+(?![\u1040-\u1049])/g,
  (zeros) => '\u101d'.repeat(zeros.length),
]

/**
 * Burmese in one order, with one code for what looks the same: zero for wa, seven for ra, u for nya. Sources: Unicode 16.0, chapter 16.3, and
 * Technical Note 11, "Representing Myanmar in Unicode".
 */
export const foldBurmese = (folded: Folded): Folded => {
  if (!/[\u1000-\u109f]/.test(folded.text)) return folded
  const steps: Rule[] = [
    // The vowel e typed where it is seen: before its consonant.
    [/(?<![\u1000-\u109f])\u1031[\u1000-\u1021\u1040\u1047]/g, ([vowel, consonant]) => consonant! + vowel],
    [/\u1047(?=[\u102b-\u103e])/g, () => '\u101b'],
    zeros,
    [/\u1044(?=\u1004\u103a\u1038)/g, () => '\u104e'],
    // A virama that stacks nothing is seen as an asat; a medial without a consonant belongs to no word.
    [/\u1039(?![\u1000-\u1021])/g, () => '\u103a'],
    [/(?<![\u1000-\u109f])[\u103b\u1031]+/g, () => ''],
    [cluster, sorted],
    zeros,
    [/\u1025(?=\u1037?\u103a|\u102c)/g, () => '\u1009'],
    [/\u1025\u102e/g, () => '\u1026'],
    [/\u101e\u103c\u1031\u102c\u103a/g, () => '\u102a'],
  ]
  return steps.reduce((text, [pattern, rewrite]) => rewritten(text, pattern, rewrite), folded)
}
