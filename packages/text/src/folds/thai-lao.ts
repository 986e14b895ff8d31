import { type Folded, rewritten } from './mapped.ts'

/** What looks the same in a script that writes vowels around its consonants. */
interface Marks {
  /** Above or below, silencing, "am". */
  run: RegExp
  am: string
  /** The circle of "am", and the long vowel that it looks like above a short i. */
  circle: string
  aa: string
  shortI: string
  longUe: string
}

/** Marks with "am" among them, and whatever of "am" is typed apart, up to the next letter. */
const runOf = (marks: string, aa: string) => new RegExp(`[${marks}]+(?:${aa}[${marks}]*)*`, 'g')

const thai: Marks = {
  run: runOf('\u0e31\u0e33-\u0e3a\u0e47-\u0e4e', '\u0e32'),
  am: '\u0e33',
  circle: '\u0e4d',
  aa: '\u0e32',
  shortI: '\u0e34',
  longUe: '\u0e36',
}
const lao: Marks = {
  run: runOf('\u0eb1\u0eb3-\u0ebc\u0ec8-\u0ecd', '\u0eb2'),
  am: '\u0eb3',
  circle: '\u0ecd',
  aa: '\u0eb2',
  shortI: '\u0eb4',
  longUe: '\u0eb6',
}

/** Below, above, tone, what silences, "am". Lao stands where Thai does, 0x80 further. Source: the input sequence check of WTT 2.0. */
const order = (mark: string) => {
  const place = mark.charCodeAt(0) & 0x7f
  if (place === 0x33) return 5
  if (place >= 0x38 && place <= 0x3c) return 0
  if (place >= 0x48 && place <= 0x4b) return 2
  return place === 0x4c || place === 0x4e ? 4 : 1
}

const canonical = (run: string, { am, circle, shortI, longUe }: Marks): string => {
  const marks = new Set(run)
  if (marks.has(am)) marks.delete(circle)
  else if (marks.has(shortI) && marks.delete(circle)) {
    marks.delete(shortI)
    marks.add(longUe)
  }
  return [...marks].sort((one, other) => order(one) - order(other) || (one < other ? -1 : 1)).join('')
}

const canonicalRun = (found: string, script: Marks): string => {
  const { am, aa, circle } = script
  const [first = '', ...others] = found.split(aa)
  let done = ''
  let run = first
  for (const next of others) {
    if (run.includes(circle)) run = run.replaceAll(circle, '') + am + next
    else {
      done += canonical(run, script) + aa
      run = next
    }
  }
  return done + canonical(run, script)
}

const inThai: [RegExp, (found: string) => string][] = [
  [/(?<![\u0e24\u0e26])\u0e45/g, () => thai.aa],
  [/(?<=[\u0e24\u0e26])\u0e32/g, () => '\u0e45'],
  [thai.run, (found) => canonicalRun(found, thai)],
  [/\u0e40{2}/g, () => '\u0e41'],
]
const inLao: [RegExp, (found: string) => string][] = [
  [/\u0eab\u0ea5\u0ebc?/g, () => '\u0eab\u0ebc'],
  [lao.run, (found) => canonicalRun(found, lao)],
  [/\u0ec0{2}/g, () => '\u0ec1'],
  [/\u0eab\u0e99/g, () => '\u0edc'],
  [/\u0eab\u0ea1/g, () => '\u0edd'],
]

/**
 * One spelling for what looks the same in Thai and Lao: marks once and in one order; `เเ` for `แ`; "am" of two characters, or before its tone,
 * as one; `ๅ` for `า` except after `ฤ`; in Lao the ligatures `ໜ`, `ໝ` and `ຫຼ` for their letters. Sources: Unicode 16.0, chapters 16.1 and
 * 16.2; WTT 2.0.
 */
export const foldThaiAndLao = (folded: Folded): Folded => {
  const steps = [
    ...(/[\u0e00-\u0e7f]/.test(folded.text) ? inThai : []),
    ...(/[\u0e80-\u0eff]/.test(folded.text) ? inLao : []),
  ]
  return steps.reduce((text, [pattern, rewrite]) => rewritten(text, pattern, rewrite), folded)
}
