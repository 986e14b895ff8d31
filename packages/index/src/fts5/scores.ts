import type { SearchQuery } from '../text-index.ts'
import type { Generation } from './generation.ts'

/** Of BM25, as FTS5 and Lucene have them. */
const k1 = 1.2
const b = 0.75
/** Of a token that more than half of the documents have. */
const leastIdf = 1e-6

/** The documents that match, in no order, and their scores. */
export interface Scores {
  docs: readonly number[]
  of(doc: number): number
}

/**
 * BM25 of the tokens in the named fields, times their boosts. Unless one of the fields is restricted, what stands in restricted ones counts
 * neither for the length of a document nor among those that hold a token.
 */
export const scoresOf = (
  { spec, columns, postings }: Generation,
  { tokens, fields, require, favouring = [] }: NonNullable<SearchQuery['match']>,
): Scores => {
  const boosts = spec.text.map((field) => (Object.hasOwn(fields, field) ? (fields[field] ?? 0) : 0))
  const seen = spec.restricted?.some((field) => Object.hasOwn(fields, field)) ? 'all' : 'open'
  const { documents, tokens: total } = columns.totals[seen]
  const lengths = columns.lengths[seen]
  const averageLength = total / Math.max(1, documents)
  const scores = new Float64Array(columns.ids.length)

  /** Calls `add` for each document with the token in one of the fields. */
  const each = (token: string, add: (doc: number, score: number) => void) => {
    const posting = postings.of(token)
    const count = posting.documents[seen]
    const idf = Math.max(leastIdf, Math.log((documents - count + 0.5) / (count + 0.5)))
    posting.each((doc, uses) => {
      let weighed = 0
      for (let field = 0; field < boosts.length; field++) weighed += (boosts[field] ?? 0) * (uses[field] ?? 0)
      if (weighed === 0) return
      const relative = (lengths[doc] ?? 0) / averageLength
      add(doc, (idf * weighed * (k1 + 1)) / (weighed + k1 * (1 - b + b * relative)))
    })
  }

  const held = new Uint16Array(columns.ids.length)
  const found: number[] = []
  const different = countsOf(tokens)
  for (const [token, times] of different)
    each(token, (doc, score) => {
      if (held[doc] === 0) found.push(doc)
      held[doc] = (held[doc] ?? 0) + 1
      scores[doc] = (scores[doc] ?? 0) + times * score
    })
  // A document that no token found is not among those that match, whatever is added to its score.
  for (const { token, weight } of favouring)
    each(token, (doc, score) => {
      scores[doc] = (scores[doc] ?? 0) + weight * score
    })
  const least = require === 'all' ? different.size : 1
  return { docs: found.filter((doc) => (held[doc] ?? 0) >= least), of: (doc) => scores[doc] ?? 0 }
}

const countsOf = (tokens: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}
