import { hasMarks, isBare } from '@techbridge/text'
import { type CorpusStatistics, rarity, tells } from './corpus.ts'
import { type Neighbours, neighboursIn, placesIn, sharedPairs, type Word } from './phrases.ts'
import type { AnalysedTerms, TermUse } from './profile.ts'
import { readable } from './readable.ts'
import { remembering } from './remembering.ts'
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

/** What a need says in one language, whatever the offer. */
interface Wanted {
  language: string
  words: readonly { term: string; use: TermUse; count: number; inTitle: boolean }[]
  /** The words that stand beside each other. */
  neighbours: readonly Neighbours[]
  /** Length of the vector of the counts, and of that of the words in the title, each counted once. */
  all: number
  allInTitle: number
}

/** How often a need says a word, as titles weigh. */
export const wantedCount = ([count, , places = []]: TermUse, bodyFrom = 0, title = chosen.title) =>
  places.reduce((sum, place) => (place < bodyFrom ? sum + title - 1 : sum), count)

const wantedBy = remembering(({ title }: Weighing) =>
  remembering(({ languages, bodyFrom = 0 }: AnalysedTerms) =>
    Object.entries(languages).map(([language, { terms }]): Wanted => {
      const words = Object.entries(terms).map(([term, use]) => ({
        term,
        use,
        count: wantedCount(use, bodyFrom, title),
        inTitle: (use[2]?.[0] ?? bodyFrom) < bodyFrom,
      }))
      const squares = words.reduce((sum, { term, count }) => (isBare(term) ? sum : sum + count ** 2), 0)
      const neighbours = neighboursIn(words, (place) => (place < bodyFrom ? title : 1))
      const titled = words.filter(({ inTitle }) => inTitle).length
      return { language, words, neighbours, all: Math.sqrt(squares) || 1, allInTitle: Math.sqrt(titled) || 1 }
    }),
  ),
)

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
  wantedBy(weighing)(need)
    .map((wanted) => {
      const said = offer.languages[wanted.language]
      return said ? similarityIn(wanted, said, statistics, weighing) : none
    })
    .reduce((best, one) => (one.value > best.value ? one : best), none)

const similarityIn = (
  { language, words: wanted, neighbours, all, allInTitle }: Wanted,
  offer: AnalysedTerms['languages'][string],
  statistics: CorpusStatistics,
  { k1, b, shortest, power, pair }: Weighing,
): Similarity => {
  const relativeLength = Math.max(shortest, offer.length / (statistics.averageLength || offer.length))
  const saturated = (count: number) => (count * (k1 + 1)) / (count + k1 * (1 - b + b * relativeLength))
  const weigh = (rare: number, needCount: number, offerCount: number) =>
    (rare ** power * needCount * saturated(offerCount)) / all

  const words: Word[] = []
  let inTitles = 0
  const shared: (Word | undefined)[] = new Array(wanted.length)
  for (const [number, { term, use, count, inTitle }] of wanted.entries()) {
    const offerUse = Object.hasOwn(offer.terms, term) ? offer.terms[term] : undefined
    if (!offerUse || (isBare(term) && !isTypedOtherwise(use, offerUse))) continue
    const rare = rarity(term, statistics, language)
    const part = (language === 'vi' ? syllableWeight : 1) * (isBare(term) ? bareWeight : 1)
    const weight = part * weigh(rare, count, offerUse[0])
    const word = { term, need: use[1], offer: offerUse[1], needUse: use, offerUse, rare, weight }
    words.push(word)
    if (inTitle) inTitles += (part * rare ** power * saturated(offerUse[0])) / allInTitle
    shared[number] = word
  }
  if (words.length === 0) return none
  const pairs = sharedPairs(neighbours, shared).map((one) => {
    const rare = (one.first.rare + one.second.rare) / 2
    return { ...one, weight: pair * weigh(rare, one.needCount, one.offerCount) }
  })
  const total = (parts: readonly { weight: number }[]) => parts.reduce((sum, { weight }) => sum + weight, 0)
  const inputs = { words: total(words), phrases: total(pairs), title: inTitles }
  const evidence = inputs.words + inputs.phrases
  return {
    value: evidence ** steepness / (evidence ** steepness + half ** steepness),
    terms: () =>
      shown(readable(language, words, pairs, placesIn('needUse', words), placesIn('offerUse', words)), evidence),
    alike: words.filter(({ term, rare }) => tells(rare) && !scrap.test(term)).length,
    inputs,
  }
}

/** A Vietnamese word counts once: by its term without diacritics only where one side alone has typed them. */
const isTypedOtherwise = ([, need]: TermUse, [, offer]: TermUse) => hasMarks(need) !== hasMarks(offer)
