import { turn } from '@techbridge/bus'
import type { CloudEvent, LapseCause, Organisation, ProfileKind } from '@techbridge/contracts'
import { sequenceOf } from '@techbridge/contracts'
import { plainKept } from '@techbridge/plain-text'
import { delayHistogram, instant, secondsSince } from '@techbridge/runtime'
import { isSameToRules } from '../domain/gate.ts'
import type { Match } from '../domain/match.ts'
import { admit } from './ask-gate.ts'
import { type Assessment, assessAlone } from './assess-pair.ts'
import { findMatches } from './find-matches.ts'
import { lapse, type Matching, matchesOf, openMatches, otherKind, rename } from './matching.ts'
import { findProfile, findProfiles, type IndexedProfile, profileIn } from './profiles-index.ts'
import { idOf, withoutClosed } from './propose.ts'
import { settle, settleOpen } from './settle.ts'

/** A profile was published, revised or renewed: proposes its best matches and scores its open ones anew. */
export const profilePublished = async (matching: Matching, kind: ProfileKind, event: CloudEvent): Promise<void> => {
  const { stored, written } = await matching.profiles[kind].applySoon(event)
  const profile = profileIn(stored)
  if (!profile || profile.version > sequenceOf(event)) return void (await written)

  const latency = delayHistogram('techbridge.match.latency', 'From a publication to each of its matches')
  const proposed = () => latency.record(secondsSince(event.time, matching.clock.now().getTime()), { kind })
  await matchProfile(matching, kind, profile, { proposed, written })
}

/** Proposes the best matches of a profile, and scores its open ones anew. */
export const matchProfile = async (
  matching: Matching,
  kind: ProfileKind,
  profile: IndexedProfile,
  { proposed, written }: { proposed?: () => void; written?: Promise<unknown> } = {},
): Promise<void> => {
  const at = instant(matching.clock)
  const [{ assess, proposable }] = await Promise.all([findMatches(matching, profile, at, matching.proposing), written])
  const candidates = await withoutClosed(matching, profile, proposable, at)
  const { admitted, refused } = await admit(matching, candidates, matching.proposing.most)
  const asked = [...admitted, ...refused]
  await settle(matching, asked, at, proposed)
  const done = new Set(asked.map(idOf))
  for await (const anew of assessOpen(matching, kind, profile, assess, ({ id }) => !done.has(id)))
    await settleOpen(matching, anew, at, proposed)
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

/**
 * The description of an organisation has changed: all matches of its profile that may show it follow. Those of another country or kind are
 * assessed before, while that can be told from the match.
 */
export const organisationRenamed = async (
  matching: Matching,
  kind: ProfileKind,
  event: CloudEvent<string, { organisation: Organisation }>,
): Promise<void> => {
  const stored = await matching.profiles[kind].apply(event)
  const profile = stored ? profileIn(stored) : await findProfile(matching.indexes[kind], event.subject)
  const now = profile?.profile.organisation ?? plainKept(event.data.organisation)
  const at = instant(matching.clock)
  const isOther = (match: Match) => !isSameToRules(match[kind].organisation, now)
  if (profile)
    for await (const anew of assessOpen(
      matching,
      kind,
      profile,
      (other) => assessAlone(matching, profile, other, at),
      isOther,
    ))
      await settleOpen(matching, anew, at)
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

/** Page by page, the open matches of a profile that are `wanted`, assessed as both sides are published now. */
async function* assessOpen(
  matching: Matching,
  kind: ProfileKind,
  { profile }: IndexedProfile,
  assess: (other: IndexedProfile) => Assessment | Promise<Assessment>,
  wanted: (match: Match) => boolean,
): AsyncGenerator<Assessment[]> {
  const otherSide = otherKind[kind]
  const index = matching.indexes[otherSide]
  for await (const page of openMatches(matching, kind, profile.id)) {
    const others = await findProfiles(
      index,
      page.filter(({ state }) => wanted(state)).map(({ state }) => state[otherSide].id),
    )
    const anew: Assessment[] = []
    for (const other of others.values()) {
      await turn()
      const assessment = await assess(other)
      // A text that came since the page was read is assessed when its own event is handled.
      if (!assessment.excluded || (await findProfile(index, other.profile.id))?.version === other.version)
        anew.push(assessment)
    }
    yield anew
  }
}
