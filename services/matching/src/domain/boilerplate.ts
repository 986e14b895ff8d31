import type { AnalysedTerms } from './profile.ts'
import { type CorpusStatistics, countOf } from './text-similarity.ts'

/** So many offers say it word for word … */
const leastOffers = 3
/** … and at least this share of all. */
const leastShare = 0.002

/**
 * The sentences that a need and an offer share word for word and other offers have too: what an organisation says of itself, or a form says
 * for all. They tell nothing of this pair.
 */
export const repeatedSentences = (
  need: AnalysedTerms,
  offer: AnalysedTerms,
  statistics: CorpusStatistics,
): ReadonlySet<string> => {
  const least = Math.max(leastOffers, statistics.documents * leastShare)
  const ofOffer = new Set(offer.sentences)
  return new Set((need.sentences ?? []).filter((mark) => ofOffer.has(mark) && countOf(statistics, mark) >= least))
}
