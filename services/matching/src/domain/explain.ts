import { disclose, type NeedContent, needContent, type OfferContent, offerContent } from '@techbridge/contracts'
import type { CorpusStatistics } from './corpus.ts'
import { type AnalysedTerms, analyseProfile, languageMark, type PublishedNeed, type PublishedOffer } from './profile.ts'
import { remembering } from './remembering.ts'
import { type Score, type Sides, score } from './score.ts'

/** The score and its reasons as parties get them. */
export interface PartyExplanations {
  /** From the own text and the other side's abstract. */
  provider: Score
  seeker: Score
  /** From both texts, for a party that may read both. */
  both: Score
}

/**
 * The statistics of the corpus would tell how often a word or a sentence stands in the texts of others, hidden ones among them; so every
 * word counts as equally rare here, no sentence is left out, and these scores compare with each other alone.
 */
export const explainToParties = (sides: Sides): PartyExplanations => {
  const { need, needText, offer, offerText, cosine } = sides
  return {
    provider: explain({ ...publicNeedOf(need), offer, offerText, cosine }),
    seeker: explain({ need, needText, ...publicOfferOf(offer), cosine }),
    both: explain(sides),
  }
}

const publicNeedOf = remembering((profile: PublishedNeed) => {
  const need = { ...profile, content: disclose(needContent, profile.content, 'public') as NeedContent }
  return { need, needText: analyseProfile(need) }
})

const publicOfferOf = remembering((profile: PublishedOffer) => {
  const offer = { ...profile, content: disclose(offerContent, profile.content, 'public') as OfferContent }
  return { offer, offerText: analyseProfile(offer) }
})

const explain = (sides: Sides): Score => {
  const explained = score(sides, equallyRare(sides))
  return { score: explained.score, features: explained.features() }
}

const documents = 1000
/** Documents of so many that hold each word: the rarity is then about one half. */
const holding = 30
/** Tokens of a usual text. */
const averageLength = 300

const equallyRare = ({ needText, offerText }: Pick<Sides, 'needText' | 'offerText'>): CorpusStatistics => {
  const texts: AnalysedTerms[] = [needText, offerText]
  const languages = texts.flatMap((text) => Object.entries(text.languages))
  const terms = [...languages.flatMap(([, { terms }]) => Object.keys(terms)), ...texts.flatMap(conceptsOf)]
  return {
    documents,
    averageLength,
    counts: Object.fromEntries([
      ...terms.map((term) => [term, holding]),
      ...languages.map(([language]) => [languageMark(language), documents]),
    ]),
  }
}

const conceptsOf = ({ concepts }: Pick<AnalysedTerms, 'concepts'>) => Object.keys(concepts)
