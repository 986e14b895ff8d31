import type {
  CloudEvent,
  LapseCause,
  MatchedNeed,
  MatchedOffer,
  Organisation,
  ProfileKind,
} from '@techbridge/contracts'
import { sequenceOf } from '@techbridge/contracts'
import {
  type Aggregates,
  type Clock,
  derivedId,
  instant,
  matchLatency,
  type Projection,
  secondsSince,
  turn,
} from '@techbridge/kit'
import { system } from '@techbridge/kit/domain'
import { plainKept } from '@techbridge/plain-text'
import type { Filter } from '@techbridge/store'
import { isLive, isOpen, type Match } from '../domain/match.ts'
import { type MatchCommand, matchLife } from '../domain/match-life.ts'
import { type PublishedNeed, type PublishedOffer, titleOf } from '../domain/profile.ts'
import type { Assessment } from './assess-pair.ts'
import { findMatches, maxProposals } from './find-matches.ts'
import { type Contents, changedSince, fingerprintsOf, keepContents } from './matched-contents.ts'
import { findProfile, findProfiles, type IndexedProfile, profileIn } from './profiles-index.ts'
import type { Snapshot } from './snapshots.ts'

export interface Matching extends Contents {
  profiles: Record<ProfileKind, Projection>
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
  const profile = profileIn(await matching.profiles[kind].apply(event))
  if (!profile || profile.version > sequenceOf(event)) return

  const at = instant(matching.clock)
  const { assess, proposable } = await findMatches(matching.indexes, profile, at)
  const best = (await withoutClosed(matching, profile, proposable, at)).slice(0, maxProposals)
  const latency = matchLatency()
  const proposeTimed = async (one: Assessment) => {
    const outcome = await propose(matching, one, at)
    if (outcome === 'done') latency.record(secondsSince(event.time, matching.clock.now().getTime()), { kind })
  }
  const proposeAll = async (assessments: readonly Assessment[]) => {
    for (const one of assessments) {
      await turn()
      await proposeTimed(one)
    }
    await followProfiles(matching, assessments)
  }
  await proposeAll(best)
  await rescoreOpen(matching, kind, profile, assess, new Set(best.map(idOf)), proposeAll)
}

/** A profile was withdrawn or expired: its open matches lapse. */
export const profileGone = async (
  matching: Matching,
  kind: ProfileKind,
  event: CloudEvent,
  cause: LapseCause,
): Promise<void> => {
  await matching.profiles[kind].apply(event)
  for await (const page of openMatches(matching, kind, event.subject))
    for (const { _id } of page) await lapse(matching, _id, cause)
}

/** An organisation is described otherwise: all matches of its profile that may show it do so. */
export const organisationRenamed = async (
  matching: Matching,
  kind: ProfileKind,
  event: CloudEvent<string, { organisation: Organisation }>,
): Promise<void> => {
  const stored = await matching.profiles[kind].apply(event)
  const profile = stored ? profileIn(stored) : await findProfile(matching.indexes[kind], event.subject)
  const now = profile?.profile.organisation ?? plainKept(event.data.organisation)
  for await (const page of matchesOf(matching, { [kind]: event.subject }))
    for (const { _id } of page) await rename(matching, _id, kind, now)
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

/** Without the pairs that were refused, agreed or have lapsed, and are not to be proposed anew: they take no place of others. */
const withoutClosed = async (
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

const staysClosed = async (matching: Matching, match: Match, assessment: Assessment, at: string): Promise<boolean> => {
  const kept = await matching.snapshots.get(match.id)
  await keepContents(matching, match, kept, assessment)
  return matchLife.decide(match, proposal(matching, kept, assessment, at)).length === 0
}

const propose = async (matching: Matching, assessment: Assessment, at: string) => {
  const id = idOf(assessment)
  const kept = await matching.snapshots.get(id)
  const { outcome, document } = await matching.matches.handle(id, proposal(matching, kept, assessment, at))
  await keepContents(matching, document.state, kept, assessment)
  await forgetIfClosed(matching, id)
  return outcome
}

/** A profile may have gone, or been renamed, while its match was being written, too early for the match to be seen. */
const followProfiles = async (matching: Matching, pairs: readonly Assessment[]): Promise<void> => {
  for (const [kind, gone] of [
    ['need', 'needWithdrawn'],
    ['offer', 'offerWithdrawn'],
  ] as const) {
    const current = await findProfiles(
      matching.indexes[kind],
      pairs.map((pair) => pair[kind].id),
    )
    for (const pair of pairs) {
      const now = current.get(pair[kind].id)
      if (now) await rename(matching, idOf(pair), kind, now.profile.organisation)
      else await lapse(matching, idOf(pair), gone)
    }
  }
}

const rescoreOpen = async (
  matching: Matching,
  kind: ProfileKind,
  { profile }: IndexedProfile,
  assess: (other: IndexedProfile) => Assessment,
  done: Set<string>,
  proposeAnew: (assessments: readonly Assessment[]) => Promise<void>,
) => {
  const otherSide = otherKind[kind]
  const index = matching.indexes[otherSide]
  for await (const page of openMatches(matching, kind, profile.id)) {
    const left = page.filter(({ _id }) => !done.has(_id))
    const others = await findProfiles(
      index,
      left.map(({ state }) => state[otherSide].id),
    )
    const anew: Assessment[] = []
    for (const match of left) {
      const other = others.get(match.state[otherSide].id)
      if (!other) continue
      await turn()
      const assessment = assess(other)
      if (!assessment.excluded) anew.push(assessment)
      // A text that came since the page was read is assessed when its own event is handled.
      else if ((await findProfile(index, other.profile.id))?.version === other.version)
        await lapse(matching, match._id, assessment.excluded.cause)
    }
    await proposeAnew(anew)
  }
}

const openMatches = (matching: Matching, kind: ProfileKind, id: string) =>
  matchesOf(matching, { [kind]: id, status: openStatuses })

async function* matchesOf({ matches }: Matching, where: Filter) {
  let after: [string, string] | undefined
  for (;;) {
    const found = await matches.find({ where, after, limit: batchSize })
    yield found
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
