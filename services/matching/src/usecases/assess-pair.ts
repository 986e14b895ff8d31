import { languageMark, type PublishedNeed, type PublishedOffer } from '../domain/profile.ts'
import { exclusion } from '../domain/rules.ts'
import { type Score, type Sides, score } from '../domain/score.ts'
import type { IndexedProfile, ProfileIndexes } from './profiles-index.ts'

export type Assessment = Sides & (Score & { excluded?: string })

/** Scores a need and an offer against what is published now. The same pair scores the same, whichever of them came first. */
export const assessPair = async (
  indexes: ProfileIndexes,
  one: IndexedProfile,
  other: IndexedProfile,
  at: string,
): Promise<Assessment> => {
  const [needSide, offerSide] = one.profile.kind === 'need' ? [one, other] : [other, one]
  const sides = {
    need: needSide.profile as PublishedNeed,
    needText: needSide.text as Sides['needText'],
    offer: offerSide.profile as PublishedOffer,
    offerText: offerSide.text as Sides['offerText'],
  }
  const statistics = await indexes.offer.frequencies(sharedTerms(sides))
  return { ...sides, ...score(sides, statistics), excluded: exclusion(sides.need, sides.offer, at) }
}

const sharedTerms = ({ needText, offerText }: Sides) => [
  ...Object.entries(needText.languages).flatMap(([language, { terms }]) => [
    languageMark(language),
    ...Object.keys(terms).filter((term) => Object.hasOwn(offerText.languages[language]?.terms ?? {}, term)),
  ]),
  ...Object.keys(needText.concepts).filter((concept) => Object.hasOwn(offerText.concepts, concept)),
]
