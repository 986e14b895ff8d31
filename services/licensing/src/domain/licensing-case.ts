import type { CaseStatus, caseEvents, MatchedNeed, MatchedOffer, Party, Refuser } from '@techbridge/contracts'
import type { Actor, Command, EventsOf } from '@techbridge/kit/domain'

/** A licensing case. Need and offer are licensing's own copies, as they stood when the match was agreed. */
export interface LicensingCase {
  id: string
  match: string
  need: MatchedNeed
  offer: MatchedOffer
  status: CaseStatus
  ndaSignedBy: Party[]
  agreementSignedBy: Party[]
  openedAt: string
}

export type CaseCommand = Command &
  (
    | { type: 'open'; id: string; match: string; need: MatchedNeed; offer: MatchedOffer }
    | { type: 'draft-nda' | 'sign-nda' | 'start-negotiation' | 'sign' | 'activate' }
    | { type: 'terminate'; reason: string }
    /** `need` and `offer` bear the organisation of `party` as it is described by now. */
    | { type: 'rename'; party: Party; need: MatchedNeed; offer: MatchedOffer }
  )

export type CaseEvent = EventsOf<typeof caseEvents>

export type Relation = Refuser

/** How someone stands to a case. */
export const relationsTo = ({ need, offer }: Pick<LicensingCase, 'need' | 'offer'>, by: Actor): Relation[] => {
  if (by.role === 'officer' || by.role === 'admin') return ['officer']
  if (by.role === 'provider' && by.organisation === offer.organisation.id) return ['provider']
  if (by.role === 'seeker' && by.organisation === need.organisation.id) return ['seeker']
  return []
}
