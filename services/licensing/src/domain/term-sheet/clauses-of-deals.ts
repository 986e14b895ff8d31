import type { ClauseName, DealType, Exclusivity } from '@techbridge/contracts'

interface DealRow {
  needs: readonly ClauseName[]
  mayHave: readonly ClauseName[]
  /** The grants that it may consist of; of the first it needs at least one. Any when absent. */
  grants?: readonly Exclusivity[]
}

const always = ['deal', 'subject', 'term', 'law', 'termination'] as const
const often = ['upfront', 'milestones', 'improvements', 'reports', 'indemnity'] as const
const ofLicences = ['royalty', 'equity', 'patentCosts', 'diligence'] as const

const licence = (grants: readonly Exclusivity[], more: readonly ClauseName[] = []): DealRow => ({
  needs: [...always, 'grant', 'reports', 'indemnity', ...more],
  mayHave: [...often, ...ofLicences],
  grants,
})

/** Which clauses a deal needs and which it may have. Beside its own kind, a licence may grant less in other fields or territories. */
export const deals: Record<DealType, DealRow> = {
  exclusiveLicence: licence(['exclusive', 'sole', 'coExclusive', 'nonExclusive'], ['diligence']),
  soleLicence: licence(['sole', 'coExclusive', 'nonExclusive'], ['diligence']),
  coExclusiveLicence: licence(['coExclusive', 'nonExclusive'], ['diligence']),
  nonExclusiveLicence: licence(['nonExclusive']),
  option: { needs: [...always, 'option'], mayHave: [...often, ...ofLicences, 'grant'] },
  evaluationLicence: { needs: [...always, 'grant', 'reports'], mayHave: often, grants: ['nonExclusive'] },
  assignment: {
    needs: [...always, 'grant', 'indemnity'],
    mayHave: [...often, ...ofLicences],
    grants: ['exclusive'],
  },
  knowHow: { needs: [...always, 'grant'], mayHave: [...often, ...ofLicences] },
  jointDevelopment: {
    needs: [...always, 'milestones', 'contributions', 'sharedIp'],
    mayHave: [...often, ...ofLicences, 'grant', 'partners', 'governance'],
  },
  jointLaboratory: {
    needs: [...always, 'partners', 'sites', 'contributions', 'governance', 'sharedIp'],
    mayHave: [...often, 'grant', 'indicators', 'equity'],
  },
  demonstrationPark: {
    needs: [...always, 'site', 'phases', 'indicators'],
    mayHave: [...often, 'grant', 'partners', 'contributions', 'governance'],
  },
  capacityBuilding: {
    needs: [...always, 'trainees', 'curriculum', 'sessions'],
    mayHave: [...often, 'grant', 'partners', 'contributions', 'indicators'],
  },
}
