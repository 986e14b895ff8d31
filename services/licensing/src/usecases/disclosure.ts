import {
  type Caller,
  caseEvents,
  casesApi,
  disclose,
  discloseHistory,
  disclosureAct,
  partyIn,
  type Viewer,
} from '@techbridge/contracts'
import type { Actor } from '@techbridge/domain'
import { actorOf } from '@techbridge/http'
import { type Aggregate, type HistoryEntry, type Summarise, shownHistory } from '@techbridge/runtime'
import type { Filter } from '@techbridge/store'
import { type LicensingCase, type Relation, relationsTo } from '../domain/case.ts'
import { clearanceOf, mayDisclose } from '../domain/clearance.ts'
import { areSettled } from '../domain/encumbrances.ts'
import { caseLife } from '../domain/licensing-case.ts'
import { awaitedOf } from './awaited.ts'

/** Officers list all cases, a party its own. */
export const listFilter = ({ role, organisation }: Caller): Filter =>
  role === 'provider' || role === 'seeker' ? { [role]: organisation.id } : {}

/** How far the caller may read the case: the parties agreed, so each may know who the other is. `undefined`: the caller may not see it. */
const viewerOf = (relations: readonly Relation[]): Viewer | undefined => {
  if (relations.includes('officer')) return { stage: 'office' }
  const side = partyIn(relations)
  return side && { stage: 'confidential', side }
}

/** Cases of earlier versions do not say in their events who ended them. */
const withEnder = (state: LicensingCase, history: readonly HistoryEntry[]) =>
  shownHistory(history).map((entry) => {
    if (entry.type !== caseEvents.terminated.type) return entry
    const data = entry.data as { reason: string }
    return { ...entry, data: { ...data, by: relationsTo(state, entry.by)[0] } }
  })

/** Who ended a case, and why. */
export interface Termination {
  by: Actor
  reason: string
}

export const summariseEnd: Summarise<Termination> = (end, { type, by, data }) =>
  type === caseEvents.terminated.type ? { by, reason: (data as Termination).reason } : end

const terminationOf = ({ state, summary: end }: Aggregate<LicensingCase, Termination>) =>
  end && { reason: end.reason, by: relationsTo(state, end.by)[0] }

/** The history of the case as the caller sees it; `undefined` when the caller may not see it. */
export const historyFor = async (
  { state }: Aggregate<LicensingCase>,
  readHistory: () => Promise<HistoryEntry[]>,
  caller: Caller,
): Promise<HistoryEntry[] | undefined> => {
  const viewer = viewerOf(relationsTo(state, actorOf(caller)))
  return viewer && discloseHistory(withEnder(state, await readHistory()), viewer)
}

/** The case as the caller sees it; `undefined` when the caller may not see it. */
export const viewOf = (document: Aggregate<LicensingCase, Termination>, caller: Caller, at: string) => {
  const { _id: id, version, state } = document
  const relations = relationsTo(state, actorOf(caller))
  const viewer = viewerOf(relations)
  if (!viewer) return undefined
  const actions = caseLife.actions(state, { relations, at })
  return disclose(
    casesApi.get.response,
    {
      ...state,
      id,
      version,
      termination: terminationOf(document),
      awaited: awaitedOf(state),
      clearances: state.clearances.map((one) => ({ ...one, isValid: clearanceOf(state, one.act) === one })),
      disclosable: disclosureAct.options.filter((act) => mayDisclose(state, act)),
      encumbrancesSettled: areSettled(state),
      actions,
    },
    viewer,
  )
}
