import type { Weighing } from '../../../services/matching/src/domain/text-similarity.ts'
import type { Analysed } from './analysed.ts'
import type { Bm25 } from './bm25.ts'
import type { Relevance } from './labelled-data.ts'
import type { Matcher } from './matcher.ts'
import { interval, type Judged, mean, ndcg, recall, reciprocalRank } from './measures.ts'
import { formatInterval, printTable } from './table.ts'

const rankers = ['bm25', 'byIndex', 'byScore'] as const
export type Ranker = (typeof rankers)[number]
const names: Record<Ranker, string> = {
  bm25: 'BM25',
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
  scoreOf(other: Analysed): number
  byWords(weighing: Weighing): Promise<string[]>
}

/** To those of the queries that something is relevant to. */
export const answersTo = async (
  queries: readonly Analysed[],
  relevant: ReadonlyMap<string, Relevance>,
  matcher: Matcher,
  bm25: Bm25,
): Promise<Answer[]> => {
  const answers: Answer[] = []
  for (const query of queries) {
    const relevance = relevant.get(query.id)
    if (!relevance) continue
    const { byIndex, byScore, ...rest } = await matcher.rank(query)
    const judge = (ranked: string[]) => ({ ranked, relevance })
    const judged = { bm25: judge(bm25(query, depth)), byIndex: judge(byIndex), byScore: judge(byScore) }
    answers.push({ id: query.id, judged, ...rest })
  }
  return answers
}

export const printRanking = (title: string, answers: readonly Answer[]) => {
  const rows = rankers.map((ranker) => {
    const by = (measure: (judged: Judged) => number) => answers.map(({ judged }) => measure(judged[ranker]))
    const gains = by(ndcg(10)).map((value, place) => value - ndcg(10)(answers[place]!.judged.bm25))
    return {
      '': names[ranker],
      'nDCG@10': mean(by(ndcg(10))),
      '(95 %)': formatInterval(interval(by(ndcg(10)))),
      'MRR@10': mean(by(reciprocalRank(10))),
      'recall@10': mean(by(recall(10))),
      'recall@50': mean(by(recall(depth))),
      'nDCG@10 above BM25 (95 %)': formatInterval(interval(gains)),
    }
  })
  printTable(`${title}, n = ${answers.length}`, rows)
}
