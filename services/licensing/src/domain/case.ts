import {
  type AgreementFamily,
  type CaseRole,
  type CaseStatus,
  type ClearanceFinding,
  caseStatus,
  type DealType,
  type DisclosureAct,
  type Encumbrance,
  type Indicator,
  type MatchedNeed,
  type MatchedOffer,
  type Party,
  type Recordal,
  type ReworkTarget,
} from '@techbridge/contracts'
import type { Actor } from '@techbridge/domain'

/** What was looked at when an act was cleared. Another one has not been cleared. */
export interface ClearedSubject {
  offer: string
  revision: number
  provider: string
  seeker: string
}

interface Clearance {
  act: DisclosureAct
  at: string
  reason: string
  finding: ClearanceFinding
  subject: ClearedSubject
}

/** A licensing case. Need and offer are licensing's own copies, as they stood when the match was agreed. */
export interface LicensingCase {
  id: string
  match: string
  need: MatchedNeed
  offer: MatchedOffer
  status: CaseStatus
  openedAt: string
  /** What the case is to lead to; absent until it is chosen, where need and offer have no deal type in common. */
  dealType?: DealType | undefined
  family?: AgreementFamily | undefined
  ndaSignedBy: Party[]
  clearances: Clearance[]
  encumbrances: Encumbrance[]
  /** The provider has said that there are no others. */
  encumbrancesAffirmed: boolean
  approvedBy: CaseRole[]
  agreementSignedBy: Party[]
  recordal?: Recordal | undefined
  /** Last day of the agreement. */
  endsOn?: string | undefined
  indicators: Indicator[]
  /** Where a case that rests or is disputed goes on, and who stopped it. */
  pausedFrom?: CaseStatus | undefined
  pausedBy?: CaseRole | undefined
  /** Where the case was when a signed agreement came to be changed. */
  amendedFrom?: CaseStatus | undefined
  /** Where the last rework led. */
  returnedTo?: ReworkTarget | undefined
  /** Since when somebody is awaited. UTC instant; absent in cases of version 1 until they are adopted. */
  askedAt?: string | undefined
  /** By when the last reminder said that an answer is due. */
  saidDueAt?: string | undefined
  remindedAt?: string | undefined
  escalatedAt?: string | undefined
}

export type Relation = CaseRole

/** How somebody is related to a case. */
export const relationsTo = ({ need, offer }: Pick<LicensingCase, 'need' | 'offer'>, by: Actor): Relation[] => {
  if (by.role === 'officer' || by.role === 'admin') return ['officer']
  if (by.role === 'provider' && by.organisation === offer.organisation.id) return ['provider']
  if (by.role === 'seeker' && by.organisation === need.organisation.id) return ['seeker']
  return []
}

export type Sides = Pick<LicensingCase, 'id' | 'match' | 'need' | 'offer'>
export const sides = ({ id, match, need, offer }: Sides): Sides => ({ id, match, need, offer })

/** What holds before anything has happened in a case. */
export const untouched = () => ({
  ndaSignedBy: [],
  clearances: [],
  encumbrances: [],
  encumbrancesAffirmed: false,
  approvedBy: [],
  agreementSignedBy: [],
  indicators: [],
})

/** Nobody stands by the agreement any more. */
export const uncommitted = () => ({ approvedBy: [], agreementSignedBy: [] })

/** Whose word is void when an agreement is changed. */
export const committed = ({ approvedBy, agreementSignedBy }: LicensingCase) => ({
  approvedBy,
  signedBy: agreementSignedBy,
})

export const finalStatuses = ['completed', 'expired', 'terminated'] as const satisfies readonly CaseStatus[]
export const pausedStatuses = ['onHold', 'inDispute'] as const satisfies readonly CaseStatus[]
/** Those in which something goes on. */
export const runningStatuses = caseStatus.exclude([...finalStatuses, ...pausedStatuses]).options
export const liveStatuses = [...runningStatuses, ...pausedStatuses] as const
