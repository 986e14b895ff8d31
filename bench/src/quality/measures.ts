import type { Relevance } from './labelled-data.ts'

/** An answer to a query of known relevance: ids, best first. */
export interface Judged {
  ranked: readonly string[]
  relevance: Relevance
}

/** How good an answer is, from 0 to 1. */
export type Measure = (judged: Judged) => number

/** Järvelin and Kekäläinen (2002), with the gain itself rather than 2^gain. */
export const ndcg =
  (depth: number): Measure =>
  ({ ranked, relevance }) => {
    const discounted = (gains: readonly number[]) =>
      gains.slice(0, depth).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0)
    const ideal = [...relevance.values()].sort((one, other) => other - one)
    return discounted(ranked.map((id) => relevance.get(id) ?? 0)) / discounted(ideal)
  }

export const reciprocalRank =
  (depth: number): Measure =>
  ({ ranked, relevance }) => {
    const place = ranked.slice(0, depth).findIndex((id) => relevance.has(id))
    return place < 0 ? 0 : 1 / (place + 1)
  }

export const recall =
  (depth: number): Measure =>
  ({ ranked, relevance }) =>
    ranked.slice(0, depth).filter((id) => relevance.has(id)).length / relevance.size

export const averagePrecision: Measure = ({ ranked, relevance }) => {
  let found = 0
  let sum = 0
  for (const [place, id] of ranked.entries()) if (relevance.has(id)) sum += ++found / (place + 1)
  return sum / relevance.size
}

export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Mulberry32: the same numbers in every run. */
export const randomNumbers = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

/** 95 % interval of a mean by bootstrap over the queries (Sakai, 2006): of differences, whether the one system is better. */
export const interval = (values: readonly number[], resamples = 2000): [number, number] =>
  resampled(values, mean, resamples)

/** The same of any measure of all queries together. */
export const resampled = <T>(
  values: readonly T[],
  measure: (values: readonly T[]) => number,
  resamples = 2000,
): [number, number] => {
  const random = randomNumbers(1)
  const means = Array.from({ length: resamples }, () =>
    measure(values.map(() => values[Math.floor(random() * values.length)]!)),
  ).sort((one, other) => one - other)
  return [means[Math.floor(0.025 * resamples)]!, means[Math.ceil(0.975 * resamples) - 1]!]
}
