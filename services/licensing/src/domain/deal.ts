import type { AgreementFamily, DealType, IndicatorKind } from '@techbridge/contracts'
import type { LicensingCase } from './case.ts'

/** The families that a deal type can take, the usual one first. Each deal can begin and end with an NDA alone. */
export const familiesOf: Record<DealType, readonly [AgreementFamily, ...AgreementFamily[]]> = {
  exclusiveLicence: ['licence', 'nda'],
  soleLicence: ['licence', 'nda'],
  coExclusiveLicence: ['licence', 'nda'],
  nonExclusiveLicence: ['licence', 'nda'],
  option: ['option', 'nda'],
  evaluationLicence: ['licence', 'mta', 'nda'],
  assignment: ['assignment', 'nda'],
  knowHow: ['licence', 'consulting', 'nda'],
  jointDevelopment: ['jointDevelopment', 'nda'],
  jointLaboratory: ['jointLaboratory', 'nda'],
  demonstrationPark: ['jointDevelopment', 'licence', 'consulting', 'nda'],
  capacityBuilding: ['consulting', 'nda'],
}

/** Which steps the agreements of a family have beside those of all. */
interface Steps {
  /** The seeker may evaluate before the negotiation. */
  evaluation: boolean
  /** Offices keep registers of such agreements, where a right is registered. */
  recordal: boolean
}

const stepsOf: Record<AgreementFamily, Steps> = {
  nda: { evaluation: false, recordal: false },
  mta: { evaluation: false, recordal: false },
  option: { evaluation: true, recordal: false },
  licence: { evaluation: true, recordal: true },
  jointDevelopment: { evaluation: true, recordal: false },
  jointLaboratory: { evaluation: false, recordal: false },
  assignment: { evaluation: true, recordal: true },
  consulting: { evaluation: false, recordal: false },
}

/** Deals that are followed up once they are in force, and what is measured. */
const followUpOf: Partial<Record<DealType, readonly IndicatorKind[]>> = {
  jointLaboratory: ['contribution', 'output', 'governance', 'sharedIp'],
  demonstrationPark: ['season', 'yield', 'performance'],
  capacityBuilding: ['trainees', 'curriculum', 'sessions'],
}

type Deal = Pick<LicensingCase, 'dealType' | 'family'>

/** The deal that need and offer have in common, the first that the need names; none where they have none. */
export const commonDeal = ({ need, offer }: Pick<LicensingCase, 'need' | 'offer'>): Deal => {
  const dealType = need.dealTypes.find((one) => offer.dealTypes.includes(one))
  return dealType ? { dealType, family: familiesOf[dealType][0] } : {}
}

export const hasEvaluation = ({ family, dealType }: Deal) =>
  family !== undefined && dealType !== 'evaluationLicence' && stepsOf[family].evaluation

/** Whether an office has to be told of the agreement: only what protects a registered right is recorded. */
export const needsRecordal = ({ family, offer }: Deal & Pick<LicensingCase, 'offer'>) =>
  family !== undefined && stepsOf[family].recordal && (offer.ipStatus === 'applied' || offer.ipStatus === 'granted')

export const indicatorKinds = ({ dealType }: Deal): readonly IndicatorKind[] => (dealType && followUpOf[dealType]) ?? []
