import type {
  CloudEvent,
  LapseCause,
  MatchedNeed,
  MatchedOffer,
  Organisation,
  ProfileKind,
} from '@techbridge/contracts'
import { sequenceOf } from '@techbridge/contracts'
import { type Aggregates, type Clock, derivedId, instant, matchLatency, secondsSince, turn } from '@techbridge/kit'
import { system } from '@techbridge/kit/domain'
import { plainKept } from '@techbridge/plain-text'
import type { Filter } from '@techbridge/store'
import { isLive, isOpen, type Match } from '../domain/match.ts'
import { type MatchCommand, matchLife } from '../domain/match-life.ts'
import { type PublishedNeed, type PublishedOffer, titleOf } from '../domain/profile.ts'
import type { Assessment } from './assess-pair.ts'
import { findMatches, maxProposals } from './find-matches.ts'
import { type Contents, changedSince, fingerprintsOf, keepContents } from './matched-contents.ts'
import { documentOf, findProfile, type IndexedProfile } from './profiles-index.ts'
import type { Snapshot } from './snapshots.ts'

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
  await indexes[kind].put([(await documentOf(event))!])
  const profile = await findProfile(indexes[kind], event.subject)
  if (!profile || profile.version > sequenceOf(event)) return

  const at = instant(matching.clock)
  const { assess, proposable } = await findMatches(indexes, profile, at)
  const stays = await Promise.all(proposable.map((one) => staysClosed(matching, one, at)))
  const best = proposable.filter((_, place) => !stays[place]).slice(0, maxProposals)
  const latency = matchLatency()
  const proposeTimed = async (one: Assessment) => {
    const outcome = await propose(matching, one, at)
    if (outcome === 'done') latency.record(secondsSince(event.time, matching.clock.now().getTime()), { kind })
  }
  for (const one of best) {
    await turn()
    await proposeTimed(one)
  }
  await rescoreOpen(matching, kind, profile, assess, new Set(best.map(idOf)), proposeTimed)
}

/** A profile was withdrawn or expired: its open matches lapse. */
export const profileGone = async (
  matching: Matching,
  kind: ProfileKind,
  event: CloudEvent,
  cause: LapseCause,
): Promise<void> => {
  await matching.indexes[kind].put([(await documentOf(event))!])
  for await (const { _id } of openMatches(matching, kind, event.subject)) await lapse(matching, _id, cause)
}

/** An organisation is described otherwise: all matches of its profile that may show it do so. */
export const organisationRenamed = async (
  matching: Matching,
  kind: ProfileKind,
  event: CloudEvent<string, { organisation: Organisation }>,
): Promise<void> => {
  const index = matching.indexes[kind]
  const document = await documentOf(event)
  if (document) await index.put([document])
  const now = (await findProfile(index, event.subject))?.profile.organisation ?? plainKept(event.data.organisation)
  for await (const { _id } of matchesOf(matching, { [kind]: event.subject })) await rename(matching, _id, kind, now)
}

/** The organisation of an anonymous side may have been renamed while the other side was not to know it. */
export const matchAgreed = async (matching: Matching, id: string, sides: Record<ProfileKind, { id: string }>) => {
  for (const kind of ['need', 'offer'] as const) {
    const current = await findProfile(matching.indexes[kind], sides[kind].id)
    if (current) await rename(matching, id, kind, current.profile.organisation)
  }
}

const idOf = ({ need, offer }: Assessment) => matchId(need.id, offer.id)

const proposal = ({ seal }: Matching, kept: Snapshot | undefined, assessment: Assessment, at: string) => {
  const { need, offer, score, features } = assessment
  return {
    type: 'propose' as const,
    id: idOf(assessment),
    need: matchedNeed(need),
    offer: matchedOffer(offer),
    score,
    features,
    changed: changedSince(kept, fingerprintsOf(assessment, seal)),
    at,
    by: matcher,
  }
}

/** Whether the pair was refused, agreed or has lapsed, and is not to be proposed anew. Such a pair takes no place of others. */
const staysClosed = async (matching: Matching, assessment: Assessment, at: string): Promise<boolean> => {
  const id = idOf(assessment)
  const match = await matching.matches.get(id)
  if (!match || isOpen(match.state)) return false
  const kept = await matching.snapshots.get(id)
  await keepContents(matching, match.state, kept, assessment)
  return matchLife.decide(match.state, proposal(matching, kept, assessment, at)).length === 0
}

const propose = async (matching: Matching, assessment: Assessment, at: string) => {
  const { need, offer } = assessment
  const id = idOf(assessment)
  const kept = await matching.snapshots.get(id)
  const { outcome, document } = await matching.matches.handle(id, proposal(matching, kept, assessment, at))
  await keepContents(matching, document.state, kept, assessment)
  await forgetIfClosed(matching, id)
  // Either profile may have gone, or been renamed, while this was being written, too early for the match to be seen.
  const [currentNeed, currentOffer] = await Promise.all([
    findProfile(matching.indexes.need, need.id),
    findProfile(matching.indexes.offer, offer.id),
  ])
  if (currentNeed) await rename(matching, id, 'need', currentNeed.profile.organisation)
  else await lapse(matching, id, 'needWithdrawn')
  if (currentOffer) await rename(matching, id, 'offer', currentOffer.profile.organisation)
  else await lapse(matching, id, 'offerWithdrawn')
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
    await turn()
    const other = await findProfile(matching.indexes[otherKind[kind]], match.state[otherKind[kind]].id)
    if (!other) continue
    const assessment = assess(other)
    if (assessment.excluded) await lapse(matching, match._id, assessment.excluded.cause)
    else await proposeAnew(assessment)
  }
}

const openMatches = (matching: Matching, kind: ProfileKind, id: string) =>
  matchesOf(matching, { [kind]: id, status: openStatuses })

async function* matchesOf({ matches }: Matching, where: Filter) {
  let after: [string, string] | undefined
  for (;;) {
    const found = await matches.find({ where, after, limit: batchSize })
    yield* found
    if (found.length < batchSize) return
    after = [found.at(-1)!._id, found.at(-1)!._id]
  }
}

const lapse = ({ matches, clock }: Matching, id: string, cause: LapseCause) =>
  matches.handle(id, { type: 'lapse', cause, at: instant(clock), by: matcher })

const rename = ({ matches, clock }: Matching, id: string, kind: ProfileKind, organisation: Organisation) =>
  matches.handle(id, { type: 'rename', kind, organisation, at: instant(clock), by: matcher })

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
