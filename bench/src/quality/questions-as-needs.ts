import { analyseAll } from './analysed.ts'
import { answersTo, printRanking } from './answers.ts'
import { openBm25 } from './bm25.ts'
import { readCranfield } from './cranfield-collection.ts'
import { withIndexes } from './index-on-disk.ts'
import { isThere } from './labelled-data.ts'
import { openMatcher } from './matcher.ts'

/** How well needs of one sentence find what answers them: the questions of Cranfield, published as needs. */
export const questionsAsNeeds = async () => {
  if (!isThere('cranfield')) return
  const { documents, questions, answersOf } = readCranfield()
  const offers = await analyseAll('offer', documents)
  const needs = await analyseAll(
    'need',
    questions.map(({ id, q }) => ({ id: `question-${id}`, title: q, body: '' })),
  )
  const relevant = new Map([...answersOf].map(([id, relevance]) => [`question-${id}`, relevance]))
  await withIndexes(async (indexes) => {
    const matcher = await openMatcher(indexes, { need: needs, offer: offers })
    printRanking('Cranfield, questions as needs', await answersTo(needs, relevant, matcher, openBm25(offers)))
  })
}
