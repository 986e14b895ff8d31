import {
  type Caller,
  type MatchAction,
  type NeedContent,
  needAbstract,
  type OfferContent,
  offerAbstract,
} from '@techbridge/contracts'
import { type Aggregate, actorOf, isOfficer } from '@techbridge/kit'
import type { Filter } from '@techbridge/store'
import { type Match, type Relation, relationsTo } from '../domain/match.ts'
import type { PublishedNeed, PublishedOffer } from '../domain/profile.ts'
import { answerBy, matchWorkflow } from '../domain/workflow.ts'
import { findProfile, type ProfileIndexes } from './profiles-index.ts'

/** Officers list all matches, a party those of its own that were approved. */
export const listFilter = (caller: Caller): Filter => {
  if (isOfficer(caller)) return {}
  return { [caller.role === 'provider' ? 'provider' : 'seeker']: caller.organisation.id, disclosed: true }
}

const seenBy = (match: Match, caller: Caller): Relation[] => {
  const relations = relationsTo(match, actorOf(caller))
  return relations.includes('officer') || match.disclosed ? relations : []
}

/** The match as the caller may see it; `undefined` when its existence is not the caller's business. */
export const viewOf = ({ _id, version, state: match }: Aggregate<Match>, caller: Caller, at: string) => {
  const relations = seenBy(match, caller)
  if (relations.length === 0) return undefined
  const side = (own: Relation, { anonymous, id, reference, title, organisation }: Match['need'] | Match['offer']) => {
    const named = !anonymous || match.status === 'agreed' || relations.includes('officer') || relations.includes(own)
    return { id, reference, title, organisation: named ? organisation : undefined }
  }
  return {
    id: _id,
    version,
    status: match.status,
    score: match.score,
    need: side('seeker', match.need),
    offer: side('provider', match.offer),
    features: match.features,
    accepted: match.accepted,
    refusal: match.refusal,
    createdAt: match.createdAt,
    answerBy: answerBy(match),
    actions: matchWorkflow.actions(match, { relations, at }) as MatchAction[],
  }
}

/** Adds what the profiles say now: the abstract at first, the details once the caller's side has accepted. */
export const withContent = async <V extends NonNullable<ReturnType<typeof viewOf>>>(
  indexes: ProfileIndexes,
  view: V,
  caller: Caller,
) => {
  const [need, offer] = await Promise.all([
    findProfile<PublishedNeed>(indexes.need, view.need.id),
    findProfile<PublishedOffer>(indexes.offer, view.offer.id),
  ])
  const interested = isOfficer(caller) || view.accepted.some((party) => party === caller.role)
  const needContent = (content: NeedContent) =>
    interested || caller.role === 'seeker' ? content : needAbstract.parse(content)
  const offerContent = (content: OfferContent) =>
    interested || caller.role === 'provider' ? content : offerAbstract.parse(content)
  return {
    body: {
      ...view,
      need: { ...view.need, content: need && needContent(need.profile.content) },
      offer: { ...view.offer, content: offer && offerContent(offer.profile.content) },
    },
    variant: `${need?.profile.revision ?? 0}.${offer?.profile.revision ?? 0}`,
  }
}
