import {
  abstractOfNeed,
  abstractOfOffer,
  type Caller,
  deadlineAt,
  type NeedContent,
  type OfferContent,
  withoutPatents,
} from '@techbridge/contracts'
import { type Aggregate, actorOf, isOfficer } from '@techbridge/kit'
import { startOfDay } from '@techbridge/kit/domain'
import type { Filter } from '@techbridge/store'
import { answerBy } from '../domain/answer-times.ts'
import { type Match, type Relation, relationsTo } from '../domain/match.ts'
import { matchLife } from '../domain/match-life.ts'
import type { PublishedNeed, PublishedOffer } from '../domain/profile.ts'
import type { Score } from '../domain/score.ts'
import { type GivenRefusal, lapseCauseIn, refusalsIn } from './endings.ts'
import { type Contents, matchedContents } from './matched-contents.ts'
import { findProfile } from './profiles-index.ts'
import type { MatchedContents } from './snapshots.ts'

/** Officers list all matches, a party those of its own that were approved. */
export const listFilter = (caller: Caller): Filter => {
  if (isOfficer(caller)) return {}
  return { [caller.role === 'provider' ? 'provider' : 'seeker']: caller.organisation.id, disclosed: true }
}

const seenBy = (match: Match, caller: Caller): Relation[] => {
  const relations = relationsTo(match, actorOf(caller))
  return relations.includes('officer') || match.disclosed ? relations : []
}

/** Whether the caller may read both sides in full: an officer, or a party that accepted, while the match and its case live. */
const readsAll = (match: Match, caller: Caller, contents: MatchedContents | undefined) =>
  isOfficer(caller) || (contents !== undefined && match.accepted.some((party) => party === caller.role))

/** Score and reasons from what the caller may read. */
const explanationFor = (match: Match, caller: Caller, contents: MatchedContents | undefined): Partial<Score> => {
  if (isOfficer(caller)) return match
  if (readsAll(match, caller, contents)) return contents?.explanations.both ?? {}
  return contents?.explanations[caller.role === 'provider' ? 'provider' : 'seeker'] ?? {}
}

/** The code is for everybody who sees the match; the text is for officers and for the side that wrote it. */
const refusalFor = (match: Match, given: GivenRefusal | undefined, caller: Caller) => {
  if (!match.refusal) return undefined
  const { code, text } = match.refusal
  return isOfficer(caller) || given?.by === caller.role ? { code, text } : { code }
}

/** The match as the caller may see it; `undefined` when its existence is not the caller's business. */
export const viewOf = async (
  kept: Contents,
  { _id, version, state: match, history }: Aggregate<Match>,
  caller: Caller,
  at: string,
) => {
  const relations = seenBy(match, caller)
  if (relations.length === 0) return undefined
  const contents = isOfficer(caller) ? undefined : await matchedContents(kept, match)
  const { score, features = [] } = explanationFor(match, caller, contents)
  const side = (own: Relation, { anonymous, id, reference, title, organisation }: Match['need'] | Match['offer']) => {
    const named = !anonymous || match.status === 'agreed' || relations.includes('officer') || relations.includes(own)
    return { id, reference, title, organisation: named ? organisation : undefined }
  }
  const refusals = refusalsIn(history)
  const earlier = match.refusal ? refusals.slice(0, -1) : refusals
  return {
    id: _id,
    version,
    status: match.status,
    score,
    need: { ...side('seeker', match.need), deadline: deadlineAt(match.need, match.need, at) },
    offer: side('provider', match.offer),
    features,
    accepted: match.accepted,
    refusal: refusalFor(match, refusals.at(-1), caller),
    earlierRefusals: isOfficer(caller) && earlier.length > 0 ? earlier : undefined,
    lapseCause: match.status === 'lapsed' ? lapseCauseIn(history) : undefined,
    // The time of day would tell which profiles were published together.
    createdAt: isOfficer(caller) ? match.createdAt : startOfDay(match.createdAt),
    answerBy: answerBy(match),
    actions: matchLife.actions(match, { relations, at }),
  }
}

type View = NonNullable<Awaited<ReturnType<typeof viewOf>>>

/**
 * Adds what the two profiles say. Officers read what is published now. A party reads its own side in full and the other side's
 * abstract; once it has accepted, and as long as the match and its case live, the other side in the revision that was matched, without the
 * patents of a side that is still anonymous.
 */
export const withContent = async (kept: Contents, { state: match }: Aggregate<Match>, view: View, caller: Caller) => {
  const contents = isOfficer(caller) ? undefined : await matchedContents(kept, match)
  const full = readsAll(match, caller, contents)
  const shown: ShownContents = contents ?? (await currentContents(kept, match))
  const needContent = (content: NeedContent) => (full || caller.role === 'seeker' ? content : abstractOfNeed(content))
  const offerContent = (content: OfferContent) => {
    if (caller.role === 'provider') return content
    if (!full) return abstractOfOffer(content)
    return view.offer.organisation ? content : withoutPatents(content)
  }
  return {
    body: {
      ...view,
      need: { ...view.need, content: shown.need && needContent(shown.need.content) },
      offer: { ...view.offer, content: shown.offer && offerContent(shown.offer.content) },
    },
    variant: `${shown.need?.revision ?? 0}.${shown.offer?.revision ?? 0}${contents ? '' : '.current'}${view.need.deadline?.passed ? '.passed' : ''}`,
  }
}

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
