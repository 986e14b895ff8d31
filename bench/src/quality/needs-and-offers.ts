import { createHash } from 'node:crypto'
import { threshold } from '../../../services/matching/src/domain/score.ts'
import { withIndexes } from './index-on-disk.ts'
import { isThere } from './labelled-data.ts'
import { type Matcher, openMatcher } from './matcher.ts'
import { interval, type Judged, mean, ndcg, recall, reciprocalRank } from './measures.ts'
import { openPlainBm25 } from './plain-bm25.ts'
import { readSbir } from './sbir.ts'
import { formatInterval, printTable } from './table.ts'

type Sbir = ReturnType<typeof readSbir>

const hashOf = (text: string) => createHash('sha256').update(text).digest().readUInt32BE()

/** The half of the needs that parameters may be chosen on; the other half says whether the choice was good. */
const isForTuning = (need: string) => (hashOf(need) >>> 24) % 2 === 0

export const rankers = ['plain', 'byIndex', 'byScore'] as const
export type Ranker = (typeof rankers)[number]
const names: Record<Ranker, string> = {
  plain: 'plain BM25',
  byIndex: 'candidates as the index ranks them',
  byScore: 'candidates as the score ranks them',
}
const depth = 50

/** What each ranker answers to a query, the scores of the last of them, and which answers the service proposes. */
export interface Answer {
  id: string
  judged: Record<Ranker, Judged>
  scores: readonly number[]
  proposed: readonly string[]
}

export const answersTo = async (
  kind: 'need' | 'offer',
  { needs, offers, needsOf, offersOf }: Sbir,
  matcher: Matcher,
  plain: Awaited<ReturnType<typeof openPlainBm25>>,
): Promise<Answer[]> => {
  const [texts, relevant] = kind === 'need' ? [needs, offersOf] : [offers, needsOf]
  const answers: Answer[] = []
  for (const text of texts) {
    const relevance = relevant.get(text.id)
    if (!relevance) continue
    const { scores, proposed, ...ranked } = await matcher.rank(kind, text.id)
    const judge = (ids: string[]) => ({ ranked: ids, relevance })
    const judged = {
      plain: judge(await plain(text, depth)),
      byIndex: judge(ranked.byIndex),
      byScore: judge(ranked.byScore),
    }
    answers.push({ id: text.id, judged, scores, proposed })
  }
  return answers
}

const printRanking = (title: string, answers: readonly Answer[]) => {
  const rows = rankers.map((ranker) => {
    const by = (measure: (judged: Judged) => number) => answers.map(({ judged }) => measure(judged[ranker]))
    const gain = by(ndcg(10)).map((value, place) => value - ndcg(10)(answers[place]!.judged.plain))
    return {
      '': names[ranker],
      'nDCG@10': mean(by(ndcg(10))),
      'MRR@10': mean(by(reciprocalRank(10))),
      'recall@10': mean(by(recall(10))),
      'recall@50': mean(by(recall(depth))),
      'nDCG@10 above plain (95 %)': formatInterval(interval(gain)),
    }
  })
  printTable(`${title}, n = ${answers.length}`, rows)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const thresholds = [threshold - 0.05, threshold, threshold + 0.05, threshold + 0.1]
const mostProposals = 10

/** What would be proposed to needs from other scores on than the one that the service takes. */
const printProposals = async (answers: readonly Answer[], { offers }: Sbir, matcher: Matcher) => {
  const pairs = sum(answers.map(({ judged }) => judged.byScore.relevance.size))
  const drawn = await scoresByLot(answers, offers, matcher)
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
  printTable(`SBIR, proposals to a need, n = ${answers.length}; the service proposes from ${threshold} on`, rows)
}

const draws = 10

const scoresByLot = async (answers: readonly Answer[], offers: Sbir['offers'], matcher: Matcher) => {
  const scores: number[] = []
  for (const { id, judged } of answers) {
    const drawn = Array.from({ length: draws }, (_, n) => offers[hashOf(`${id}~${n}`) % offers.length]!.id)
    const unlabelled = drawn.filter((offer) => !judged.byScore.relevance.has(offer))
    scores.push(...(await matcher.scoresOf(id, unlabelled)))
  }
  return scores
}

/** How well needs find the offers that answer them, and offers the needs that they answer. */
export const needsAndOffers = async () => {
  if (!isThere('sbir')) return
  const data = readSbir()
  await withIndexes(async (indexes) => {
    const matcher = await openMatcher(indexes, { need: data.needs, offer: data.offers })
    const toNeeds = await answersTo('need', data, matcher, await openPlainBm25(indexes, 'offers', data.offers))
    const tuning = toNeeds.filter(({ id }) => isForTuning(id))
    const heldOut = toNeeds.filter(({ id }) => !isForTuning(id))
    printRanking('SBIR, offers for a need, needs that parameters were chosen on', tuning)
    printRanking('SBIR, offers for a need, needs that nothing was tuned on', heldOut)
    printRanking('SBIR, offers for a need, all', toNeeds)
    const toOffers = await answersTo('offer', data, matcher, await openPlainBm25(indexes, 'needs', data.needs))
    printRanking('SBIR, needs for an offer, all', toOffers)
    await printProposals(toNeeds, data, matcher)
  })
}
