import {
  type Caller,
  caseEvents,
  casesApi,
  disclose,
  discloseHistory,
  partyIn,
  type Viewer,
} from '@techbridge/contracts'
import { actorOf } from '@techbridge/http'
import { type Aggregate, type HistoryEntry, shownHistory } from '@techbridge/runtime'
import type { Filter } from '@techbridge/store'
import { caseLife, type LicensingCase, type Relation, relationsTo } from '../domain/licensing-case.ts'

/** Officers list all cases, a party its own. */
export const listFilter = ({ role, organisation }: Caller): Filter =>
  role === 'provider' || role === 'seeker' ? { [role]: organisation.id } : {}

/** How far the caller may read the case: the parties agreed, so each may know who the other is. `undefined`: it is not the caller's business. */
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

const terminationOf = ({ state, history }: Aggregate<LicensingCase>) =>
  withEnder(
    state,
    history.filter(({ type }) => type === caseEvents.terminated.type),
  ).at(-1)?.data

/** The history of the case as the caller sees it; `undefined` when it is not the caller's business. */
export const historyOf = ({ state, history }: Aggregate<LicensingCase>, caller: Caller): HistoryEntry[] | undefined => {
  const viewer = viewerOf(relationsTo(state, actorOf(caller)))
  return viewer && discloseHistory(withEnder(state, history), viewer)
}

/** The case as the caller sees it; `undefined` when it is not the caller's business. */
export const viewOf = (document: Aggregate<LicensingCase>, caller: Caller, at: string) => {
  const { _id: id, version, state } = document
  const relations = relationsTo(state, actorOf(caller))
  const viewer = viewerOf(relations)
  if (!viewer) return undefined
  const actions = caseLife.actions(state, { relations, at })
  return disclose(
    casesApi.get.response,
    { ...state, id, version, termination: terminationOf(document), actions },
    viewer,
  )
}
