import { type Caller, caseEvents } from '@techbridge/contracts'
import { actorOf } from '@techbridge/http'
import { type Aggregate, type HistoryEntry, shownHistory } from '@techbridge/runtime'
import type { Filter } from '@techbridge/store'
import { caseLife, type LicensingCase, type Relation, relationsTo } from '../domain/licensing-case.ts'

/** Officers list all cases, a party its own. */
export const listFilter = ({ role, organisation }: Caller): Filter =>
  role === 'provider' || role === 'seeker' ? { [role]: organisation.id } : {}

const side = ({ id, reference, title, organisation }: LicensingCase['need'] | LicensingCase['offer']) => ({
  id,
  reference,
  title,
  organisation,
})

/** Who ended the case, and why: the reason is for officers and for the side that gave it. */
const terminationOf = ({ state, history }: Aggregate<LicensingCase>, relations: readonly Relation[]) => {
  const entry = history.findLast(({ type }) => type === caseEvents.terminated.type)
  if (!entry) return undefined
  const [by] = relationsTo(state, entry.by)
  const { reason } = shownHistory([entry])[0]!.data as { reason: string }
  return by && { by, ...((relations.includes('officer') || relations.includes(by)) && { reason }) }
}

/** The history of the case as the caller sees it. */
export const historyOf = (document: Aggregate<LicensingCase>, caller: Caller): HistoryEntry[] => {
  const termination = terminationOf(document, relationsTo(document.state, actorOf(caller)))
  return shownHistory(document.history).map((entry) => {
    if (entry.type !== caseEvents.terminated.type) return entry
    const { reason: _, ...data } = entry.data as { reason: string }
    return { ...entry, data: { ...data, ...termination } }
  })
}

/** The case as the caller sees it; `undefined` when it is not the caller's business. */
export const viewOf = (document: Aggregate<LicensingCase>, caller: Caller, at: string) => {
  const { _id, version, state } = document
  const relations = relationsTo(state, actorOf(caller))
  if (relations.length === 0) return undefined
  return {
    id: _id,
    version,
    match: state.match,
    status: state.status,
    need: side(state.need),
    offer: side(state.offer),
    ndaSignedBy: state.ndaSignedBy,
    agreementSignedBy: state.agreementSignedBy,
    openedAt: state.openedAt,
    termination: terminationOf(document, relations),
    actions: caseLife.actions(state, { relations, at }),
  }
}
