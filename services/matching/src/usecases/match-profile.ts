import { turn } from '@techbridge/bus'
import type { CloudEvent, LapseCause, Organisation, ProfileKind } from '@techbridge/contracts'
import { sequenceOf } from '@techbridge/contracts'
import { plainKept } from '@techbridge/plain-text'
import { delayHistogram, instant, secondsSince } from '@techbridge/runtime'
import { admit, askGate, type Gated } from './ask-gate.ts'
import type { Assessment } from './assess-pair.ts'
import { findMatches, maxProposals } from './find-matches.ts'
import { lapse, type Matching, matchesOf, openMatches, otherKind, rename } from './matching.ts'
import { findProfile, findProfiles, type IndexedProfile, profileIn } from './profiles-index.ts'
import { followProfiles, idOf, propose, withoutClosed } from './propose.ts'

/** A profile was published, revised or renewed: proposes its best matches and scores its open ones anew. */
export const profilePublished = async (matching: Matching, kind: ProfileKind, event: CloudEvent): Promise<void> => {
  const profile = profileIn(await matching.profiles[kind].apply(event))
  if (!profile || profile.version > sequenceOf(event)) return

  const at = instant(matching.clock)
  const { assess, proposable } = await findMatches(matching.indexes, profile, at)
  const candidates = await withoutClosed(matching, profile, proposable, at)
  const { admitted, refused } = await admit(matching, candidates, maxProposals)
  const latency = delayHistogram('techbridge.match.latency', 'From a publication to each of its matches')
  const proposeTimed = async (one: Gated) => {
    const outcome = await propose(matching, one, at)
    if (outcome === 'done') latency.record(secondsSince(event.time, matching.clock.now().getTime()), { kind })
  }
  const proposeAll = async (gated: readonly Gated[]) => {
    const each = async (one: Gated) => {
      await turn()
      // One that is open was proposed before; of the others nothing becomes.
      if (one.gate.outcome === 'refuse') await lapse(matching, idOf(one), 'noLongerFits', one.gate)
      else await proposeTimed(one)
    }
    // Beside each other, so that their writes share the way to disk; none goes on when the event is given up.
    const done = await Promise.allSettled(gated.map(each))
    for (const one of done) if (one.status === 'rejected') throw one.reason
    await followProfiles(matching, gated)
  }
  const asked = [...admitted, ...refused]
  await proposeAll(asked)
  await rescoreOpen(matching, kind, profile, assess, new Set(asked.map(idOf)), proposeAll)
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

/** The description of an organisation has changed: all matches of its profile that may show it follow. */
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

const rescoreOpen = async (
  matching: Matching,
  kind: ProfileKind,
  { profile }: IndexedProfile,
  assess: (other: IndexedProfile) => Assessment,
  done: Set<string>,
  proposeAnew: (gated: readonly Gated[]) => Promise<void>,
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
    await proposeAnew(await askGate(matching, anew))
  }
}
