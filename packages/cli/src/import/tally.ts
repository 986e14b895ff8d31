import type { Outcome } from './report.ts'

export interface Summary {
  created: number
  /** Already on the server, by its key. */
  unchanged: number
  refused: number
  /** Texts that were made plain. */
  textsChanged: number
  /** Done by an earlier run, according to its report. */
  passedOver: number
  firstRefusals: Outcome[]
  /** Why the import did not reach the end of the file. */
  broke?: unknown
}

const keptRefusals = 10

export const createTally = () => {
  const summary: Summary = { created: 0, unchanged: 0, refused: 0, textsChanged: 0, passedOver: 0, firstRefusals: [] }
  return {
    summary,
    add: (outcomes: readonly Outcome[], textsChanged: number) => {
      summary.textsChanged += textsChanged
      for (const one of outcomes) {
        summary[one.outcome] += 1
        if (one.outcome === 'refused' && summary.firstRefusals.length < keptRefusals) summary.firstRefusals.push(one)
      }
    },
    passOver: () => {
      summary.passedOver += 1
    },
  }
}
