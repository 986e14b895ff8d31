import { z } from 'zod'

export const caseStatus = z
  .enum(['opened', 'nda', 'negotiation', 'signed', 'active', 'terminated'])
  .meta({ id: 'CaseStatus', description: 'Where a case stands' })
export type CaseStatus = z.infer<typeof caseStatus>

export const caseAction = z
  .enum(['draft-nda', 'sign-nda', 'start-negotiation', 'sign', 'activate', 'terminate'])
  .meta({ id: 'CaseAction', description: 'Action on a case, a POST of that name' })
export type CaseAction = z.infer<typeof caseAction>
