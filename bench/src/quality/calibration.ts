import { mean, randomNumbers } from './measures.ts'
import { formatInterval, printTable } from './table.ts'

/** A candidate: the probability that it was given, whether it is right, and of which query. */
export interface Judgement {
  query: string
  probability: number
  isRight: boolean
}

const least = 0.2
const bins = 10

interface Bin {
  size: number
  said: number
  right: number
}

/** Of those that were given 0.2 or more, as many in each bin, the least probable first. */
const binsOf = (judged: readonly Judgement[]): Bin[] => {
  const sorted = judged
    .filter(({ probability }) => probability >= least)
    .toSorted((one, other) => one.probability - other.probability)
  return Array.from({ length: bins }, (_, n) =>
    sorted.slice(Math.floor((n * sorted.length) / bins), Math.floor(((n + 1) * sorted.length) / bins)),
  )
    .filter((part) => part.length > 0)
    .map((part) => ({
      size: part.length,
      said: mean(part.map(({ probability }) => probability)),
      right: mean(part.map(({ isRight }) => Number(isRight))),
    }))
}

/** Expected calibration error: how far the share of right ones is from what was said, on average over the candidates. */
const errorOf = (judged: readonly Judgement[]) => {
  const all = binsOf(judged)
  const count = all.reduce((sum, { size }) => sum + size, 0)
  return all.reduce((sum, { size, said, right }) => sum + (size / count) * Math.abs(said - right), 0)
}

const rounds = 500
const middle95 = (values: number[]): [number, number] => {
  const sorted = values.toSorted((one, other) => one - other)
  return [sorted[Math.floor(0.025 * sorted.length)] ?? 0, sorted[Math.ceil(0.975 * sorted.length) - 1] ?? 0]
}

/** By bootstrap over the queries. */
const intervalOf = (judged: readonly Judgement[]) => {
  const random = randomNumbers(1)
  const byQuery = [...Map.groupBy(judged, ({ query }) => query).values()]
  return middle95(
    Array.from({ length: rounds }, () =>
      errorOf(byQuery.flatMap(() => byQuery[Math.floor(random() * byQuery.length)] ?? [])),
    ),
  )
}

/** What the error would be if every probability were exact: bins of few candidates are off by chance. */
const errorByChance = (judged: readonly Judgement[]) => {
  const random = randomNumbers(2)
  return mean(
    Array.from({ length: rounds }, () =>
      errorOf(judged.map((one) => ({ ...one, isRight: random() < one.probability }))),
    ),
  )
}

export const printCalibration = (title: string, judged: readonly Judgement[]) => {
  const all = binsOf(judged)
  if (all.length === 0) return console.log(`\n${title}: no candidate from ${least} on`)
  printTable(`${title}, calibration of candidates from ${least} on`, [
    {
      '': 'all',
      candidates: all.reduce((sum, { size }) => sum + size, 0),
      error: errorOf(judged),
      '(95 %)': formatInterval(intervalOf(judged)),
      'by chance alone': errorByChance(judged),
    },
  ])
  printTable(
    `${title}, bins`,
    all.map(({ size, said, right }) => ({ candidates: size, said, right })),
  )
}
