import type { Caller } from '@techbridge/contracts'
import { documentOf } from '../../../services/search/src/domain/listing.ts'
import { wantedBy } from '../../../services/search/src/domain/wanted.ts'
import { listingsIndex } from '../../../services/search/src/service.ts'
import { type RankingSettings, rankedBy, settings } from '../../../services/search/src/usecases/ranking.ts'
import { readCranfield } from './cranfield-collection.ts'
import { fill, withIndexes } from './index-on-disk.ts'
import { isThere } from './labelled-data.ts'
import { interval, mean, ndcg } from './measures.ts'
import { now, organisationOf, publicationOf } from './publications.ts'
import { formatInterval, printTable } from './table.ts'

const officer: Caller = { subject: 'quality', role: 'officer', organisation: organisationOf('need') }

/** What was tried: boosts of before and of now, without feedback and with different ones. */
const variants = [
  { title: 4, abstract: 2, details: 1 },
  { title: 2, abstract: 1, details: 0.5 },
].flatMap((boosts): RankingSettings[] => [
  { boosts, feedback: { ...settings.feedback, longestQuery: 0 } },
  ...[5, 10].flatMap((hits) =>
    [1, 5].flatMap((sharpness) =>
      [0.33, 0.5].map((share) => ({ boosts, feedback: { ...settings.feedback, hits, sharpness, share } })),
    ),
  ),
])

/** Whether settings that were chosen on one half of the questions are good for the other, too: each question is judged by those of the other half. */
export const feedback = async () => {
  if (!isThere('cranfield')) return
  const { documents, questions, answersOf } = readCranfield()
  await withIndexes(async (indexes) => {
    const index = await indexes.open(listingsIndex)
    const go = async () => {}
    await fill(index, await Promise.all(documents.map((text) => documentOf(publicationOf('offer', text), go))))
    const wanted = questions.map(({ id, q }) => ({
      terms: wantedBy(q, 'en'),
      relevance: answersOf.get(id) ?? new Map(),
    }))
    const judge = async (tried: RankingSettings) => {
      const gains: number[] = []
      for (const { terms, relevance } of wanted) {
        const asked = await rankedBy(index, { limit: 10 }, terms, officer, now, tried)
        const { hits } = await index.search({ ...asked, limit: 10 })
        gains.push(ndcg(10)({ ranked: hits.map(({ id }) => id), relevance }))
      }
      return gains
    }
    const judged: number[][] = []
    for (const tried of variants) judged.push(await judge(tried))
    const chosen = await judge(settings)
    const former = judged[0] ?? []
    const twoFold = chosenOnOtherHalf(judged)
    const row = (name: string, gains: readonly number[]) => ({
      '': name,
      'nDCG@10': mean(gains),
      'above without (95 %)': formatInterval(interval(gains.map((gain, place) => gain - (former[place] ?? 0)))),
    })
    printTable(`Cranfield, feedback of the best hits, as an officer, n = ${questions.length}`, [
      row('without, boosts of before', former),
      row('settings chosen on the other half', twoFold),
      row('settings of the service', chosen),
    ])
  })
}

const chosenOnOtherHalf = (judged: readonly (readonly number[])[]): number[] => {
  const halfOf = (gains: readonly number[], half: number) => gains.filter((_, place) => place % 2 === half)
  const bestOn = (half: number) =>
    judged.toSorted((one, other) => mean(halfOf(other, half)) - mean(halfOf(one, half)))[0] ?? []
  const [bestOnEven, bestOnOdd] = [bestOn(0), bestOn(1)]
  return bestOnEven.map((gain, place) => (place % 2 === 0 ? (bestOnOdd[place] ?? 0) : gain))
}
