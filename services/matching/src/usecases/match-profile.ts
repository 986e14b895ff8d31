import type { CloudEvent, LapseCause, MatchedNeed, MatchedOffer, ProfileKind } from '@techbridge/contracts'
import { sequenceOf } from '@techbridge/contracts'
import { type Aggregates, type Clock, derivedId, instant, matchLatency, secondsSince } from '@techbridge/kit'
import { system } from '@techbridge/kit/domain'
import type { Match, MatchCommand } from '../domain/match.ts'
import { type PublishedNeed, type PublishedOffer, titleOf } from '../domain/profile.ts'
import type { Assessment } from './assess-pair.ts'
import { findMatches } from './find-matches.ts'
import { type Contents, changedSince, fingerprintsOf, isLive, keepContents } from './matched-contents.ts'
import { documentOf, findProfile, type IndexedProfile } from './profiles-index.ts'

export interface Matching extends Contents {
  matches: Aggregates<Match, MatchCommand>
  clock: Clock
}

const matcher = system('matching')
const otherKind = { offer: 'need', need: 'offer' } as const
const openStatuses = ['proposed', 'approved']
const batchSize = 100

const matchId = (need: string, offer: string) => derivedId('match', `${need}~${offer}`)

/** A profile was published, revised or renewed: proposes its best matches and scores its open ones anew. */
export const profilePublished = async (matching: Matching, kind: ProfileKind, event: CloudEvent): Promise<void> => {
  const { indexes } = matching
  await indexes[kind].put([documentOf(event)!])
  const profile = await findProfile(indexes[kind], event.subject)
  if (!profile || profile.version > sequenceOf(event)) return

  const at = instant(matching.clock)
  const { assess, best } = await findMatches(indexes, profile, at)
  const latency = matchLatency()
  const proposeTimed = async (one: Assessment) => {
    const outcome = await propose(matching, one, at)
    if (outcome === 'done') latency.record(secondsSince(event.time, matching.clock.now().getTime()), { kind })
  }
  await Promise.all(best.map(proposeTimed))
  await rescoreOpen(matching, kind, profile, assess, new Set(best.map(idOf)), proposeTimed)
}

/** A profile was withdrawn or expired: its open matches lapse. */
export const profileGone = async (
  matching: Matching,
  kind: ProfileKind,
  event: CloudEvent,
  cause: LapseCause,
): Promise<void> => {
  await matching.indexes[kind].put([documentOf(event)!])
  for await (const { _id } of openMatches(matching, kind, event.subject)) await lapse(matching, _id, cause)
}

const idOf = ({ need, offer }: Assessment) => matchId(need.id, offer.id)

const propose = async (matching: Matching, assessment: Assessment, at: string) => {
  const { need, offer, score, features } = assessment
  const id = matchId(need.id, offer.id)
  const kept = await matching.snapshots.get(id)
  const sides = { need: matchedNeed(need), offer: matchedOffer(offer) }
  const { outcome, document } = await matching.matches.handle(id, {
    type: 'propose',
    id,
    ...sides,
    score,
    features,
    changed: changedSince(kept, fingerprintsOf(assessment, matching.seal)),
    at,
    by: matcher,
  })
  await keepContents(matching, document.state, kept, assessment)
  await forgetIfClosed(matching, id)
  // Either profile may have gone while this was being written, too early for `profileGone` to see the match.
  if (!(await findProfile(matching.indexes.need, need.id))) await lapse(matching, id, 'needWithdrawn')
  if (!(await findProfile(matching.indexes.offer, offer.id))) await lapse(matching, id, 'offerWithdrawn')
  return outcome
}

const rescoreOpen = async (
  matching: Matching,
  kind: ProfileKind,
  profile: IndexedProfile,
  assess: (other: IndexedProfile) => Assessment,
  done: Set<string>,
  proposeAnew: (one: Assessment) => Promise<void>,
) => {
  for await (const match of openMatches(matching, kind, profile.profile.id)) {
    if (done.has(match._id)) continue
    const other = await findProfile(matching.indexes[otherKind[kind]], match.state[otherKind[kind]].id)
    if (!other) continue
    const assessment = assess(other)
    if (assessment.excluded) await lapse(matching, match._id, 'noLongerFits')
    else await proposeAnew(assessment)
  }
}

async function* openMatches({ matches }: Matching, kind: ProfileKind, id: string) {
  let after: [string, string] | undefined
  for (;;) {
    const found = await matches.find({ where: { [kind]: id, status: openStatuses }, after, limit: batchSize })
    yield* found
    if (found.length < batchSize) return
    after = [found.at(-1)!._id, found.at(-1)!._id]
  }
}

const lapse = ({ matches, clock }: Matching, id: string, cause: LapseCause) =>
  matches.handle(id, { type: 'lapse', cause, at: instant(clock), by: matcher })

/** Deletes what is kept of a match that was refused or has lapsed; one that was proposed anew meanwhile keeps it. */
export const forgetIfClosed = async ({ matches, snapshots }: Matching, id: string): Promise<void> => {
  const match = await matches.get(id)
  if (match && !isLive(match.state)) await snapshots.forget(id)
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

const matchedNeed = (need: PublishedNeed): MatchedNeed => ({ id: need.id, ...side(need) })
const matchedOffer = (offer: PublishedOffer): MatchedOffer => ({
  id: offer.id,
  ...side(offer),
  ipStatus: offer.content.ip.status,
})
