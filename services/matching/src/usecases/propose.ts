import type { GateAnswer, MatchedNeed, MatchedOffer } from '@techbridge/contracts'
import { derivedId } from '@techbridge/runtime'
import { isOpen, type Match } from '../domain/match.ts'
import { matchLife } from '../domain/match-life.ts'
import { type PublishedNeed, type PublishedOffer, titleOf } from '../domain/profile.ts'
import type { Gated } from './ask-gate.ts'
import type { Assessment } from './assess-pair.ts'
import { changedSince, fingerprintsOf, keepContents } from './matched-contents.ts'
import { forgetIfClosed, type Matching, matcher, otherKind } from './matching.ts'
import type { IndexedProfile } from './profiles-index.ts'
import type { Snapshot } from './snapshots.ts'

const matchId = (need: string, offer: string) => derivedId('match', `${need}~${offer}`)

export const idOf = ({ need, offer }: Assessment) => matchId(need.id, offer.id)

const proposal = ({ seal }: Matching, kept: Snapshot | undefined, assessment: Gated, at: string) => {
  const { need, offer, score, features, scoring, gate } = assessment
  return {
    type: 'propose' as const,
    id: idOf(assessment),
    need: matchedNeed(need),
    offer: matchedOffer(offer),
    score,
    features: features(),
    scoring,
    changed: changedSince(kept, fingerprintsOf(assessment, seal)),
    gate,
    at,
    by: matcher,
  }
}

/** Without the pairs that were refused, agreed or have lapsed and must not be proposed again: they use up no places. */
export const withoutClosed = async (
  matching: Matching,
  { profile: { kind, id } }: IndexedProfile,
  assessments: readonly Assessment[],
  at: string,
): Promise<Assessment[]> => {
  if (assessments.length === 0) return []
  const other = otherKind[kind]
  const where = { [kind]: id, [other]: assessments.map((one) => one[other].id) }
  const found = await matching.matches.find({ where, limit: assessments.length })
  const closed = new Map(found.filter(({ state }) => !isOpen(state)).map(({ _id, state }) => [_id, state]))
  const stays = await Promise.all(
    assessments.map(async (one) => {
      const match = closed.get(idOf(one))
      return match !== undefined && (await staysClosed(matching, match, one, at))
    }),
  )
  return assessments.filter((_, place) => !stays[place])
}

/** Whether a pair may come back does not depend on the gate, which is asked about those that do. */
const notAskedYet: GateAnswer = { outcome: 'notAssessed', why: '', reasons: [] }

const staysClosed = async (matching: Matching, match: Match, assessment: Assessment, at: string): Promise<boolean> => {
  const kept = await matching.snapshots.get(match.id)
  await keepContents(matching, match, kept, assessment)
  return matchLife.decide(match, proposal(matching, kept, { ...assessment, gate: notAskedYet }, at)).length === 0
}

export const propose = async (matching: Matching, assessment: Gated, at: string) => {
  const id = idOf(assessment)
  const kept = await matching.snapshots.get(id)
  const { outcome, document } = await matching.matches.handle(id, proposal(matching, kept, assessment, at))
  await keepContents(matching, document.state, kept, assessment)
  await forgetIfClosed(matching, id)
  return outcome
}

const side = (profile: PublishedNeed | PublishedOffer) => ({
  reference: profile.reference,
  revision: profile.revision,
  title: titleOf(profile),
  organisation: profile.organisation,
  anonymous: profile.content.anonymous,
  dealTypes: profile.content.dealTypes,
  territories: profile.content.territories,
})

const matchedNeed = (need: PublishedNeed): MatchedNeed => ({
  id: need.id,
  ...side(need),
  responseDeadline: need.content.responseDeadline,
  responseDeadlineZone: need.content.responseDeadlineZone,
})
const matchedOffer = (offer: PublishedOffer): MatchedOffer => ({
  id: offer.id,
  ...side(offer),
  ipStatus: offer.content.ip.status,
})
