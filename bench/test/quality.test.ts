import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withIndexes } from '../src/quality/index-on-disk.ts'
import { whyAbsent } from '../src/quality/labelled-data.ts'
import { openMatcher } from '../src/quality/matcher.ts'
import { mean, ndcg } from '../src/quality/measures.ts'
import { answersTo, type Ranker, rankers } from '../src/quality/needs-and-offers.ts'
import { openPlainBm25 } from '../src/quality/plain-bm25.ts'
import { readSbir } from '../src/quality/sbir.ts'

/** A collection small enough for every run: some needs, what answers them, and other offers. */
const readSome = ({ needs: needCount, offers: offerCount }: { needs: number; offers: number }) => {
  const data = readSbir()
  const needs = data.needs.slice(0, needCount)
  const answers = new Set(needs.flatMap(({ id }) => [...data.offersOf.get(id)!.keys()]))
  const others = data.offers.filter(({ id }) => !answers.has(id)).slice(0, offerCount - answers.size)
  return { ...data, needs, offers: [...data.offers.filter(({ id }) => answers.has(id)), ...others] }
}

/**
 * Somewhat below what was measured: nDCG@10 of 0.792 and 0.769, a right proposal to 0.8 of the needs; of the score 0.731 since figures and
 * headings are no evidence (decision 26).
 */
const floors = { byIndex: 0.76, byScore: 0.71, proposed: 0.76 }

test('needs find the offers that answer them about as well as they once did', { skip: whyAbsent('sbir') }, () =>
  withIndexes(async (indexes) => {
    const data = readSome({ needs: 60, offers: 1000 })
    const matcher = await openMatcher(indexes, { need: data.needs, offer: data.offers })
    const answers = await answersTo('need', data, matcher, await openPlainBm25(indexes, 'offers', data.offers))
    const ndcgOf = (ranker: Ranker) => mean(answers.map(({ judged }) => ndcg(10)(judged[ranker])))
    const figures = Object.fromEntries(rankers.map((ranker) => [ranker, ndcgOf(ranker)])) as Record<Ranker, number>
    const proposed = mean(
      answers.map(({ proposed, judged }) => Number(proposed.some((id) => judged.byScore.relevance.has(id)))),
    )
    assert.ok(figures.byIndex >= floors.byIndex, `nDCG@10 of the index: ${figures.byIndex}`)
    assert.ok(figures.byScore >= floors.byScore, `nDCG@10 of the score: ${figures.byScore}`)
    assert.ok(figures.byScore > figures.plain, `nDCG@10 of plain BM25: ${figures.plain}`)
    assert.ok(proposed >= floors.proposed, `needs to which a right offer is proposed: ${proposed}`)
  }),
)
