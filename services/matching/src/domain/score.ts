import { type Feature, type FeatureName, message, render } from '@techbridge/contracts'
import { conceptSimilarity } from './concept-similarity.ts'
import { dealType, type Finding, sector, territory, trl } from './conditions.ts'
import type { CorpusStatistics } from './corpus.ts'
import type { AnalysedTerms, PublishedNeed, PublishedOffer } from './profile.ts'
import { none, round, type Similarity } from './similarity.ts'
import { textSimilarity } from './text-similarity.ts'

export interface Sides {
  need: PublishedNeed
  needText: AnalysedTerms
  offer: PublishedOffer
  offerText: AnalysedTerms
}

export interface Score {
  score: number
  features: Feature[]
}

export interface Assessed extends Score {
  /** How many different words and concepts that tell something the two have in common. */
  alike: Record<'text' | 'concepts', number>
}

/**
 * Shares of the score; they add up to 1. Where the two sides have no language in common, what the words would have weighed
 * goes to the concepts. Nothing about an organisation's size, origin or name enters.
 */
const weights: Record<FeatureName, number> = {
  text: 0.5,
  concepts: 0.1,
  sector: 0.15,
  trl: 0.1,
  territory: 0.05,
  dealType: 0.1,
}

/** A pair is proposed from this score on … */
export const threshold = 0.45
/** … when at least this much of it is what the two say, not how they are classified. */
const minimalSubstance = 0.1

/** … and when they have so many different words, or concepts, in common: one may be in any text. */
const leastEvidence = { text: 3, concepts: 2 }

export const isProposable = ({ score, features, alike }: Assessed) =>
  score >= threshold &&
  features.reduce((sum, { name, contribution }) => sum + (name in leastEvidence ? contribution : 0), 0) >=
    minimalSubstance &&
  (alike.text >= leastEvidence.text || alike.concepts >= leastEvidence.concepts)

/** How well the offer answers the need, from 0 to 1, as a sum of explained contributions. */
export const score = (sides: Sides, statistics: CorpusStatistics): Assessed => {
  const { needText, offerText } = sides
  const speakAlike = Object.keys(needText.languages).some((language) => language in offerText.languages)
  const weightOf = (name: FeatureName) => {
    if (speakAlike) return weights[name]
    if (name === 'text') return 0
    return name === 'concepts' ? weights.concepts + weights.text : weights[name]
  }
  const words = speakAlike ? textSimilarity(needText, offerText, statistics) : none
  const named = conceptSimilarity(needText, offerText, statistics, speakAlike)
  const features = [
    text(words, speakAlike),
    concepts(named),
    sector(sides),
    trl(sides),
    territory(sides),
    dealType(sides),
  ].map(({ name, value, reason, terms }): Feature => {
    const weight = round(weightOf(name))
    const contribution = round(weight * value)
    return { name, weight, value: round(value), contribution, why: render(reason), reasons: [reason], terms }
  })
  return {
    score: round(features.reduce((sum, { contribution }) => sum + contribution, 0)),
    features,
    alike: { text: words.alike, concepts: named.alike },
  }
}

const text = ({ value, terms }: Similarity, speakAlike: boolean): Finding => {
  if (!speakAlike) return { name: 'text', value: 0, reason: message('text.no-common-language') }
  const reason =
    terms.length > 0 ? message('text.shared', { terms: terms.map(({ need }) => need) }) : message('text.nothing-shared')
  return { name: 'text', value, reason, terms }
}

const concepts = ({ value, terms }: Similarity): Finding => {
  const pairs = terms.map(({ need, offer }) => (need === offer ? need : `${need} = ${offer}`))
  const reason =
    terms.length > 0 ? message('concepts.shared', { terms: [...new Set(pairs)] }) : message('concepts.nothing-shared')
  return { name: 'concepts', value, reason, terms }
}
