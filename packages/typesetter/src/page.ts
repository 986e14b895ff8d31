import { z } from 'zod'

const row = z.object({
  /** The words of the form: in the language, then in the other one where it differs. */
  labels: z.array(z.string()),
  values: z.array(z.string()),
  /** How deep it stands under the row before; from 0. */
  depth: z.int().min(0),
})
export type Row = z.infer<typeof row>

/** What is set on paper. All of it is text; none of it is markup. */
export const page = z.object({
  /** Of the words of the form; decides the order of fonts and how lines break. */
  language: z.string(),
  titles: z.array(z.string()),
  rows: z.array(row),
  sections: z.array(z.object({ titles: z.array(z.string()), rows: z.array(row) })),
  notes: z.array(z.string()),
  /** Becomes the date of the PDF, in seconds since 1970, so that the same page is the same bytes. */
  at: z.int(),
  /** A file inside the PDF. */
  data: z.object({ name: z.string(), json: z.string(), about: z.string() }),
})
export type Page = z.infer<typeof page>

const readable = ['Latin', 'Han', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Greek', 'Cyrillic', 'Common', 'Inherited']
const others = new RegExp(
  `[^${readable.map((script) => `\\p{Script=${script}}`).join('')}]|\\p{Extended_Pictographic}`,
  'gu',
)
const alsoReadable = /[©®™]/u

/** Letters in the text that the fonts lack, each once, at most twenty; they would be empty boxes. */
export const unreadable = (text: string): string[] =>
  [...new Set(text.match(others))].filter((letter) => !alsoReadable.test(letter)).slice(0, 20)

/** Controls of direction could show a number or a name in an order that nobody wrote. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const longWord = /(?:[\p{Script=Latin}\p{N}\p{P}\p{S}]\p{M}*){30}/gu

/** A text that breaks where it must and nowhere else: inside words without end, but not before the full stop of Khmer. */
export const breakable = (text: string): string =>
  text
    .replace(directions, '')
    .replace(longWord, '$&\u200b')
    .replace(/\s*([។៕ៗ])/gu, '\u2060$1')
