import { type Caller, type LapseCause, matchEvents, type Refusal, type Refuser } from '@techbridge/contracts'
import { isOfficer } from '@techbridge/http'
import type { Aggregate, Summarise } from '@techbridge/runtime'
import type { z } from 'zod'
import { isHeld } from '../domain/gate.ts'
import { isSame, type Match, type Revisions } from '../domain/match.ts'

interface GivenRefusal extends Refusal {
  by: Refuser
  /** UTC instant. */
  at: string
}

/** The refusals and lapses of a pair as they are shown, including those before it was proposed again. */
interface Endings {
  /** Oldest first. */
  refusals: GivenRefusal[]
  /** Why it lapsed last. */
  lapseCause?: LapseCause
}

/** The history of a match as views need it: all of it, and the part that the parties know of. */
export interface Past {
  all: Endings
  told: Endings & { steps: number }
  /** Whether the parties know what happens: from an approval until the pair is proposed again. */
  isTold: boolean
  /** What was matched last, and whether the gate holds it; absent in records of earlier versions. */
  standing?: Standing
}

interface Standing extends Revisions {
  isHeld: boolean
}

const { proposed, rescored, released, approved, reminded, escalated, rejected, declined, lapsed } = matchEvents

type Happening = Parameters<Summarise<Past>>[1]

const endingsAfter = (before: Endings, { type, at, data }: Happening): Endings => {
  if (type === rejected.type || type === declined.type) {
    const { refusal, party } = data as { refusal: Refusal; party?: Refuser }
    return { ...before, refusals: [...before.refusals, { ...refusal, by: party ?? 'officer', at }] }
  }
  if (type === lapsed.type) return { ...before, lapseCause: (data as z.infer<typeof lapsed.data>).cause }
  return before
}

const standingAfter = (before: Standing | undefined, { type, data }: Happening): Standing | undefined => {
  if (type === released.type) return before && { ...before, isHeld: false }
  if (type !== proposed.type && type !== rescored.type) return before
  const { need, offer, gate } = data as z.infer<typeof rescored.data>
  const isStillHeld = gate ? isHeld({ gate }) : before?.isHeld === true
  return { need: { revision: need.revision }, offer: { revision: offer.revision }, isHeld: isStillHeld }
}

/** Whether the parties of a match that they know see anything of it: what the gate and the office do between them, they do not. */
const shows = ({ type, data }: Happening, before: Standing | undefined, after: Standing | undefined): boolean => {
  if (type === escalated.type) return false
  if (type === reminded.type) return (data as z.infer<typeof reminded.data>).awaiting === 'parties'
  if (type !== rescored.type || !before || !after) return true
  return before.isHeld !== after.isHeld || !isSame(before, after)
}

const nothing: Past = { all: { refusals: [] }, told: { refusals: [], steps: 0 }, isTold: false }

export const summarisePast: Summarise<Past> = (before = nothing, entry) => {
  const isTold = entry.type === approved.type || (before.isTold && entry.type !== proposed.type)
  const { told } = before
  const standing = standingAfter(before.standing, entry)
  const steps = told.steps + (shows(entry, before.standing, standing) ? 1 : 0)
  return {
    all: endingsAfter(before.all, entry),
    told: isTold ? { ...endingsAfter(told, entry), steps } : told,
    isTold,
    ...(standing && { standing }),
  }
}

/** The endings that the caller may know of. */
export const endingsFor = ({ summary = nothing }: Pick<Aggregate<Match, Past>, 'summary'>, caller: Caller): Endings =>
  isOfficer(caller) ? summary.all : summary.told

/** The version of the match for the caller. For a party, everything before it knew of the match counts as one step. */
export const versionFor = (
  { version, summary = nothing }: Pick<Aggregate<Match, Past>, 'version' | 'summary'>,
  caller: Caller,
) => (isOfficer(caller) ? version : 1 + summary.told.steps)
