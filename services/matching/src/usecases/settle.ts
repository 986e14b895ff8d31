import { turn } from '@techbridge/bus'
import { isSameToRules } from '../domain/gate.ts'
import { isOpen } from '../domain/match.ts'
import type { PublishedProfile } from '../domain/profile.ts'
import { askGate, type Gated } from './ask-gate.ts'
import { type Assessment, assessAlone } from './assess-pair.ts'
import { lapse, type Matching, rename } from './matching.ts'
import { type CurrentProfile, findPairs } from './profiles-index.ts'
import { idOf, propose } from './propose.ts'

/**
 * Proposes pairs, and ends open matches of those that the gate refuses. Those of which a side was revised meanwhile are then settled
 * anew. `proposed` is called for each match that came of it or changed.
 */
export const settle = async (
  matching: Matching,
  gated: readonly Gated[],
  at: string,
  proposed: () => void = () => {},
): Promise<void> => {
  const each = async (one: Gated) => {
    await turn()
    // One that is open was proposed before; of the others nothing becomes.
    if (one.gate.outcome === 'refuse') await lapse(matching, idOf(one), 'noLongerFits', one)
    else if ((await propose(matching, one, at)) === 'done') proposed()
  }
  // Beside each other, so that their writes share the way to disk; none goes on when the event is given up.
  const done = await Promise.allSettled(gated.map(each))
  for (const one of done) if (one.status === 'rejected') throw one.reason
  const anew: Assessment[] = []
  for (const pair of await followProfiles(matching, gated)) anew.push(await assessAlone(matching, ...pair, at))
  await settleOpen(matching, anew, at, proposed)
}

/** Settles pairs of open matches that were assessed anew: the match of a pair that is excluded by now lapses. */
export const settleOpen = async (
  matching: Matching,
  assessments: readonly Assessment[],
  at: string,
  proposed?: () => void,
): Promise<void> => {
  if (assessments.length === 0) return
  for (const one of assessments) if (one.excluded) await lapse(matching, idOf(one), one.excluded.cause, one)
  const left = assessments.filter(({ excluded }) => !excluded)
  await settle(matching, await askGate(matching, left), at, proposed)
}

const gone = { need: 'needWithdrawn', offer: 'offerWithdrawn' } as const

type Pair = [need: CurrentProfile, offer: CurrentProfile]

/**
 * A profile may have gone, or been renamed or revised, while its match was being written, too early for the match to be seen. Gives the
 * pairs of open matches that are to be assessed anew, as they are published now.
 */
const followProfiles = async (matching: Matching, pairs: readonly Assessment[]): Promise<Pair[]> => {
  const current = await findPairs(matching.indexes, pairs)
  const changed: Pair[] = []
  for (const [place, pair] of pairs.entries()) {
    const now = current[place] ?? {}
    for (const kind of ['need', 'offer'] as const)
      if (now[kind]) await rename(matching, idOf(pair), kind, now[kind].profile.organisation)
      else await lapse(matching, idOf(pair), gone[kind])
    const { need, offer } = now
    if (!need || !offer || !(hasChanged(pair.need, need) || hasChanged(pair.offer, offer))) continue
    const match = await matching.matches.get(idOf(pair))
    if (match && isOpen(match.state)) changed.push([need, offer])
  }
  return changed
}

const hasChanged = (before: PublishedProfile, { profile }: CurrentProfile) =>
  profile.revision > before.revision || !isSameToRules(profile.organisation, before.organisation)
