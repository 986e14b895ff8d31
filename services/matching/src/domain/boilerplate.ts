import { isBare, isConcept } from '@techbridge/text'
import { type CorpusStatistics, countOf } from './corpus.ts'
import { type AnalysedTerms, analyseProfile, type PublishedProfile, type TermUse } from './profile.ts'

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

/** What a sentence adds to the text that it stands in. */
interface SentenceUse {
  language: string
  /** Words that count for the length of the text. */
  length: number
  counts: ReadonlyMap<string, number>
}

/** What each sentence of a profile adds to it, by the sentence's mark. */
export type SentenceUses = ReadonlyMap<string, SentenceUse>

export const sentenceUsesOf = (profile: PublishedProfile): SentenceUses => {
  const uses = new Map<string, SentenceUse>()
  analyseProfile(profile, (mark, language, tokens) => {
    const counts = new Map<string, number>()
    for (const { term } of tokens) counts.set(term, (counts.get(term) ?? 0) + 1)
    const length = tokens.filter(({ term }) => !isConcept(term) && !isBare(term)).length
    uses.set(mark, { language, length, counts })
  })
  return uses
}

/**
 * The text as it would be without some of its sentences. It is taken from the counts, because a text is compared with many others and takes
 * long to analyse.
 */
export const withoutSentences = (
  text: AnalysedTerms,
  repeated: ReadonlySet<string>,
  uses: SentenceUses,
): AnalysedTerms => {
  const languages = { ...text.languages }
  const concepts = { ...text.concepts }
  const own = new Set<string>()
  for (const mark of text.sentences ?? []) {
    const use = repeated.has(mark) ? uses.get(mark) : undefined
    const bag = use && languages[use.language]
    if (!use || !bag) continue
    const terms = own.has(use.language) ? bag.terms : Object.assign(Object.create(null), bag.terms)
    own.add(use.language)
    languages[use.language] = { length: Math.max(0, bag.length - use.length), terms }
    for (const [term, count] of use.counts) take(isConcept(term) ? concepts : terms, term, count)
  }
  return { ...text, languages, concepts }
}

/** Where the term stands in what is left is not known any more. */
const take = (bag: Record<string, TermUse>, term: string, count: number) => {
  const [held, surface] = bag[term] ?? [0, '']
  if (held > count) bag[term] = [held - count, surface]
  else delete bag[term]
}
