import { languageMark } from './profile.ts'

/** Statistics of the corpus of offers: in how many each term stands, language marks included. */
export interface CorpusStatistics {
  documents: number
  /** Tokens. */
  averageLength: number
  counts: Record<string, number>
}

/** A term that is less rare than this, as a share of the possible rarity, tells nothing of what a text is about. */
const telling = 0.25
/** Documents from which on a corpus tells how rare its rarest words are. */
const tellingCorpus = 50
/**
 * Documents without the term that are assumed beside the corpus, so that a first need and a first offer can match. Of concepts more than of
 * words, because the lexicon has only what tells something, and words may be of any sort.
 */
const assumed = { words: 8, concepts: 50 }

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

/** Whether a term of this rarity tells what a text is about. */
export const tells = (rarity: number) => rarity >= telling
