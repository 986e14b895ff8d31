import { type Feature, type FeatureName, type Message, message, render } from '@techbridge/contracts'
import type { AnalysedTerms, PublishedNeed, PublishedOffer } from './profile.ts'
import { sharedTerritories } from './rules.ts'
import { type CorpusStatistics, conceptSimilarity, round, textSimilarity } from './text-similarity.ts'

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

/**
 * Shares of the score; they add up to 1. Where the two sides have no language in common, what the words would have weighed
 * goes to the concepts. Nothing about an organisation's size, origin or name enters.
 */
const weights: Record<FeatureName, number> = {
  text: 0.4,
  concepts: 0.2,
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

export const isProposable = ({ score, features }: Score) =>
  score >= threshold &&
  contributionOf(features, 'text') + contributionOf(features, 'concepts') >= minimalSubstance &&
  (['text', 'concepts'] as const).some((name) => saidAlike(features, name) >= leastEvidence[name])

/** Different things that both say. A concept and the broader ones that come with it are one. */
const saidAlike = (features: Feature[], name: FeatureName) =>
  new Set(features.find((feature) => feature.name === name)?.terms?.map(({ need }) => need.toLowerCase())).size

const contributionOf = (features: Feature[], name: FeatureName) =>
  features.find((feature) => feature.name === name)?.contribution ?? 0

/** How well the offer answers the need, from 0 to 1, as a sum of explained contributions. */
export const score = (sides: Sides, statistics: CorpusStatistics): Score => {
  const { needText, offerText } = sides
  const speakAlike = Object.keys(needText.languages).some((language) => language in offerText.languages)
  const weightOf = (name: FeatureName) => {
    if (speakAlike) return weights[name]
    if (name === 'text') return 0
    return name === 'concepts' ? weights.concepts + weights.text : weights[name]
  }
  const features = [
    text(sides, statistics, speakAlike),
    concepts(sides, statistics, speakAlike),
    sector(sides),
    trl(sides),
    territory(sides),
    dealType(sides),
  ].map(({ name, value, reason, terms }): Feature => {
    const weight = round(weightOf(name))
    const contribution = round(weight * value)
    return { name, weight, value: round(value), contribution, why: render(reason), reasons: [reason], terms }
  })
  return { score: round(features.reduce((sum, { contribution }) => sum + contribution, 0)), features }
}

interface Finding extends Pick<Feature, 'name' | 'value' | 'terms'> {
  reason: Message
}

const text = ({ needText, offerText }: Sides, statistics: CorpusStatistics, speakAlike: boolean): Finding => {
  if (!speakAlike) {
    return { name: 'text', value: 0, reason: message('text.no-common-language') }
  }
  const { value, terms } = textSimilarity(needText, offerText, statistics)
  const reason =
    terms.length > 0 ? message('text.shared', { terms: terms.map(({ need }) => need) }) : message('text.nothing-shared')
  return { name: 'text', value, reason, terms }
}

const concepts = ({ needText, offerText }: Sides, statistics: CorpusStatistics, speakAlike: boolean): Finding => {
  const { value, terms } = conceptSimilarity(needText, offerText, statistics, speakAlike)
  const pairs = terms.map(({ need, offer }) => (need === offer ? need : `${need} = ${offer}`))
  const reason =
    terms.length > 0 ? message('concepts.shared', { terms: [...new Set(pairs)] }) : message('concepts.nothing-shared')
  return { name: 'concepts', value, reason, terms }
}

const sector = ({ need, offer }: Sides): Finding => {
  const shared = (length: number) =>
    need.content.ipc.find((one) =>
      offer.content.ipc.some((other) => other.slice(0, length) === one.slice(0, length) && one.length >= length),
    )
  const subclass = shared(4)
  if (subclass) return { name: 'sector', value: 1, reason: message('sector.same-class', { ipc: subclass.slice(0, 4) }) }
  const ipcClass = shared(3)
  if (ipcClass)
    return { name: 'sector', value: 0.8, reason: message('sector.same-class', { ipc: ipcClass.slice(0, 3) }) }
  const [wanted, offered] = [need.content.sector, offer.content.sector]
  return wanted === offered
    ? { name: 'sector', value: 0.6, reason: message('sector.same', { sector: wanted }) }
    : { name: 'sector', value: 0, reason: message('sector.other', { wanted, offered }) }
}

const trl = ({ need, offer }: Sides): Finding => {
  const asked = need.content.minimumTrl
  const has = offer.content.trl
  if (asked === undefined) return { name: 'trl', value: 0.5, reason: message('trl.not-asked', { has }) }
  if (has >= asked) return { name: 'trl', value: 1, reason: message('trl.enough', { has, asked }) }
  if (has === asked - 1) return { name: 'trl', value: 0.5, reason: message('trl.one-below', { has, asked }) }
  return { name: 'trl', value: 0, reason: message('trl.below', { has, asked }) }
}

const territory = ({ need, offer }: Sides): Finding => {
  const shared = sharedTerritories(need, offer)
  const wanted = need.content.territories
  const value = wanted.includes('WORLD') ? 1 : shared.length / wanted.length
  return { name: 'territory', value, reason: message('territory.shared', { shared, wanted }) }
}

const dealType = ({ need, offer }: Sides): Finding => {
  const shared = need.content.dealTypes.filter((type) => offer.content.dealTypes.includes(type))
  return shared.length > 0
    ? { name: 'dealType', value: 1, reason: message('deal-type.shared', { shared }) }
    : {
        name: 'dealType',
        value: 0,
        reason: message('deal-type.other', { wanted: need.content.dealTypes, offered: offer.content.dealTypes }),
      }
}
