import { z } from 'zod'

export const caseStatus = z
  .enum(['opened', 'nda', 'negotiation', 'signed', 'active', 'terminated'])
  .meta({ id: 'CaseStatus', description: 'Status of a case' })
export type CaseStatus = z.infer<typeof caseStatus>
