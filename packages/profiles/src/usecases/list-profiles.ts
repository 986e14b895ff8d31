import { type Caller, type ProfileStatus, type Role, visibleStatuses } from '@techbridge/contracts'
import { isOfficer } from '@techbridge/http'
import type { Filter } from '@techbridge/store'

/** Which profiles a list holds for the caller: officers all, owners their own, everyone what is public. */
export const listFilters = (
  caller: Caller | undefined,
  ownerRole: Role,
  { status, mine }: { status?: ProfileStatus; mine?: boolean },
): Filter[] => {
  const wanted: Filter = status ? { status } : {}
  const own: Filter[] = caller?.role === ownerRole ? [{ ...wanted, organisation: caller.organisation.id }] : []
  if (caller && isOfficer(caller)) {
    return [mine ? { ...wanted, organisation: caller.organisation.id } : wanted]
  }
  if (mine) return own
  const isPublic = status === undefined || status === 'published'
  return [...own, ...(isPublic ? [{ status: visibleStatuses }] : [])]
}
