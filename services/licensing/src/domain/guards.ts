import { type DisclosureAct, parties, partyIn } from '@techbridge/contracts'
import type { Guard, Situation } from '@techbridge/domain'
import type { LicensingCase, Relation } from './case.ts'
import { crossesBorder, isCleared } from './clearance.ts'
import { hasEvaluation, indicatorKinds } from './deal.ts'
import { areSettled, hasToSettle } from './encumbrances.ts'
import { hasAwaited } from './follow-up.ts'

type CaseGuard = Guard<LicensingCase, Relation>
type Where = Situation<Relation>

const isMine = (ones: readonly string[], { relations }: Where) => relations.some((one) => ones.includes(one))

export const ndaUnsigned: CaseGuard = {
  name: 'nda-unsigned',
  passes: ({ ndaSignedBy }, situation) => !isMine(ndaSignedBy, situation),
}

export const ndaComplete: CaseGuard = {
  name: 'nda-complete',
  passes: ({ ndaSignedBy }) => ndaSignedBy.length === parties.length,
}

export const agreementUnsigned: CaseGuard = {
  name: 'agreement-unsigned',
  passes: ({ agreementSignedBy }, situation) => !isMine(agreementSignedBy, situation),
}

export const agreementSigned: CaseGuard = {
  name: 'agreement-signed',
  passes: ({ agreementSignedBy }, { relations }) => agreementSignedBy.some((one) => one === partyIn(relations)),
}

export const dealChosen: CaseGuard = { name: 'deal-chosen', passes: ({ family }) => family !== undefined }
export const ndaAlone: CaseGuard = { name: 'nda-alone', passes: ({ family }) => family === 'nda' }
export const beyondNda: CaseGuard = { name: 'beyond-nda', passes: ({ family }) => family !== 'nda' }
export const evaluable: CaseGuard = { name: 'evaluable', passes: hasEvaluation }

const cleared = (act: DisclosureAct) => (state: LicensingCase) => isCleared(state, act)
export const evaluationCleared: CaseGuard = { name: 'evaluation-cleared', passes: cleared('evaluation') }
export const negotiationCleared: CaseGuard = { name: 'negotiation-cleared', passes: cleared('negotiation') }
export const signatureCleared: CaseGuard = { name: 'signature-cleared', passes: cleared('signature') }
export const acrossBorder: CaseGuard = { name: 'across-border', passes: crossesBorder }
export const hasClearance: CaseGuard = { name: 'has-clearance', passes: ({ clearances }) => clearances.length > 0 }

export const encumbrancesSettled: CaseGuard = { name: 'encumbrances-settled', passes: areSettled }
export const notYetAffirmed: CaseGuard = {
  name: 'not-yet-affirmed',
  passes: ({ encumbrancesAffirmed }) => !encumbrancesAffirmed,
}
export const encumbranceOpen: CaseGuard = {
  name: 'encumbrance-open',
  passes: (state, { relations }) => hasToSettle(state, relations),
}

export const notYetApproved: CaseGuard = {
  name: 'not-yet-approved',
  passes: ({ approvedBy }, situation) => !isMine(approvedBy, situation),
}

/** Who stopped the case lets it go on; an officer can always. */
const asStopped = ({ pausedBy }: LicensingCase, { relations }: Where) =>
  relations.some((one) => one === 'officer' || one === pausedBy)
export const heldByYou: CaseGuard = { name: 'held-by-other', passes: asStopped }
export const disputedByYou: CaseGuard = { name: 'disputed-by-other', passes: asStopped }

export const beingAmended: CaseGuard = { name: 'being-amended', passes: ({ amendedFrom }) => amendedFrom !== undefined }

export const followedUp: CaseGuard = { name: 'followed-up', passes: (state) => indicatorKinds(state).length > 0 }
export const indicatorAwaited: CaseGuard = { name: 'indicator-awaited', passes: hasAwaited }
export const indicatorsDone: CaseGuard = { name: 'indicators-done', passes: (state) => !hasAwaited(state) }
