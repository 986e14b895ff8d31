import { finalStatuses, type LicensingCase } from './case.ts'
import { mayDisclose } from './clearance.ts'
import type { CaseDocument, DocumentRelation } from './document-life.ts'

/** Whether annexes of a case are open to the other side now: the one place where that is asked. */
const annexesOpen = (licensingCase: LicensingCase): boolean => mayDisclose(licensingCase, 'annex')

/** Whether documents of a case still change. */
export const isGoingOn = ({ status }: Pick<LicensingCase, 'status'>): boolean =>
  !finalStatuses.some((final) => final === status)

export type Access = 'open' | 'closed' | 'listed' | 'unseen'

/**
 * How far somebody gets with a document. `closed`: a recipient who must wait. `listed`: an officer who is no recipient knows that it is
 * there. `unseen`: it does not exist for others.
 */
export const accessTo = (
  { stage }: Pick<CaseDocument, 'stage'>,
  licensingCase: LicensingCase,
  relations: readonly DocumentRelation[],
): Access => {
  if (relations.includes('owner')) return 'open'
  if (relations.includes('recipient'))
    return stage !== 'annex' || relations.includes('officer') || annexesOpen(licensingCase) ? 'open' : 'closed'
  return relations.includes('officer') ? 'listed' : 'unseen'
}
