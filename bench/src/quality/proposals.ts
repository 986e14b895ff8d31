import { defaultThreshold as threshold } from '../../../services/matching/src/domain/score.ts'
import { usualProposing } from '../../../services/matching/src/usecases/find-matches.ts'
import type { Analysed } from './analysed.ts'
import type { Answer } from './answers.ts'
import type { Judgement } from './calibration.ts'
import { hashOf } from './halves.ts'
import { mean, resampled } from './measures.ts'
import { formatInterval, printTable } from './table.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const thresholds = [0.05, 0.1, 0.15, 0.2, 0.3, 0.5]

/** What would be proposed to needs from other scores on than the one that the service takes. */
export const printProposals = (title: string, answers: readonly Answer[], offers: readonly Analysed[]) => {
  const pairs = sum(answers.map(({ judged }) => judged.byScore.relevance.size))
  const drawn = scoresByLot(answers, offers)
  const rows = thresholds.map((least) => {
    const proposed = answers.map(({ judged, scores }) =>
      judged.byScore.ranked.slice(0, usualProposing.most).filter((_, place) => scores[place]! >= least),
    )
    const right = sum(proposed.map((ids, n) => ids.filter((id) => answers[n]!.judged.byScore.relevance.has(id)).length))
    return {
      'from a score of': least.toFixed(2),
      'proposals a need': sum(proposed.map(({ length }) => length)) / answers.length,
      'labelled pairs proposed': right / pairs,
      'proposals labelled': right / sum(proposed.map(({ length }) => length)),
      'pairs drawn by lot that reach it': mean(drawn.map((score) => Number(score >= least))),
    }
  })
  printTable(`${title}, n = ${answers.length}; the service proposes from ${threshold} on`, rows)
}

const rate = 1.5

/** What the service would propose at 1.5 proposals a need, by the threshold that gives so many, as many a need as it proposes at most. */
export const printAtRate = (title: string, answers: readonly Answer[]) => {
  const capped = answers.map(({ judged: { byScore }, scores }) =>
    byScore.ranked.slice(0, usualProposing.most).map((id, place) => ({
      score: scores[place] ?? 0,
      isRight: byScore.relevance.has(id),
    })),
  )
  const sorted = capped.flat().toSorted((one, other) => other.score - one.score)
  const least = sorted[Math.round(rate * answers.length) - 1]?.score ?? 0
  const counts = answers.map(({ judged }, n) => {
    const proposed = (capped[n] ?? []).filter(({ score }) => score >= least)
    const right = proposed.filter(({ isRight }) => isRight).length
    return { proposed: proposed.length, right, labelled: judged.byScore.relevance.size }
  })
  type Counts = typeof counts
  const precision = (all: readonly Counts[number][]) =>
    sum(all.map(({ right }) => right)) / sum(all.map(({ proposed }) => proposed))
  const recall = (all: readonly Counts[number][]) =>
    sum(all.map(({ right }) => right)) / sum(all.map(({ labelled }) => labelled))
  printTable(`${title}, at ${rate} proposals a need, at most ${usualProposing.most} each`, [
    {
      'from a score of': least.toFixed(3),
      precision: precision(counts),
      'precision (95 %)': formatInterval(resampled(counts, precision)),
      recall: recall(counts),
      'recall (95 %)': formatInterval(resampled(counts, recall)),
    },
  ])
}

export const judgementsOf = ({ id, judged: { byScore }, scores }: Answer): Judgement[] =>
  byScore.ranked.map((other, place) => ({
    query: id,
    probability: scores[place] ?? 0,
    isRight: byScore.relevance.has(other),
  }))

const draws = 10

const scoresByLot = (answers: readonly Answer[], offers: readonly Analysed[]) =>
  answers.flatMap(({ id, judged, scoreOf }) =>
    Array.from({ length: draws }, (_, n) => offers[hashOf(`${id}~${n}`) % offers.length]!)
      .filter((offer) => !judged.byScore.relevance.has(offer.id))
      .map(scoreOf),
  )
