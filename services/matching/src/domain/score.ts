import { type Feature, type FeatureName, message, render } from '@techbridge/contracts'
import { conceptSimilarity } from './concept-similarity.ts'
import { dealType, type Finding, sector, territory, trl } from './conditions.ts'
import type { CorpusStatistics } from './corpus.ts'
import { nearness } from './meaning.ts'
import type { AnalysedTerms, PublishedNeed, PublishedOffer } from './profile.ts'
import { none, round, type Similarity } from './similarity.ts'
import { textSimilarity } from './text-similarity.ts'

export interface Sides {
  need: PublishedNeed
  needText: AnalysedTerms
  offer: PublishedOffer
  offerText: AnalysedTerms
  /** The cosine of what both say, where a model has read them. */
  cosine?: number | undefined
}

export interface Score {
  score: number
  features: Feature[]
}

export interface Assessed {
  score: number
  /** How much of it is what the two say, not how they are classified. */
  substance: number
  /** How many different words and concepts that tell something the two have in common. */
  alike: Record<'text' | 'concepts', number>
  /** How near the meanings are, where that counts: the two have no language in common. Else 0. */
  near: number
  /** Its parts, with their reasons. */
  features(): Feature[]
}

/**
 * Shares of the score; they add up to 1. Where the two sides have no language in common, what the words would have weighed
 * goes to the concepts, or to how near their meanings are, whichever gives more. Nothing about an organisation's size, origin or name enters.
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

/** … or, across languages, when their meanings are so near. */
const leastNearness = 0.5

export const isProposable = ({ score, substance, alike, near }: Omit<Assessed, 'features'>) =>
  score >= threshold &&
  substance >= minimalSubstance &&
  (alike.text >= leastEvidence.text || alike.concepts >= leastEvidence.concepts || near >= leastNearness)

/** How well the offer answers the need, from 0 to 1, as a sum of contributions, which are explained when that is wanted. */
export const score = (sides: Sides, statistics: CorpusStatistics): Assessed => {
  const { needText, offerText } = sides
  const speakAlike = Object.keys(needText.languages).some((language) => language in offerText.languages)
  const words = speakAlike ? textSimilarity(needText, offerText, statistics) : none
  const named = conceptSimilarity(needText, offerText, statistics, speakAlike)
  const nearest = speakAlike || sides.cosine === undefined ? 0 : nearness(sides.cosine)
  const near = nearest > named.value ? nearest : 0
  const weightOf = (name: FeatureName) => {
    if (speakAlike || near > 0) return weights[name]
    if (name === 'text') return 0
    return name === 'concepts' ? weights.concepts + weights.text : weights[name]
  }
  const conditions = [sector(sides), trl(sides), territory(sides), dealType(sides)]
  const contributionOf = ({ name, value }: Pick<Finding, 'name' | 'value'>) => round(round(weightOf(name)) * value)
  const substance =
    contributionOf({ name: 'text', value: near || words.value }) +
    contributionOf({ name: 'concepts', value: named.value })
  return {
    score: round(conditions.reduce((sum, condition) => sum + contributionOf(condition), substance)),
    substance,
    alike: { text: words.alike, concepts: named.alike },
    near,
    features: () =>
      [near > 0 ? meaning(near) : text(words, speakAlike), concepts(named), ...conditions].map((finding): Feature => {
        const { name, value, reason, terms } = finding
        const contribution = contributionOf(finding)
        return {
          name,
          weight: round(weightOf(name)),
          value: round(value),
          contribution,
          why: render(reason),
          reasons: [reason],
          terms,
        }
      }),
  }
}

const meaning = (value: number): Finding => ({ name: 'text', value, reason: message('text.near-in-meaning') })

const text = (words: Similarity, speakAlike: boolean): Finding => {
  if (!speakAlike) return { name: 'text', value: 0, reason: message('text.no-common-language') }
  const { value } = words
  const terms = words.terms()
  const reason =
    terms.length > 0 ? message('text.shared', { terms: terms.map(({ need }) => need) }) : message('text.nothing-shared')
  return { name: 'text', value, reason, terms }
}

const concepts = (named: Similarity): Finding => {
  const { value } = named
  const terms = named.terms()
  const pairs = terms.map(({ need, offer }) => (need === offer ? need : `${need} = ${offer}`))
  const reason =
    terms.length > 0 ? message('concepts.shared', { terms: [...new Set(pairs)] }) : message('concepts.nothing-shared')
  return { name: 'concepts', value, reason, terms }
}
