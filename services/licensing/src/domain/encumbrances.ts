import type { CaseRole, Encumbrance, EncumbranceKind } from '@techbridge/contracts'
import type { LicensingCase } from './case.ts'

/** Who says that a burden is settled: of inventors the provider, who employs them; otherwise an officer, who has seen the consent. */
const settledBy: Record<EncumbranceKind, readonly CaseRole[]> = {
  coOwner: ['officer'],
  inventor: ['provider', 'officer'],
  funder: ['officer'],
  priorLicence: ['officer'],
}

const isOpen = ({ settlement }: Encumbrance) => settlement === undefined

export const openEncumbrance = ({ encumbrances }: LicensingCase, number: number) =>
  encumbrances.find((one) => one.number === number && isOpen(one))

export const maySettle = ({ kind }: Encumbrance, relations: readonly CaseRole[]) =>
  settledBy[kind].some((one) => relations.includes(one))

/** Whether there is something to settle for these. */
export const hasToSettle = ({ encumbrances }: LicensingCase, relations: readonly CaseRole[]) =>
  encumbrances.some((one) => isOpen(one) && maySettle(one, relations))

/** The provider has declared all burdens, and each is settled. */
export const areSettled = ({ encumbrances, encumbrancesAffirmed }: LicensingCase) =>
  encumbrancesAffirmed && !encumbrances.some(isOpen)
