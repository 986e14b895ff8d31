import {
  type Caller,
  type DisclosureStage,
  disclose,
  discloseHistory,
  type OrganisationStatus,
  organisationsApi,
} from '@techbridge/contracts'
import { actorOf, isOfficer } from '@techbridge/http'
import type { Aggregate, HistoryEntry } from '@techbridge/runtime'
import type { Filter } from '@techbridge/store'
import { alive, verifiedUntil } from '../domain/evidence.ts'
import { type DirectoryEntry, isPublic, organisationLife, relationsTo } from '../domain/organisation.ts'

/** How far the caller may read it; `undefined`: for the caller it does not exist. */
const stageFor = (entry: DirectoryEntry, caller: Caller): DisclosureStage | undefined => {
  const relations = relationsTo(entry, actorOf(caller))
  if (relations.includes('officer')) return 'office'
  if (relations.includes('member')) return 'own'
  if (relations.includes('parent')) return 'details'
  return isPublic(entry) ? 'public' : undefined
}

/** The organisation as the caller sees it; `undefined` when the caller may not see it. */
export const viewOf = ({ state, version }: Aggregate<DirectoryEntry>, caller: Caller, at: string) => {
  const stage = stageFor(state, caller)
  if (!stage) return undefined
  const evidence = alive(state.evidence, at)
  const actions = organisationLife.actions(state, { relations: relationsTo(state, actorOf(caller)), at })
  const record = { ...state, version, evidence, verifiedUntil: verifiedUntil(evidence), actions }
  return disclose(organisationsApi.get.response, record, stage)
}

/** Its history, for its people and officers. */
export const historyFor = async (
  { state }: Aggregate<DirectoryEntry>,
  readHistory: () => Promise<HistoryEntry[]>,
  caller: Caller,
): Promise<HistoryEntry[] | undefined> => {
  const stage = stageFor(state, caller)
  if (stage !== 'office' && stage !== 'own') return undefined
  return discloseHistory(await readHistory(), { stage })
}

interface Wanted {
  status?: OrganisationStatus | undefined
  country?: string | undefined
  kind?: string | undefined
  ror?: string | undefined
  domain?: string | undefined
}

const given = (wanted: Record<string, string | undefined>): Filter =>
  Object.fromEntries(Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

/** Officers list all, others the verified ones and their own. */
export const listFilters = (caller: Caller, { domain, ...wanted }: Wanted): Filter | readonly Filter[] => {
  const filter = given({ ...wanted, domains: domain })
  if (isOfficer(caller)) return filter
  const own = { ...filter, organisation: caller.organisation.id }
  return wanted.status === undefined || wanted.status === 'verified' ? [{ ...filter, status: 'verified' }, own] : own
}
