import type { CaseStatus } from '@techbridge/contracts'
import { type LicensingCase, untouched } from './case.ts'
import { crossesBorder } from './clearance.ts'
import { commonDeal, needsRecordal } from './deal.ts'

/** A case as version 1 kept it: it knew neither deals nor clearances, and signing was part of the negotiation. */
export type CaseOfVersion1 = Pick<
  LicensingCase,
  'id' | 'match' | 'need' | 'offer' | 'ndaSignedBy' | 'agreementSignedBy' | 'openedAt'
> & { status: 'opened' | 'nda' | 'negotiation' | 'signed' | 'active' | 'terminated' }

/** A negotiation across a border goes on once it is cleared; a signature that was given stays given. */
const statusToday = (state: LicensingCase): CaseStatus => {
  if (state.status === 'signed') return needsRecordal(state) ? 'recordal' : 'signed'
  if (state.status !== 'negotiation') return state.status
  if (state.agreementSignedBy.length > 0) return 'signature'
  return crossesBorder(state) ? 'clearance' : 'negotiation'
}

/** A stored case as the life of today knows it. */
export const ofVersion1 = (kept: LicensingCase | CaseOfVersion1): LicensingCase => {
  if ('clearances' in kept) return kept
  const state: LicensingCase = { ...untouched(), ...commonDeal(kept), ...kept }
  return { ...state, status: statusToday(state) }
}
