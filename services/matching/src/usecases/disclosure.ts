import {
  type Caller,
  type DisclosureStage,
  deadlineAt,
  disclose,
  type MatchStatus,
  matchesApi,
  type NeedContent,
  type OfferContent,
  partyIn,
  startOfDay,
  type Viewer,
} from '@techbridge/contracts'
import { actorOf, isOfficer } from '@techbridge/http'
import type { Aggregate } from '@techbridge/runtime'
import type { Filter } from '@techbridge/store'
import { answerTime } from '../domain/answer-times.ts'
import { isHeld } from '../domain/gate.ts'
import { asPartiesSee, isOpen, type Match, type Relation, relationsTo } from '../domain/match.ts'
import { matchLife } from '../domain/match-life.ts'
import type { PublishedNeed, PublishedOffer } from '../domain/profile.ts'
import type { Score } from '../domain/score.ts'
import { endingsFor, type Past, versionFor } from './endings.ts'
import { type Contents, matchedContents } from './matched-contents.ts'
import { findProfile } from './profiles-index.ts'
import type { MatchedContents } from './snapshots.ts'

/** Officers list all matches, a party those of its own that were approved, by the status that it knows. */
export const listFilter = (caller: Caller, { status, held }: { status?: MatchStatus; held?: boolean }): Filter => {
  if (isOfficer(caller)) return { ...(status && { status }), ...(held !== undefined && { held }) }
  const own = { [caller.role === 'provider' ? 'provider' : 'seeker']: caller.organisation.id }
  return { ...own, disclosed: true, ...(status && { seenStatus: status }) }
}

/** The indexed fields of lists. */
export const indexed = (match: Match) => {
  const { status, need, offer, score, createdAt } = match
  const seen = asPartiesSee(match)
  return {
    status,
    need: need.id,
    offer: offer.id,
    provider: offer.organisation.id,
    seeker: need.organisation.id,
    disclosed: seen !== undefined,
    seenStatus: seen?.status,
    held: isOpen(match) && isHeld(match),
    score,
    createdOn: startOfDay(createdAt),
  }
}

/** Whether the caller may read both sides in full: an officer, or a party that accepted, while the match and its case live. */
export const readsAll = (match: Match, caller: Caller, contents: MatchedContents | undefined) =>
  isOfficer(caller) || (contents !== undefined && match.accepted.some((party) => party === caller.role))

const unexplained = { features: [] }

/** Score and reasons from what the caller may read. */
const explanationFor = (
  match: Match,
  caller: Caller,
  contents: MatchedContents | undefined,
): Partial<Score> & Pick<Score, 'features'> => {
  if (isOfficer(caller)) return { score: match.score, features: match.features }
  if (readsAll(match, caller, contents)) return contents?.explanations.both ?? unexplained
  return contents?.explanations[caller.role === 'provider' ? 'provider' : 'seeker'] ?? unexplained
}

export interface Seen {
  match: Match
  /** What the match is about, as long as a party may come to read it. Officers read what is published now. */
  contents: MatchedContents | undefined
  view: View
}

/** The match as the caller may see it; `undefined` when the caller may not know that it exists. */
export const seenBy = async (
  kept: Contents,
  document: Aggregate<Match, Past>,
  caller: Caller,
  at: string,
): Promise<Seen | undefined> => {
  const match = isOfficer(caller) ? document.state : asPartiesSee(document.state)
  const relations = match ? relationsTo(match, actorOf(caller)) : []
  if (!match || relations.length === 0) return undefined
  const contents = isOfficer(caller) ? undefined : await matchedContents(kept, match)
  return { match, contents, view: viewOf(document, match, contents, relations, caller, at) }
}

const viewOf = (
  document: Aggregate<Match, Past>,
  match: Match,
  contents: MatchedContents | undefined,
  relations: readonly Relation[],
  caller: Caller,
  at: string,
) => {
  const { refusals, lapseCause } = endingsFor(document, caller)
  const answer = answerTime(match)
  const record = {
    id: match.id,
    version: versionFor(document, caller),
    status: match.status,
    ...explanationFor(match, caller, contents),
    need: { ...match.need, deadline: deadlineAt(match.need, match.need, at) },
    offer: match.offer,
    accepted: match.accepted,
    refusal: match.refusal && { ...match.refusal, by: refusals.at(-1)?.by },
    earlierRefusals: someOf(match.refusal ? refusals.slice(0, -1) : refusals),
    lapseCause: match.status === 'lapsed' ? lapseCause : undefined,
    gate: match.gate,
    scoring: match.scoring,
    createdAt: match.createdAt,
    answerBy: answer?.at,
    answerByCalendar: answer?.calendar,
    actions: matchLife.actions(match, { relations, at }),
  }
  // Whose an anonymous profile is, both know once they agreed, even when they may no longer read what it says.
  return disclose(
    matchesApi.get.response,
    record,
    viewerOf(caller, match.status === 'agreed' ? 'confidential' : 'public'),
  )
}

const someOf = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined)

/** Who reads: an officer all, a party its own side, and the other one up to this stage. */
const viewerOf = (caller: Caller, stage: DisclosureStage): Viewer =>
  isOfficer(caller) ? { stage: 'office' } : { stage, side: partyIn([caller.role]) }

type View = ReturnType<typeof viewOf>

/**
 * Adds what the two profiles say. Officers read what is published now. A party reads its own side in full and the other side's
 * abstract; once it has accepted, and as long as the match and its case live, the other side in the revision that was matched, without the
 * patents of a side that is still anonymous.
 */
export const withContent = async (kept: Contents, { match, contents, view }: Seen, caller: Caller) => {
  const shown: ShownContents = contents ?? (await currentContents(kept, match))
  const accepted = match.status === 'agreed' ? 'confidential' : 'details'
  const viewer = viewerOf(caller, readsAll(match, caller, contents) ? accepted : 'public')
  const { need, offer } = disclose(
    matchesApi.get.response,
    { need: { content: shown.need?.content }, offer: { content: shown.offer?.content } },
    viewer,
  )
  return {
    body: { ...view, need: { ...view.need, ...need }, offer: { ...view.offer, ...offer } },
    variant: variantOf(view, shown, contents ? 'matched' : 'current'),
  }
}

/** What changes in an answer while the match does not: the profiles as they are published, the hour, and what is known of holidays. */
const variantOf = (view: View, { need, offer }: ShownContents, contents: 'matched' | 'current') =>
  [
    need?.revision ?? 0,
    offer?.revision ?? 0,
    contents === 'current' && contents,
    view.need.deadline?.passed && 'passed',
    view.answerByCalendar && `${view.answerBy?.slice(0, 10).replaceAll('-', '')}.${view.answerByCalendar.standing}`,
  ]
    .filter((part) => part !== false && part !== undefined)
    .join('.')

const currentContents = async ({ indexes }: Contents, match: Match): Promise<ShownContents> => {
  const [need, offer] = await Promise.all([
    findProfile<PublishedNeed>(indexes.need, match.need.id),
    findProfile<PublishedOffer>(indexes.offer, match.offer.id),
  ])
  return { need: need?.profile, offer: offer?.profile }
}

interface ShownContents {
  need?: Shown<NeedContent>
  offer?: Shown<OfferContent>
}

interface Shown<C> {
  revision: number
  content: C
}
