import { caseEvents, isSameOrganisation, type Party } from '@techbridge/contracts'
import { DomainError } from '@techbridge/kit/domain'
import { type CaseCommand, type CaseEvent, type LicensingCase, relationsTo } from './licensing-case.ts'
import { caseWorkflow } from './workflow.ts'

/** The rules of a case: what a command makes happen. Opening one that is open already makes nothing happen. */
export const decide = (licensingCase: LicensingCase | undefined, command: CaseCommand): CaseEvent[] => {
  if (command.type === 'open') {
    const { id, match, need, offer } = command
    return licensingCase ? [] : [{ type: caseEvents.opened.type, data: { id, match, need, offer } }]
  }
  if (command.type === 'rename') return licensingCase ? rename(licensingCase, command) : []
  if (!licensingCase) throw new DomainError('notFound', 'not-found', 'There is no such case.')

  const relations = relationsTo(licensingCase, command.by)
  caseWorkflow.next(licensingCase, command.type, { relations, at: command.at })
  const { id, match, need, offer } = licensingCase
  const data = { id, match, need, offer }
  const party = relations[0] as Party
  switch (command.type) {
    case 'draft-nda':
      return [{ type: caseEvents.ndaDrafted.type, data }]
    case 'sign-nda':
      return [{ type: caseEvents.ndaSigned.type, data: { ...data, party } }]
    case 'start-negotiation':
      return [{ type: caseEvents.negotiationStarted.type, data }]
    case 'sign':
      return [{ type: caseEvents.agreementSigned.type, data: { ...data, party } }]
    case 'activate':
      return [{ type: caseEvents.activated.type, data }]
    case 'terminate':
      return [{ type: caseEvents.terminated.type, data: { ...data, reason: command.reason, by: relations[0] } }]
  }
}

/** What was signed and said before keeps the name that it was signed and said with. */
const rename = (
  licensingCase: LicensingCase,
  { party, ...named }: Extract<CaseCommand, { type: 'rename' }>,
): CaseEvent[] => {
  const { id, match, need, offer } = licensingCase
  const kind = party === 'provider' ? 'offer' : 'need'
  const { organisation } = named[kind]
  if (isSameOrganisation(licensingCase[kind].organisation, organisation)) return []
  const data = { id, match, need, offer, [kind]: { ...licensingCase[kind], organisation }, party }
  return [{ type: caseEvents.organisationRenamed.type, data }]
}
