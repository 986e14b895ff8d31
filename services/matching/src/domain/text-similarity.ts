import type { MatchedTerm } from '@techbridge/contracts'
import { hasMarks, isBare } from '@techbridge/text'
import { type AnalysedTerms, languageMark, type TermUse } from './profile.ts'

/** Statistics of the corpus of offers: in how many each term stands, language marks included. */
export interface CorpusStatistics {
  documents: number
  /** Tokens. */
  averageLength: number
  counts: Record<string, number>
}

export interface Similarity {
  /** 0 to 1. */
  value: number
  /** Strongest first. */
  terms: MatchedTerm[]
}

/** Of BM25: how soon a repeated term says nothing new, and how far the length of a text is held against it. */
const k1 = 1.2
const b = 0.75
/** A term that stands in more documents than this leaves (as a share of the possible rarity) tells nothing. */
const minimalRarity = 0.25
/**
 * Evidence at which the similarity is one half: about so many rare terms in common. Beside words, concepts say much again
 * that the words have said. Words stand above 5 because the average length, which counts concepts, makes each text short.
 */
const halfSaturation = { words: 5.25, concepts: 5, conceptsBesideWords: 20 }
/** Documents from which on a corpus tells how rare its rarest words are. */
const tellingCorpus = 50
/**
 * Documents without the term that are assumed beside the corpus, so that a first need and a first offer can match. Of concepts more than of
 * words, because the lexicon has only what tells something, and words may be of any sort.
 */
const assumed = { words: 8, concepts: 50 }
const keptTerms = 12
/** Of a Vietnamese word that one side writes with its diacritics and the other without: it may be another word. */
export const bareWeight = 0.5

/** In how many documents a term stands; any name is safe to ask for. */
export const countOf = ({ counts }: CorpusStatistics, term: string) => (Object.hasOwn(counts, term) ? counts[term]! : 0)

/**
 * Inverse document frequency of BM25 as a share of the rarest possible: near 1 for a term that hardly stands anywhere, near 0 for one
 * that stands everywhere. A word counts among the documents of its language, a concept (no language) among all.
 */
export const rarity = (term: string, statistics: CorpusStatistics, language?: string) => {
  const among =
    language === undefined
      ? statistics.documents + assumed.concepts
      : countOf(statistics, languageMark(language)) + assumed.words
  const count = Math.min(countOf(statistics, term), among)
  const idf = Math.log(1 + (among - count + 0.5) / (count + 0.5))
  return Math.min(1, idf / Math.log(1 + (Math.max(among, tellingCorpus) + 0.5) / 0.5))
}

const none: Similarity = { value: 0, terms: [] }

/** How much a term weighs that stands `count` times in a text `relativeLength` times as long as the average. */
const saturated = (count: number, relativeLength = 1) =>
  (count * (k1 + 1)) / (count + k1 * (1 - b + b * relativeLength))

/**
 * BM25 (Robertson and Zaragoza, 2009) of the need's words in the offer, in the language in which the two agree best. A need is a text
 * like an offer and no query of a few words, so what it repeats weighs more, and its length is held against it in the same way. The idf is
 * taken relative to the corpus and squared, so that figures of small and large corpora compare; the sum is mapped to 0..1.
 */
export const textSimilarity = (need: AnalysedTerms, offer: AnalysedTerms, statistics: CorpusStatistics): Similarity =>
  Object.entries(need.languages)
    .map(([language, needBag]) => {
      const offerBag = offer.languages[language]
      if (!offerBag) return none
      const relative = ({ length }: { length: number }) => length / (statistics.averageLength || length)
      const [needLength, offerLength] = [relative(needBag), relative(offerBag)]
      const shared = sharedTerms(
        needBag.terms,
        offerBag.terms,
        (term) => rarity(term, statistics, language),
        (needCount, offerCount) => saturated(needCount, needLength) * saturated(offerCount, offerLength),
      )
      return similarityOf(shared, halfSaturation.words)
    })
    .reduce((best, one) => (one.value > best.value ? one : best), none)

/**
 * The same for concepts, which stand for themselves in every language; a need that names one more often does not want it more.
 * A concept and the broader ones that come with it are one piece of evidence. `besideWords` where words are compared too.
 */
export const conceptSimilarity = (
  need: AnalysedTerms,
  offer: AnalysedTerms,
  statistics: CorpusStatistics,
  besideWords: boolean,
): Similarity => {
  const shared = sharedTerms(
    need.concepts,
    offer.concepts,
    (term) => rarity(term, statistics),
    (_, offerCount) => saturated(offerCount),
  )
  const strongest = shared.filter((one, place) => shared.findIndex(({ need }) => need === one.need) === place)
  return similarityOf(strongest, besideWords ? halfSaturation.conceptsBesideWords : halfSaturation.concepts)
}

type Weighed = Omit<MatchedTerm, 'share'> & { weight: number }

/** Strongest first. */
const sharedTerms = (
  need: Record<string, TermUse>,
  offer: Record<string, TermUse>,
  rarityOf: (term: string) => number,
  weightOf: (needCount: number, offerCount: number) => number,
): Weighed[] =>
  Object.entries(need)
    .flatMap(([term, [needCount, needSurface]]) => {
      if (!Object.hasOwn(offer, term)) return []
      const [offerCount, offerSurface] = offer[term]!
      const rare = rarityOf(term)
      if (rare < minimalRarity) return []
      if (isBare(term) && hasMarks(needSurface) === hasMarks(offerSurface)) return []
      const weight = rare ** 2 * weightOf(needCount, offerCount) * (isBare(term) ? bareWeight : 1)
      return [{ term, need: needSurface, offer: offerSurface, weight }]
    })
    .sort((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1))

const similarityOf = (shared: Weighed[], half: number): Similarity => {
  const evidence = shared.reduce((sum, { weight }) => sum + weight, 0)
  if (evidence === 0) return none
  return {
    value: evidence / (evidence + half),
    terms: shared.slice(0, keptTerms).map(({ weight, ...term }) => ({ ...term, share: round(weight / evidence) })),
  }
}

export const round = (value: number) => Math.round(value * 10_000) / 10_000
