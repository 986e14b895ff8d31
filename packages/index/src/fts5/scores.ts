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
  const boosts = Float64Array.from(spec.text, (field) => (Object.hasOwn(fields, field) ? (fields[field] ?? 0) : 0))
  const seen = spec.restricted?.some((field) => Object.hasOwn(fields, field)) ? 'all' : 'open'
  const { documents, tokens: total } = columns.totals[seen]
  const lengths = columns.lengths[seen]
  const ofLength = (k1 * b * Math.max(1, documents)) / total
  const scores = new Float64Array(columns.ids.length)
  const held = new Uint16Array(columns.ids.length)

  const idfOf = (count: number) => Math.max(leastIdf, Math.log((documents - count + 0.5) / (count + 0.5)))
  const saturated = (doc: number, weighed: number) =>
    weighed / (weighed + k1 * (1 - b) + ofLength * (lengths[doc] ?? 0))

  const found: number[] = []
  const different = countsOf(tokens)
  for (const [token, times] of different) {
    const posting = postings.of(token)
    const most = times * idfOf(posting.documents[seen]) * (k1 + 1)
    posting.weigh(boosts, (doc, weighed) => {
      if (held[doc] === 0) found.push(doc)
      held[doc] = (held[doc] ?? 0) + 1
      scores[doc] = (scores[doc] ?? 0) + most * saturated(doc, weighed)
    })
  }
  // What no token found is not among what matches, whatever would be added to its score.
  for (const { token, weight } of favouring) {
    const posting = postings.of(token)
    const most = weight * idfOf(posting.documents[seen]) * (k1 + 1)
    posting.weigh(boosts, (doc, weighed) => {
      if (held[doc] !== 0) scores[doc] = (scores[doc] ?? 0) + most * saturated(doc, weighed)
    })
  }
  const least = require === 'all' ? different.size : 1
  return { docs: least === 1 ? found : found.filter((doc) => (held[doc] ?? 0) >= least), of: (doc) => scores[doc] ?? 0 }
}

const countsOf = (tokens: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}
