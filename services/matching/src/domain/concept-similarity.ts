import { type CorpusStatistics, rarity, tells } from './corpus.ts'
import type { AnalysedTerms } from './profile.ts'
import { none, type Similarity, shown, type Weighed } from './similarity.ts'

/** How soon a repeated concept says nothing new. */
const k1 = 1.2
/** Evidence at which the similarity is one half. Beside words, concepts say much again that the words have said. */
const halfSaturation = { alone: 5, besideWords: 20 }

/**
 * The concepts that both name, which stand for themselves in every language: each its squared rarity, times its BM25 saturation in the offer; a
 * need that names one more often does not want it more. A concept and the broader ones that come with it are one piece of evidence.
 * `besideWords` where words are compared too.
 */
export const conceptSimilarity = (
  need: AnalysedTerms,
  offer: AnalysedTerms,
  statistics: CorpusStatistics,
  besideWords: boolean,
): Similarity => {
  const strongest = new Map<string, Weighed>()
  for (const [term, [, needSurface]] of Object.entries(need.concepts)) {
    const use = Object.hasOwn(offer.concepts, term) ? offer.concepts[term] : undefined
    if (!use) continue
    const [count, offerSurface] = use
    const rare = rarity(term, statistics)
    if (!tells(rare)) continue
    const weight = (rare ** 2 * count * (k1 + 1)) / (count + k1)
    const other = strongest.get(needSurface)
    if (!other || weight > other.weight || (weight === other.weight && term < other.term))
      strongest.set(needSurface, { term, need: needSurface, offer: offerSurface, weight })
  }
  const terms = [...strongest.values()]
  const evidence = terms.reduce((sum, { weight }) => sum + weight, 0)
  if (evidence === 0) return none
  const alike = new Set(terms.map(({ need }) => need.toLowerCase())).size
  const half = besideWords ? halfSaturation.besideWords : halfSaturation.alone
  return {
    value: evidence / (evidence + half),
    terms: () => shown(terms, evidence),
    alike,
    inputs: { concepts: evidence },
  }
}
