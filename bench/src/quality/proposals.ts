import { defaultThreshold as threshold } from '../../../services/matching/src/domain/score.ts'
import type { Analysed } from './analysed.ts'
import type { Answer } from './answers.ts'
import { hashOf } from './halves.ts'
import { mean } from './measures.ts'
import { printTable } from './table.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const thresholds = [0.05, 0.1, 0.15, 0.2, 0.3, 0.5]
const mostProposals = 10

/** What would be proposed to needs from other scores on than the one that the service takes. */
export const printProposals = (title: string, answers: readonly Answer[], offers: readonly Analysed[]) => {
  const pairs = sum(answers.map(({ judged }) => judged.byScore.relevance.size))
  const drawn = scoresByLot(answers, offers)
  const rows = thresholds.map((least) => {
    const proposed = answers.map(({ judged, scores }) =>
      judged.byScore.ranked.slice(0, mostProposals).filter((_, place) => scores[place]! >= least),
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

const draws = 10

const scoresByLot = (answers: readonly Answer[], offers: readonly Analysed[]) =>
  answers.flatMap(({ id, judged, scoreOf }) =>
    Array.from({ length: draws }, (_, n) => offers[hashOf(`${id}~${n}`) % offers.length]!)
      .filter((offer) => !judged.byScore.relevance.has(offer.id))
      .map(scoreOf),
  )
