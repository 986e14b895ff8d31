import { z } from 'zod'

export const organisationStatus = z.enum(['claimed', 'verified', 'suspended', 'merged']).meta({
  id: 'OrganisationStatus',
  description:
    'Status of an organisation: registered by its people, verified by evidence, suspended by an officer, or found to be another one',
})
export type OrganisationStatus = z.infer<typeof organisationStatus>

/** What a person may do with an organisation. `edit` is the PUT; the others are POSTs of that name. */
export const organisationAction = z
  .enum([
    'edit',
    'name-parent',
    'leave-parent',
    'confirm-parent',
    'submit-document',
    'refuse-document',
    'verify-by-document',
    'verify-by-domain',
    'verify-by-parent',
    'release-domain',
    'suspend',
    'reinstate',
    'merge',
  ])
  .meta({ id: 'OrganisationAction', description: 'Action on an organisation: `edit` is the PUT, others a POST' })
export type OrganisationAction = z.infer<typeof organisationAction>

export const evidenceMethod = z.enum(['domain', 'document', 'parent']).meta({
  id: 'EvidenceMethod',
  description:
    'How an organisation was verified: by a record in its domain, by a document that an officer read, or by the verified organisation above it',
})

/** Why a verification ended: its time is over, what it stands on has gone, or what was verified has changed. */
export const verificationEnd = z
  .enum(['expired', 'evidenceLost', 'edited'])
  .meta({ id: 'VerificationEnd', description: 'Why an organisation is no longer verified' })
export type VerificationEnd = z.infer<typeof verificationEnd>

/** Evidence counts for a year. The organisation is reminded that many days before. */
export const evidenceYears = 1
export const evidenceReminderDays = 30
