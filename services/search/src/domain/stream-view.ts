import {
  abstractOfNeed,
  abstractOfOffer,
  type Caller,
  type CloudEvent,
  caseEvents,
  deadlineOf,
  type MatchedNeed,
  type MatchedOffer,
  matchEvents,
  needEvents,
  offerEvents,
  publicationOf,
  type Refusal,
  type SeenEvent,
} from '@techbridge/contracts'
import { startOfDay } from '@techbridge/domain'

interface Sides {
  need: MatchedNeed
  offer: MatchedOffer
}

/**
 * The event as far as the caller may see it; `undefined` when it is not the caller's business. What others publish, and what
 * happens to a match, does not tell how many steps were before: those events have no sequence, and an id that `hide` makes of their own.
 */
export const streamView = (event: CloudEvent, caller: Caller, hide: (id: string) => string): SeenEvent | undefined => {
  const seen = viewOf(event, caller, hide)
  return seen && withDeadline(seen, event)
}

/** A need that becomes public says until when it is open. Whether that is over depends on when the event is read. */
const withDeadline = (seen: SeenEvent, event: CloudEvent): SeenEvent => {
  const { kind, published } = publicationOf(event) ?? {}
  const deadline = kind === 'need' && published ? deadlineOf(published.content, published) : undefined
  return deadline ? { ...seen, data: { ...(seen.data as object), deadline } } : seen
}

const viewOf = (event: CloudEvent, caller: Caller, hide: (id: string) => string): SeenEvent | undefined => {
  if (caller.role === 'officer' || caller.role === 'admin') return event
  switch (event.type.split('.')[1]) {
    case 'offer':
      return profileView(event, caller, hide, 'provider')
    case 'need':
      return profileView(event, caller, hide, 'seeker')
    case 'match':
      return matchView(event, caller, hide)
    case 'case':
      return caseView(event, caller)
    default:
      return undefined
  }
}

/** Callers with one key see the same: nothing else of a caller counts in `streamView`. */
export const viewKey = ({ role, organisation }: Caller): string =>
  role === 'officer' || role === 'admin' ? 'office' : JSON.stringify([role, organisation.id])

const isParty = ({ need, offer }: Sides, { role, organisation }: Caller) =>
  (role === 'provider' ? offer : need).organisation.id === organisation.id

const renamings: string[] = [offerEvents.organisationRenamed.type, needEvents.organisationRenamed.type]
const withdrawals: string[] = [offerEvents.withdrawn.type, needEvents.withdrawn.type]

interface ProfileData {
  id: string
  reference: string
  type: string
  organisation: { id: string }
  content?: { anonymous: boolean }
  wasPublic?: boolean
}

const profileView = (
  event: CloudEvent,
  caller: Caller,
  hide: (id: string) => string,
  ownerRole: string,
): SeenEvent | undefined => {
  const data = event.data as ProfileData
  if (caller.role === ownerRole && caller.organisation.id === data.organisation.id) return event
  const publication = publicationOf(event)
  if (!publication) return undefined
  // It would come together with those of the profiles that bear the organisation's name.
  if (renamings.includes(event.type) && data.content?.anonymous) return undefined
  // Neither the exact time nor the trace: both would tell what was published together.
  const { sequence, traceparent, ...attributes } = event
  const hidden = { ...attributes, id: hide(event.id), time: startOfDay(event.time) }
  if (!publication.published) {
    if (withdrawals.includes(event.type) && data.wasPublic !== true) return undefined
    const { id, reference, type } = data
    return { ...hidden, data: { id, reference, type } }
  }
  const { organisation, ...rest } = data
  const named = data.content?.anonymous ? {} : { organisation }
  const { kind, published } = publication
  const content = kind === 'offer' ? abstractOfOffer(published.content) : abstractOfNeed(published.content)
  const dates = { publishedAt: startOfDay(published.publishedAt), expiresAt: startOfDay(published.expiresAt) }
  return { ...hidden, data: { ...rest, ...dates, ...named, content } }
}

/**
 * Parties hear of a match from its approval on, and of an anonymous other side's name when both agreed. Of a refusal they get the
 * code; its text is for officers and for the side that wrote it.
 */
const matchView = (event: CloudEvent, caller: Caller, hide: (id: string) => string): SeenEvent | undefined => {
  const data = event.data as Sides & { disclosed?: boolean; awaiting?: string; party?: string; refusal?: Refusal }
  const disclosed =
    partyEvents.includes(event.type) ||
    (event.type === matchEvents.reminded.type && data.awaiting === 'parties') ||
    ([matchEvents.lapsed.type, matchEvents.organisationRenamed.type].some((type) => type === event.type) &&
      data.disclosed === true)
  if (!disclosed || !isParty(data, caller)) return undefined
  // Neither of these tells of the steps before the approval.
  const { sequence, traceparent, ...attributes } = event
  const shown = { ...attributes, id: hide(event.id) }
  if (event.type === matchEvents.agreed.type) return shown
  const hidden = (side: MatchedNeed | MatchedOffer, own: boolean) => {
    const { organisation, ...rest } = side
    return side.anonymous && !own ? rest : side
  }
  return {
    ...shown,
    data: {
      ...data,
      ...(data.refusal && { refusal: data.party === caller.role ? data.refusal : { code: data.refusal.code } }),
      need: hidden(data.need, caller.role === 'seeker'),
      offer: hidden(data.offer, caller.role === 'provider'),
    },
  }
}

/** Why a case was ended is for officers and for the side that gave the reason. */
const caseView = (event: CloudEvent, caller: Caller): CloudEvent | undefined => {
  if (!isParty(event.data as Sides, caller)) return undefined
  if (event.type !== caseEvents.terminated.type) return event
  const { reason, ...data } = event.data as Sides & { reason: string; by?: string }
  return { ...event, data: data.by === caller.role ? { ...data, reason } : data }
}

const partyEvents: string[] = [
  matchEvents.approved.type,
  matchEvents.accepted.type,
  matchEvents.declined.type,
  matchEvents.agreed.type,
]
