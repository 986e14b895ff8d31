import type { Caller, CaseAction } from '@techbridge/contracts'
import { type Aggregate, actorOf } from '@techbridge/kit'
import type { Filter } from '@techbridge/store'
import { type LicensingCase, relationsTo } from '../domain/licensing-case.ts'
import { caseWorkflow } from '../domain/workflow.ts'

/** Officers list all cases, a party its own. */
export const listFilter = ({ role, organisation }: Caller): Filter =>
  role === 'provider' || role === 'seeker' ? { [role]: organisation.id } : {}

const side = ({ id, reference, title, organisation }: LicensingCase['need'] | LicensingCase['offer']) => ({
  id,
  reference,
  title,
  organisation,
})

/** The case as the caller sees it; `undefined` when it is not the caller's business. */
export const viewOf = ({ _id, version, state }: Aggregate<LicensingCase>, caller: Caller, at: string) => {
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
    actions: caseWorkflow.actions(state, { relations, at }) as CaseAction[],
  }
}
