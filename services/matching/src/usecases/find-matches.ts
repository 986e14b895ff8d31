import { turn, turns } from '@techbridge/bus'
import { type SentenceUses, sentenceUsesOf } from '../domain/boilerplate.ts'
import { defaultThreshold, isProposable } from '../domain/score.ts'
import { type Assessing, type Assessment, assessPair, termsOf } from './assess-pair.ts'
import { findCandidates, findNear } from './candidates.ts'
import type { IndexedProfile } from './profiles-index.ts'

/** What an office wants to read. */
export interface Proposing {
  /** The probability from which on a pair is proposed. */
  threshold: number
  /** Matches that one publication may propose: an officer reads each of them. */
  most: number
}
export const usualProposing: Proposing = { threshold: defaultThreshold, most: 3 }

/** Of those that rest on the nearness of meanings alone: a model always finds something that is nearest. */
const maxByMeaning = 2

/** Candidates for a profile, `assessed` in the order of the index, and those that may be `proposable`, best first. */
export const findMatches = async (
  { indexes, models }: Assessing,
  profile: IndexedProfile,
  at: string,
  { threshold }: Pick<Proposing, 'threshold'> = usualProposing,
) => {
  const terms = termsOf(profile)
  const offers = await indexes.offer.frequencies(terms)
  const others = profile.profile.kind === 'need' ? offers : await indexes.need.frequencies(terms)
  const model = models.current()
  let uses: SentenceUses | undefined
  const usesOf = () => {
    uses ??= sentenceUsesOf(profile.profile)
    return uses
  }
  const assess = (other: IndexedProfile): Assessment => assessPair(profile, other, offers, at, { usesOf, model })
  await turn()
  const assessed: Assessment[] = []
  const mayGoOn = turns()
  const byTerms = await findCandidates(indexes, profile, others, at)
  const found = new Set(byTerms.map(({ profile: { id } }) => id))
  const near = (await findNear(indexes, profile, at)).filter((one) => !found.has(one.profile.id))
  for (const candidate of [...byTerms, ...near]) {
    await mayGoOn()
    assessed.push(assess(candidate))
  }
  const proposable = assessed
    .filter((one) => !one.excluded && isProposable(one, threshold))
    .sort((one, other) => other.score - one.score)
    .filter(atMost(maxByMeaning, ({ byMeaning }) => byMeaning))
  return { assess, assessed, proposable }
}

/** Lets all others pass. */
const atMost = <T>(most: number, counts: (one: T) => boolean) => {
  let counted = 0
  return (one: T) => {
    if (!counts(one)) return true
    counted += 1
    return counted <= most
  }
}
