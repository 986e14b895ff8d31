import type { MatchedTerm, ScoreInputs } from '@techbridge/contracts'

export interface Similarity {
  /** 0 to 1. */
  value: number
  /** Those that tell something, the strongest first. Most pairs are never explained, so they are made when they are asked for. */
  terms(): MatchedTerm[]
  /** How many different words or concepts that tell something both have. */
  alike: number
  /** What the score is computed from. */
  inputs: ScoreInputs
}

export const none: Similarity = { value: 0, terms: () => [], alike: 0, inputs: {} }

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

/** A rounded total in parts like these, each rounded so that they add up to it (largest remainders); nothing stays nothing. */
export const apportioned = (total: number, parts: readonly number[]): number[] => {
  const all = parts.reduce((sum, part) => sum + part, 0)
  const units = parts.map((part) => (all > 0 ? (total * 10_000 * part) / all : 0))
  const whole = units.map(Math.floor)
  const left = Math.round(total * 10_000) - whole.reduce((sum, one) => sum + one, 0)
  const bySize = [...units.keys()]
    .filter((place) => (units[place] ?? 0) > 0)
    .sort((one, other) => rest(units[other]) - rest(units[one]) || one - other)
  for (const place of bySize.slice(0, left)) whole[place] = (whole[place] ?? 0) + 1
  return whole.map((one) => one / 10_000)
}

const rest = (value = 0) => value - Math.floor(value)
