import { readLines } from './labelled-data.ts'

const files = {
  zh: 'zho-CN',
  th: 'tha',
  vi: 'vie',
  lo: 'lao',
  km: 'khm',
  my: 'mya',
  id: 'ind',
} as const
export type Translated = keyof typeof files
export const translated = ['zh', 'th', 'vi', 'lo', 'km', 'my', 'id'] as const satisfies readonly Translated[]

/** Sentences of news, and their translations line by line (Federmann et al., 2022). */
export const readNtrex = () => ({
  english: readLines('ntrex/newstest2019-src.eng.txt'),
  translationIn: (language: Translated) => readLines(`ntrex/newstest2019-ref.${files[language]}.txt`),
})

/** Parameters may be chosen on even lines; odd ones say whether the choice was good. */
export const lineHalves = { tuning: 0, heldOut: 1 } as const
/** A fraction of the lines is asked, so that embedding them does not take an hour. */
const every = 8

export const askedLines = (count: number, half: keyof typeof lineHalves): number[] =>
  Array.from({ length: Math.ceil((count - lineHalves[half]) / every) }, (_, n) => n * every + lineHalves[half])
