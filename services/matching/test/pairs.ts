import type { NeedContent, OfferContent, Organisation } from '@techbridge/contracts'
import { needContent, offerContent, organisations } from '@techbridge/testkit'
import fc from 'fast-check'
import { analyseProfile, languageMark, type PublishedNeed, type PublishedOffer } from '../src/domain/profile.ts'
import { type Sides, score } from '../src/domain/score.ts'

export const today = '2026-11-24T09:30:00.000Z'
const expiresAt = '2027-11-24T09:30:00.000Z'

export const publishedNeed = (
  content: NeedContent = needContent(),
  organisation: Organisation = organisations.cooperative,
): PublishedNeed => ({
  kind: 'need',
  id: 'need_0123456789abcdef01234567',
  reference: 'TRVN20261120001',
  organisation,
  revision: 1,
  content,
  expiresAt,
})

export const publishedOffer = (
  content: OfferContent = offerContent(),
  organisation: Organisation = organisations.university,
): PublishedOffer => ({
  kind: 'offer',
  id: 'offer_0123456789abcdef01234567',
  reference: 'TOCN20261120001',
  organisation,
  revision: 1,
  content,
  expiresAt,
})

export const sidesOf = (need: PublishedNeed, offer: PublishedOffer): Sides => ({
  need,
  needText: analyseProfile(need),
  offer,
  offerText: analyseProfile(offer),
})

/** A corpus in which every word is rare. */
const counts = Object.fromEntries(['en', 'zh', 'vi'].map((language) => [languageMark(language), 1000]))
export const corpus = { documents: 1000, averageLength: 60, counts }
export const scoreOf = (need: PublishedNeed, offer: PublishedOffer, statistics = corpus) => {
  const scored = score(sidesOf(need, offer), statistics)
  return { ...scored, features: scored.features() }
}

/** Words of no language: rare everywhere, and no two with a stem in common. */
export const words = [
  'zorbik',
  'quallat',
  'mirvon',
  'teptok',
  'blanduk',
  'fextor',
  'gorvim',
  'hadruk',
  'jilpot',
  'kastrom',
  'lumbix',
  'nortag',
]

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values)
const some = <T>(values: readonly T[], least = 0) => fc.uniqueArray(oneOf(values), { minLength: least, maxLength: 4 })
const language = oneOf(['en', 'zh', 'vi'])

const common = {
  sector: oneOf(['A', 'C', 'E'] as const),
  dealTypes: some(['exclusiveLicence', 'nonExclusiveLicence', 'knowHow', 'option'] as const, 1),
  territories: some(['WORLD', 'VN', 'TH', 'LA', 'CN'] as const, 1),
  ipc: some(['A01G25/02', 'A01G', 'A01B', 'C02F1/44']),
  partnerKinds: some(['large', 'university'] as const),
  anonymous: fc.boolean(),
}
const texts = fc.tuple(
  language,
  fc.array(oneOf([...words, '滴灌', '水稻', 'irrigation', 'tưới']), { minLength: 1, maxLength: 15 }),
)
const written = ([tag, list]: [string, string[]]) => ({
  originalLanguage: tag,
  texts: { [tag]: { title: list[0]!, summary: list.join(' '), description: list.join(' ') } },
})

export const anyOffer = fc
  .record({ text: texts, trl: fc.integer({ min: 1, max: 9 }), ...common })
  .map(({ text, ...rest }) => publishedOffer(offerContent({ ...rest, ...written(text) })))

export const anyNeed = fc
  .record({ text: texts, minimumTrl: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }), ...common })
  .map(({ text, ...rest }) => publishedNeed(needContent({ ...rest, ...written(text) })))
