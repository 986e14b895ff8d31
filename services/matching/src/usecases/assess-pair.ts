import { turn } from '@techbridge/bus'
import type { ScoreModel } from '@techbridge/contracts'
import { repeatedSentences, type SentenceUses, sentenceUsesOf, withoutSentences } from '../domain/boilerplate.ts'
import type { CorpusStatistics } from '../domain/corpus.ts'
import { cosineOf } from '../domain/meaning.ts'
import { languageMark, type PublishedNeed, type PublishedOffer } from '../domain/profile.ts'
import { type Exclusion, exclusion } from '../domain/rules.ts'
import { type Assessed, type Sides, score } from '../domain/score.ts'
import type { CurrentModel } from './models.ts'
import type { IndexedProfile, ProfileIndexes } from './profiles-index.ts'

/** What pairs are assessed with. */
export interface Assessing {
  indexes: ProfileIndexes
  models: CurrentModel
}

/** The texts are whole, as those who explain them or compare them with later ones need them. */
export type Assessment = Sides & (Assessed & { excluded?: Exclusion })

/** All that a profile says, as terms to ask statistics for. */
export const termsOf = ({ text: { languages, concepts, sentences = [] } }: IndexedProfile): string[] => [
  ...Object.entries(languages).flatMap(([language, { terms }]) => [languageMark(language), ...Object.keys(terms)]),
  ...Object.keys(concepts),
  ...sentences,
]

/** The two sides whole, and as they are compared: without the sentences that both repeat after many others. */
export const comparedSides = (
  one: IndexedProfile,
  other: IndexedProfile,
  statistics: CorpusStatistics,
  usesOf: () => SentenceUses = () => sentenceUsesOf(one.profile),
): Record<'whole' | 'telling', Sides> => {
  const [needSide, offerSide] = one.profile.kind === 'need' ? [one, other] : [other, one]
  const repeated = repeatedSentences(needSide.text, offerSide.text, statistics)
  const telling = ({ text }: IndexedProfile) => (repeated.size > 0 ? withoutSentences(text, repeated, usesOf()) : text)
  const whole = {
    need: needSide.profile as PublishedNeed,
    needText: needSide.text,
    offer: offerSide.profile as PublishedOffer,
    offerText: offerSide.text,
    cosine: cosineOf(needSide.meaning, offerSide.meaning),
  }
  return { whole, telling: { ...whole, needText: telling(needSide), offerText: telling(offerSide) } }
}

/**
 * Scores a need and an offer. `statistics` are those of the published offers for the terms of either of the two: what only one
 * of them says does not count, nor do sentences that both repeat after many others. The same pair scores the same, whichever of them came first. `usesOf` gives the sentences of the first one.
 */
export const assessPair = (
  one: IndexedProfile,
  other: IndexedProfile,
  statistics: CorpusStatistics,
  at: string,
  { usesOf, model }: { usesOf?: () => SentenceUses; model?: ScoreModel } = {},
): Assessment => {
  const { whole, telling } = comparedSides(one, other, statistics, usesOf)
  return { ...whole, ...score(telling, statistics, model), excluded: exclusion(whole.need, whole.offer, at) }
}

/** Scores a pair by itself, with statistics of its own. */
export const assessAlone = async (
  { indexes, models }: Assessing,
  one: IndexedProfile,
  other: IndexedProfile,
  at: string,
): Promise<Assessment> => {
  await turn()
  return assessPair(one, other, await indexes.offer.frequencies(termsOf(one)), at, { model: models.current() })
}
