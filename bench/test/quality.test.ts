import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyseAll } from '../src/quality/analysed.ts'
import { type Answer, answersTo, type Ranker } from '../src/quality/answers.ts'
import { openBm25 } from '../src/quality/bm25.ts'
import { withIndexes } from '../src/quality/index-on-disk.ts'
import { whyAbsent } from '../src/quality/labelled-data.ts'
import { openMatcher } from '../src/quality/matcher.ts'
import { mean, ndcg } from '../src/quality/measures.ts'
import { readSbir } from '../src/quality/sbir.ts'

/** A collection small enough for every run: some needs, what answers them, and other offers. */
const readSome = ({ needs: needCount, offers: offerCount }: { needs: number; offers: number }) => {
  const data = readSbir()
  const needs = data.needs.slice(0, needCount)
  const answers = new Set(needs.flatMap(({ id }) => [...data.offersOf.get(id)!.keys()]))
  const others = data.offers.filter(({ id }) => !answers.has(id)).slice(0, offerCount - answers.size)
  return { ...data, needs, offers: [...data.offers.filter(({ id }) => answers.has(id)), ...others] }
}

/** Somewhat below what was measured. */
const floors = { byIndex: 0.77, byScore: 0.8, titles: 0.7, proposed: 0.76 }

test('needs find the offers that answer them about as well as they once did', { skip: whyAbsent('sbir') }, () =>
  withIndexes(async (indexes) => {
    const data = readSome({ needs: 60, offers: 1000 })
    const offers = await analyseAll('offer', data.offers)
    const needs = await analyseAll('need', data.needs)
    const titles = await analyseAll(
      'need',
      data.needs.map((need) => ({ ...need, body: '' })),
    )
    const matcher = await openMatcher(indexes, { need: needs, offer: offers })
    const bm25 = openBm25(offers)
    const ndcgOf = (answers: readonly Answer[], ranker: Ranker) =>
      mean(answers.map(({ judged }) => ndcg(10)(judged[ranker])))

    const whole = await answersTo(needs, data.offersOf, matcher, bm25)
    const [byIndex, byScore] = [ndcgOf(whole, 'byIndex'), ndcgOf(whole, 'byScore')]
    assert.ok(byIndex >= floors.byIndex, `nDCG@10 of the index: ${byIndex}`)
    assert.ok(byScore >= floors.byScore, `nDCG@10 of the score: ${byScore}`)
    assert.ok(byScore > ndcgOf(whole, 'bm25'), `nDCG@10 of BM25: ${ndcgOf(whole, 'bm25')}`)
    const isRight = ({ proposed, judged }: Answer) => proposed.some((id) => judged.byScore.relevance.has(id))
    const proposed = mean(whole.map((answer) => Number(isRight(answer))))
    assert.ok(proposed >= floors.proposed, `needs to which a right offer is proposed: ${proposed}`)

    const short = await answersTo(titles, data.offersOf, matcher, bm25)
    const byTitle = ndcgOf(short, 'byScore')
    assert.ok(byTitle >= floors.titles, `nDCG@10 of the score for titles: ${byTitle}`)
    assert.ok(byTitle > ndcgOf(short, 'bm25'), `nDCG@10 of BM25 for titles: ${ndcgOf(short, 'bm25')}`)
  }),
)
