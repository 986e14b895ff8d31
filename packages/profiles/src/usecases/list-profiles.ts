import { type Caller, type ProfileStatus, type Role, visibleStatuses } from '@techbridge/contracts'
import { isOfficer } from '@techbridge/http'
import type { Filter } from '@techbridge/store'

/** The profiles in a list for the caller: all for officers, their own for owners, public ones for everyone. */
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
