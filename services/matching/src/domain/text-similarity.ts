import { hasMarks, isBare } from '@techbridge/text'
import { type CorpusStatistics, rarity, tells } from './corpus.ts'
import { placesIn, sharedPairs, type Word } from './phrases.ts'
import type { AnalysedTerms, TermUse } from './profile.ts'
import { readable } from './readable.ts'
import { none, type Similarity, shown } from './similarity.ts'

/** How words are weighed. Each was chosen on one half of labelled needs; `docs/quality.md` has the gain of each. */
export interface Weighing {
  /** Of BM25: how soon a repeated word says nothing new, and how far the length of an offer is held against it. */
  k1: number
  b: number
  /** A shorter offer, as a share of the average, counts as one of this length: a few words are not denser than a text. */
  shortest: number
  /** Of the rarity of a word. */
  power: number
  /** How often a word in the title or the keywords of a need counts. */
  title: number
  /** What a pair of adjacent words counts beside the two. */
  pair: number
}
export const chosen: Weighing = { k1: 1.5, b: 1, shortest: 0.2, power: 1.25, title: 3, pair: 0.5 }

/**
 * The evidence at which the similarity is one half, and how steep it rises there: a logistic regression, over the logarithm of the evidence, of
 * whether a candidate was labelled.
 */
const half = 1
const steepness = 4
/** Of a Vietnamese syllable: most words have two, and one alone may be of another word. Pairs of them count as of other words. */
const syllableWeight = 0.5
/** Of a Vietnamese word that one side writes with its diacritics and the other without: it may be another word. */
export const bareWeight = 0.5

/** One letter with its marks, of a script without spaces: what is left where a dictionary cuts a word that it does not have. */
const scrap = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}](?:[\u1039\u17d2]\p{L}|\p{M})*$/u

/** The words of a text in one language. */
interface Bag {
  length: number
  terms: Record<string, TermUse>
}

/**
 * BM25 (Robertson and Zaragoza, 2009) of the need's words in the offer, in the language in which the two agree best. A word weighs as often as
 * the need has it, more in its title, as a part of all that the need says: its counts are a vector of length 1, so that a title and a page
 * compare. Two words count once more where both texts have one right behind the other. The idf is taken relative to the corpus.
 */
export const textSimilarity = (
  need: AnalysedTerms,
  offer: AnalysedTerms,
  statistics: CorpusStatistics,
  weighing = chosen,
): Similarity =>
  Object.entries(need.languages)
    .map(([language, bag]) => {
      const other = offer.languages[language]
      if (!other) return none
      return similarityIn(language, { ...bag, bodyFrom: need.bodyFrom ?? 0 }, other, statistics, weighing)
    })
    .reduce((best, one) => (one.value > best.value ? one : best), none)

const similarityIn = (
  language: string,
  need: Bag & { bodyFrom: number },
  offer: Bag,
  statistics: CorpusStatistics,
  { k1, b, shortest, power, title, pair }: Weighing,
): Similarity => {
  const weightOf = (place: number) => (place < need.bodyFrom ? title : 1)
  const wanted = ([count, , places = []]: TermUse) => places.reduce((sum, place) => sum + weightOf(place) - 1, count)
  const all = Math.sqrt(
    Object.entries(need.terms).reduce((sum, [term, use]) => (isBare(term) ? sum : sum + wanted(use) ** 2), 0),
  )
  const relativeLength = Math.max(shortest, offer.length / (statistics.averageLength || offer.length))
  const saturated = (count: number) => (count * (k1 + 1)) / (count + k1 * (1 - b + b * relativeLength))
  const weigh = (rare: number, needCount: number, offerCount: number) =>
    (rare ** power * needCount * saturated(offerCount)) / all

  const words = sharedWords(need.terms, offer.terms).map(([term, needUse, offerUse]): Word => {
    const rare = rarity(term, statistics, language)
    const part = (language === 'vi' ? syllableWeight : 1) * (isBare(term) ? bareWeight : 1)
    const weight = part * weigh(rare, wanted(needUse), offerUse[0])
    return { term, need: needUse[1], offer: offerUse[1], needUse, offerUse, rare, weight }
  })
  if (words.length === 0) return none
  const places = [placesIn('needUse', words), placesIn('offerUse', words)] as const
  const pairs = sharedPairs(...places, weightOf).map((one) => {
    const rare = (one.first.rare + one.second.rare) / 2
    return { ...one, weight: pair * weigh(rare, one.needCount, one.offerCount) }
  })
  const evidence = [...words, ...pairs].reduce((sum, { weight }) => sum + weight, 0)
  return {
    value: evidence ** steepness / (evidence ** steepness + half ** steepness),
    terms: shown(readable(language, words, pairs, ...places), evidence),
    alike: words.filter(({ term, rare }) => tells(rare) && !scrap.test(term)).length,
  }
}

/** How often a need says a word, as titles weigh. */
export const wantedCount = ([count, , places = []]: TermUse, bodyFrom = 0, title = chosen.title) =>
  places.reduce((sum, place) => (place < bodyFrom ? sum + title - 1 : sum), count)

/** A Vietnamese word counts once: by its term without diacritics only where one side alone has typed them. */
const sharedWords = (need: Bag['terms'], offer: Bag['terms']) =>
  Object.entries(need).flatMap(([term, needUse]): [string, TermUse, TermUse][] => {
    const offerUse = Object.hasOwn(offer, term) ? offer[term] : undefined
    if (!offerUse || (isBare(term) && hasMarks(needUse[1]) === hasMarks(offerUse[1]))) return []
    return [[term, needUse, offerUse]]
  })
