import type { Refusal } from '@techbridge/contracts'
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
  /** A MinHash signature of the terms of the text. */
  text: number[]
}

const signatureLength = 64
/** Texts that have less than this in common, as the Jaccard similarity of their terms, are no longer the same text. */
const sameText = 0.6

type Hash = (value: string) => string

/** `hash` is keyed, so that guessing values does not help. */
export const fingerprintOf = (profile: PublishedProfile, text: AnalysedTerms, hash: Hash): Fingerprint => {
  const { content } = profile
  const sorted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).toSorted()
  const values: Partial<Record<Aspect, unknown>> = {
    classification: [content.sector, sorted(content.ipc)],
    territory: sorted(content.territories),
    dealType: sorted(content.dealTypes),
    ...(profile.kind === 'offer' ? ofOffer(profile) : ofNeed(profile)),
  }
  const hashes = Object.fromEntries(
    Object.entries(values).map(([aspect, value]) => [aspect, hash(`${aspect}\n${JSON.stringify(value ?? null)}`)]),
  )
  return { hashes, text: signature(termsOf(text)) }
}

const ofOffer = ({ content: { trl, stage, ip, price } }: PublishedOffer) => ({ maturity: [trl, stage], ip, price })
const ofNeed = ({ content: { minimumTrl, budget } }: PublishedNeed) => ({ maturity: minimumTrl, price: budget })

const termsOf = ({ languages, concepts }: AnalysedTerms) => {
  const words = Object.entries(languages).flatMap(([language, { terms }]) =>
    Object.keys(terms).map((term) => `${language} ${term}`),
  )
  return new Set([...words, ...Object.keys(concepts)])
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

/** The share of equal places of two signatures estimates the Jaccard similarity (Broder, 1997). */
const isSameText = ({ text: one }: Fingerprint, { text: other }: Fingerprint) =>
  one.filter((value, place) => value === other[place]).length / signatureLength >= sameText

const largest = 2 ** 32

/** FNV-1a of 32 bits, from another basis for each of two independent hashes, with the final mixing of MurmurHash3. */
const hashOf = (text: string, basis: number) => {
  let hash = basis
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

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
