import type { MatchedTerm } from '@techbridge/contracts'

export interface Similarity {
  /** 0 to 1. */
  value: number
  /** Those that tell something, the strongest first. Most pairs are never explained, so they are made when they are asked for. */
  terms(): MatchedTerm[]
  /** How many different words or concepts that tell something both have. */
  alike: number
}

export const none: Similarity = { value: 0, terms: () => [], alike: 0 }

/** A term that both sides have, and what it adds to the evidence. */
export type Weighed = Omit<MatchedTerm, 'share'> & { weight: number }

const keptTerms = 12

/** As an explanation shows terms, each with its share of all the evidence. */
export const shown = (terms: readonly Weighed[], evidence: number): MatchedTerm[] =>
  terms
    .toSorted((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1))
    .slice(0, keptTerms)
    .map(({ weight, ...term }) => ({ ...term, share: round(weight / evidence) }))

export const round = (value: number) => Math.round(value * 10_000) / 10_000
