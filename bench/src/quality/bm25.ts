import type { Analysed } from './analysed.ts'

/** As Lucene has them when nothing is set. */
const k1 = 1.2
const b = 0.75

/** Ids of documents, best first. */
export type Bm25 = (query: Pick<Analysed, 'profile'>, limit: number) => string[]

type Counts = [term: string, count: number][]

/** The words of all languages of a text, without concepts. */
const wordsOf = ({ profile }: Pick<Analysed, 'profile'>): Counts =>
  Object.values(profile.text.languages).flatMap(({ terms }) =>
    Object.entries(terms).map(([term, [count]]): [string, number] => [term, count]),
  )

const lengthOf = (words: Counts) => words.reduce((length, [, count]) => length + count, 0)

/**
 * The baseline: textbook BM25 (Robertson and Zaragoza, 2009) with Lucene's idf and parameters, a word of the query as often as the query has it,
 * over the same words as the product.
 */
export const openBm25 = (documents: readonly Analysed[]): Bm25 => {
  const texts = documents.map((document) => {
    const words = wordsOf(document)
    return { id: document.id, words, length: lengthOf(words) }
  })
  const average = texts.reduce((sum, { length }) => sum + length, 0) / texts.length
  const postings = new Map<string, { id: string; count: number; length: number }[]>()
  for (const { id, words, length } of texts)
    for (const [term, count] of words) {
      const posting = postings.get(term) ?? []
      if (posting.length === 0) postings.set(term, posting)
      posting.push({ id, count, length })
    }
  return (query, limit) => {
    const scores = new Map<string, number>()
    for (const [term, wanted] of wordsOf(query)) {
      const posting = postings.get(term) ?? []
      const idf = Math.log(1 + (documents.length - posting.length + 0.5) / (posting.length + 0.5))
      for (const { id, count, length } of posting) {
        const saturated = (count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / average))
        scores.set(id, (scores.get(id) ?? 0) + wanted * idf * saturated)
      }
    }
    return [...scores]
      .sort(([, one], [, other]) => other - one)
      .slice(0, limit)
      .map(([id]) => id)
  }
}
