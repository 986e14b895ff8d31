import {
  type Disclosed,
  type ExplainedTerm,
  type Feature,
  type FeatureName,
  type Message,
  message,
  type NeedContent,
  type needContent,
  type OfferContent,
  type offerContent,
} from '@techbridge/contracts'
import { lookUpLanguage } from '@techbridge/text'
import { placesOf } from './places.ts'
import { round } from './similarity.ts'

/** A message as it was kept, perhaps by another version. */
export interface Said {
  code: string
  params: Readonly<Record<string, unknown>>
}

/** What speaks for a match. */
interface Reason {
  feature: FeatureName
  /** Part of the score. */
  share: number
  said: Said
  /** For a reader of a version that does not know the message. */
  why: string
  terms?: ExplainedTerm[]
}

/** What speaks against a match, or is missing. */
export interface Objection {
  feature?: FeatureName
  lost?: number
  said: Said
}

/** Why a pair matches, not yet in any language. */
export interface Reasons {
  score?: number
  reasons: Reason[]
  against: Objection[]
  missing: Objection[]
}

/** What somebody may read of a side; `full` when that is all. */
interface Side<C> {
  content: C
  full: boolean
}
export interface ReadSides {
  need: Side<NeedContent | Disclosed<typeof needContent>>
  offer: Side<OfferContent | Disclosed<typeof offerContent>>
}

export const featureNames: Record<FeatureName, Message> = {
  text: message('feature.text'),
  concepts: message('feature.concepts'),
  sector: message('feature.sector'),
  trl: message('feature.trl'),
  territory: message('feature.territory'),
  dealType: message('feature.dealType'),
}

export const unknownReasons: Reasons = {
  reasons: [],
  against: [],
  missing: [{ said: message('missing.contents') }],
}

/** A function of what the reader may read alone: the score, its features and the two sides as they are disclosed. */
export const reasonsOf = (
  { score, features }: { score?: number; features: readonly Feature[] },
  sides: ReadSides,
): Reasons => ({
  score,
  reasons: features
    .filter(({ contribution }) => contribution > 0)
    .toSorted((one, other) => other.contribution - one.contribution)
    .map((feature) => ({
      feature: feature.name,
      share: feature.contribution,
      said: saidOf(feature),
      why: feature.why,
      terms: feature.terms && explainedTerms(feature, sides),
    })),
  against: [...features.flatMap(objectionsIn), ...price(sides)],
  missing: missingIn(sides),
})

/** Features of early versions have no message. */
const saidOf = ({ name, reasons }: Feature): Said => reasons?.[0] ?? featureNames[name]

const explainedTerms = ({ contribution, terms = [] }: Feature, { need, offer }: ReadSides): ExplainedTerm[] => {
  const all = terms.map(({ term }) => term)
  const [inNeed, inOffer] = [placesOf(need.content, all), placesOf(offer.content, all)]
  return terms.map(({ share, ...term }) => ({
    ...term,
    share: round(contribution * share),
    needPlaces: inNeed.get(term.term) ?? [],
    offerPlaces: inOffer.get(term.term) ?? [],
  }))
}

const speaksAgainst = new Set([
  'text.nothing-shared',
  'text.no-common-language',
  'concepts.nothing-shared',
  'sector.other',
  'trl.below',
  'trl.one-below',
  'deal-type.other',
])

const objectionsIn = (feature: Feature): Objection[] => {
  const said = saidOf(feature)
  const { name, weight, contribution } = feature
  const lost = round(weight - contribution)
  const objection = (what: Said): Objection[] => [{ feature: name, ...(lost > 0 && { lost }), said: what }]
  if (speaksAgainst.has(said.code)) return objection(said)
  if (said.code !== 'territory.shared' || lost === 0) return []
  const { shared, wanted } = said.params
  if (!Array.isArray(shared) || !Array.isArray(wanted)) return []
  return objection(message('territory.missing', { missing: wanted.filter((one) => !shared.includes(one)) }))
}

/** A price is where talks begin, so it does not count; but who reads both should know. */
const price = ({ need, offer }: ReadSides): Objection[] => {
  const [asked, given] = [offer.content.price, need.content.budget]
  if (!asked || !given) return []
  const { currency } = asked
  if (currency !== given.currency)
    return [{ said: message('price.other-currency', { offered: currency, wanted: given.currency }) }]
  const [least, most] = [asked.min ?? 0, given.max]
  return most !== undefined && least > most
    ? [{ said: message('price.above-budget', { price: least, budget: most, currency }) }]
    : []
}

const missingIn = ({ need, offer }: ReadSides): Objection[] => {
  const wanted = need.content.originalLanguage
  const isEmpty = (list: readonly unknown[] | undefined) => !list || list.length === 0
  const said: Message[] = [
    ...(lookUpLanguage(wanted, Object.keys(offer.content.texts))
      ? []
      : [message('missing.text', { languages: [wanted] })]),
    ...(isEmpty(need.content.ipc) || isEmpty(offer.content.ipc) ? [message('missing.classes')] : []),
    ...(offer.content.ip.status === 'none' ? [message('missing.protection')] : []),
    ...(offer.full && !offer.content.price ? [message('missing.price')] : []),
    ...(need.full && !need.content.budget ? [message('missing.budget')] : []),
    ...(offer.full && isEmpty(offer.content.claims) ? [message('missing.claims')] : []),
  ]
  return said.map((one) => ({ said: one }))
}
