import type { GateAnswer, LapseCause, Organisation, ProfileKind } from '@techbridge/contracts'
import { system } from '@techbridge/domain'
import { type Aggregates, type Clock, instant, type Projection } from '@techbridge/runtime'
import type { Filter } from '@techbridge/store'
import { isLive, type Match, type Revisions } from '../domain/match.ts'
import type { MatchCommand } from '../domain/match-life.ts'
import type { Gatekeeping } from './ask-gate.ts'
import type { Past } from './endings.ts'
import type { Proposing } from './find-matches.ts'
import type { Contents } from './matched-contents.ts'
import type { Models } from './models.ts'

/** What the use cases work with. */
export interface Matching extends Contents, Gatekeeping {
  profiles: Record<ProfileKind, Projection>
  matches: Aggregates<Match, MatchCommand, Past>
  clock: Clock
  proposing: Proposing
  models: Models
}

export const matcher = system('matching')
export const otherKind = { offer: 'need', need: 'offer' } as const
export const openStatuses = ['proposed', 'approved']
export const batchSize = 100

/** Page by page, the matches of a profile that may still lapse or be scored anew. */
export const openMatches = (matching: Matching, kind: ProfileKind, id: string) =>
  matchesOf(matching, { [kind]: id, status: openStatuses })

/** Page by page, so that what they are about can be read for many of them at once. */
export async function* matchesOf({ matches }: Matching, where: Filter) {
  let after: [string, string] | undefined
  for (;;) {
    const found = await matches.find({ where, after, limit: batchSize })
    yield found
    if (found.length < batchSize) return
    after = [found.at(-1)!._id, found.at(-1)!._id]
  }
}

/** With what was assessed when that is why, and what the gate said of it. */
export const lapse = (
  { matches, clock }: Matching,
  id: string,
  cause: LapseCause,
  assessed?: Revisions & { gate?: GateAnswer },
) => matches.handle(id, { type: 'lapse', cause, gate: assessed?.gate, assessed, at: instant(clock), by: matcher })

export const rename = ({ matches, clock }: Matching, id: string, kind: ProfileKind, organisation: Organisation) =>
  matches.handle(id, { type: 'rename', kind, organisation, at: instant(clock), by: matcher })

/** Deletes what is kept of a match that was refused or has lapsed; one that was proposed anew meanwhile keeps it. */
export const forgetIfClosed = async ({ matches, snapshots }: Matching, id: string): Promise<void> => {
  const match = await matches.get(id)
  if (match && !isLive(match.state)) await snapshots.forget(id)
}
