import { readFileSync } from 'node:fs'

interface Side {
  language: string
  title: string
  body: string
}

/**
 * Needs and the offers that answer them, each in another language, of subjects that the lexicon does not name. Written for this measurement alone;
 * nothing was chosen by them. A line has the need and then the offer: language, title, summary, with tabs between them.
 */
export const readPairs = (): Record<'need' | 'offer', Side>[] =>
  readFileSync(new URL('../../data/pairs-across-languages.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const cells = line.split('\t')
      const side = (from: number): Side => {
        const [language = '', title = '', body = ''] = cells.slice(from, from + 3)
        return { language, title, body }
      }
      return { need: side(0), offer: side(3) }
    })
