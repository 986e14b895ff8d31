import type { OfferContent, Refusal } from '@techbridge/contracts'
import { primaryLanguage } from '@techbridge/text'
import { hashOf } from './hash.ts'
import type { AnalysedTerms, PublishedNeed, PublishedOffer, PublishedProfile } from './profile.ts'

/** What a refusal can be about. */
export const aspectNames = ['text', 'classification', 'maturity', 'territory', 'ip', 'price', 'dealType'] as const
export type Aspect = (typeof aspectNames)[number]

/**
 * What must have changed, on either side, before a pair that was refused for this reason is proposed again. Where nothing in a
 * profile bears on the reason, the pair stays refused.
 */
export const bearingOn: Record<Refusal['code'], readonly Aspect[]> = {
  notRelevant: ['text', 'classification'],
  wrongMaturity: ['maturity'],
  wrongTerritory: ['territory'],
  ipUnclear: ['ip'],
  price: ['price', 'dealType'],
  alreadyInContact: [],
  duplicate: ['text'],
  capacity: [],
  other: ['text', 'classification', 'maturity', 'territory', 'ip', 'price', 'dealType'],
}

/** A profile reduced to what tells whether an aspect of it has changed, from which its texts cannot be read back. */
export interface Fingerprint {
  /** One hash an aspect, of all but the text. */
  hashes: Partial<Record<Aspect, string>>
  /** By language: a MinHash signature of the terms of the text. */
  texts: Record<string, number[]>
}

const signatureLength = 64
/** Texts that have less than this in common, as the Jaccard similarity of their terms, are no longer the same text. */
const sameText = 0.5

type Hash = (value: string) => string

/** `hash` is keyed, so that guessing values does not help. */
export const fingerprintOf = (profile: PublishedProfile, text: AnalysedTerms, hash: Hash): Fingerprint => {
  const { content } = profile
  const values: Partial<Record<Aspect, unknown>> = {
    classification: [content.sector, alike(content.ipc)],
    territory: alike(content.territories),
    dealType: alike(content.dealTypes),
    ...(profile.kind === 'offer' ? ofOffer(profile) : ofNeed(profile)),
  }
  const hashes = Object.fromEntries(
    Object.entries(values).map(([aspect, value]) => [aspect, hash(`${aspect}\n${JSON.stringify(value ?? null)}`)]),
  )
  return { hashes, texts: signatures(text) }
}

/** Values of which neither order nor spelling tells anything. */
const alike = (values: readonly string[]) =>
  [...new Set(values.map((value) => value.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()))].toSorted()

const ofOffer = ({ content: { trl, stage, ip, price } }: PublishedOffer) => ({
  maturity: [trl, stage],
  ip: [
    ip.status,
    alike(ip.patents.map(({ office, number, status, expiry = '' }) => office + number + status + expiry)),
  ],
  price: amounts(price),
})
const ofNeed = ({ content: { minimumTrl, budget } }: PublishedNeed) => ({
  maturity: minimumTrl,
  price: amounts(budget),
})
const amounts = (band: OfferContent['price']) => band && [band.min, band.max, band.currency]

/** ISO 639 code. */
const undetermined = 'und'

/** A translation that is added changes nothing of what was said before, so each language is compared with itself. */
const signatures = ({ languages, concepts }: AnalysedTerms): Fingerprint['texts'] => {
  const terms: Record<string, Set<string>> = {}
  for (const [tag, bag] of Object.entries(languages)) {
    const language = primaryLanguage(tag)
    terms[language] ??= new Set(Object.keys(concepts))
    for (const term of Object.keys(bag.terms)) terms[language].add(term)
  }
  // Where every word is a concept, or there is none, no language has words of its own.
  if (Object.keys(terms).length === 0) terms[undetermined] = new Set(Object.keys(concepts))
  return Object.fromEntries(Object.entries(terms).map(([language, all]) => [language, signature(all)]))
}

/** The aspects in which one side or the other has changed. */
export const changedAspects = (
  before: readonly [need: Fingerprint, offer: Fingerprint],
  after: readonly [need: Fingerprint, offer: Fingerprint],
): Aspect[] =>
  aspectNames.filter((aspect) =>
    before.some((one, place) => {
      const other = after[place]!
      return aspect === 'text' ? !isSameText(one, other) : one.hashes[aspect] !== other.hashes[aspect]
    }),
  )

/**
 * Whether the text says the same in a language that it had before. The share of equal places of two signatures estimates the Jaccard
 * similarity (Broder, 1997).
 */
const isSameText = ({ texts: one }: Fingerprint, { texts: other }: Fingerprint) => {
  const common = Object.keys(one).filter((language) => Object.hasOwn(other, language))
  const isAlike = (language: string) => similarity(one[language]!, other[language]!) >= sameText
  return common.length > 0 && common.every(isAlike)
}

const similarity = (one: readonly number[], other: readonly number[]) =>
  one.filter((value, place) => value === other[place]).length / signatureLength

const largest = 2 ** 32

/** For each of 64 hash functions, the least hash of any term. The functions are h1 + i × h2. */
const signature = (terms: ReadonlySet<string>): number[] => {
  const least = Array<number>(signatureLength).fill(largest)
  for (const term of terms) {
    const [one, other] = [hashOf(term, 0x811c9dc5), hashOf(term, 0x9747b28c) | 1]
    for (let place = 0; place < signatureLength; place++) {
      const value = (one + Math.imul(place, other)) >>> 0
      if (value < least[place]!) least[place] = value
    }
  }
  return least
}
