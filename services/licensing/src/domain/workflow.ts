import type { CaseAction, CaseStatus } from '@techbridge/contracts'
import { type Guard, type Transition, workflow } from '@techbridge/kit/domain'
import type { LicensingCase, Relation } from './licensing-case.ts'

type CaseGuard = Guard<LicensingCase, Relation>

const ndaUnsigned: CaseGuard = {
  name: 'nda-unsigned',
  passes: ({ ndaSignedBy }, { relations }) => !ndaSignedBy.some((party) => relations.includes(party)),
  otherwise: 'your side has signed the NDA; each side signs once.',
}

const ndaComplete: CaseGuard = {
  name: 'nda-complete',
  passes: ({ ndaSignedBy }) => ndaSignedBy.length === 2,
  otherwise: 'both sides must sign the NDA before the negotiation begins.',
}

const agreementUnsigned: CaseGuard = {
  name: 'agreement-unsigned',
  passes: ({ agreementSignedBy }, { relations }) => !agreementSignedBy.some((party) => relations.includes(party)),
  otherwise: 'your side has signed the agreement; each side signs once.',
}

/** What the second signature under the agreement leads to. */
export type WorkflowAction = CaseAction | 'complete-signature'

const terminate = (from: CaseStatus): Transition<CaseStatus, WorkflowAction, Relation, LicensingCase> => ({
  action: 'terminate',
  from,
  to: 'terminated',
  by: ['officer', 'provider', 'seeker'],
})

/** The way of a case from the agreed match to an agreement in force: every action, who may take it, under which guard. */
export const caseWorkflow = workflow<CaseStatus, WorkflowAction, Relation, LicensingCase>([
  { action: 'draft-nda', from: 'opened', to: 'nda', by: ['officer'] },
  terminate('opened'),

  { action: 'sign-nda', from: 'nda', to: 'nda', by: ['provider', 'seeker'], guard: ndaUnsigned },
  { action: 'start-negotiation', from: 'nda', to: 'negotiation', by: ['officer'], guard: ndaComplete },
  terminate('nda'),

  { action: 'sign', from: 'negotiation', to: 'negotiation', by: ['provider', 'seeker'], guard: agreementUnsigned },
  { action: 'complete-signature', from: 'negotiation', to: 'signed', by: [] },
  terminate('negotiation'),

  { action: 'activate', from: 'signed', to: 'active', by: ['officer'] },
  terminate('signed'),

  terminate('active'),
])
