import { z } from 'zod'

export const caseStatus = z
  .enum([
    'opened',
    'nda',
    'evaluation',
    'clearance',
    'negotiation',
    'legalReview',
    'approval',
    'signature',
    'signed',
    'recordal',
    'active',
    'amended',
    'onHold',
    'inDispute',
    'completed',
    'expired',
    'terminated',
  ])
  .meta({
    id: 'CaseStatus',
    description:
      'Status of a case. `signed`: both signed, and it is recorded where it has to be; `amended`: an agreement in force is to be changed; `completed`, `expired` and `terminated` are final.',
  })
export type CaseStatus = z.infer<typeof caseStatus>

export const agreementFamily = z
  .enum(['nda', 'mta', 'option', 'licence', 'jointDevelopment', 'jointLaboratory', 'assignment', 'consulting'])
  .meta({
    id: 'AgreementFamily',
    description:
      'Family of agreement: NDA or CDA alone, material transfer (MTA), option, licence, sponsored research or joint development (SRA, JDA), joint laboratory, assignment, consulting. It decides which steps a case has.',
  })
export type AgreementFamily = z.infer<typeof agreementFamily>

/** What discloses something to the other side, and so needs a clearance when it crosses a border. */
export const disclosureAct = z.enum(['annex', 'evaluation', 'messages', 'negotiation', 'signature']).meta({
  id: 'DisclosureAct',
  description:
    'What discloses across a border: the confidential annex, an evaluation, messages with substance, the negotiation, the signature',
})
export type DisclosureAct = z.infer<typeof disclosureAct>

export const clearanceOutcome = z.enum(['clear', 'unknown', 'restricted', 'prohibited']).meta({
  id: 'ClearanceOutcome',
  description: 'What the rules say of an act; `unknown` clears nothing, and `prohibited` nobody can clear',
})

/** Who takes part in a case. */
export const caseRole = z
  .enum(['officer', 'provider', 'seeker'])
  .meta({ id: 'CaseRole', description: 'Who takes part in a case' })
export type CaseRole = z.infer<typeof caseRole>

export const encumbranceKind = z.enum(['coOwner', 'inventor', 'funder', 'priorLicence']).meta({
  id: 'EncumbranceKind',
  description:
    'What burdens an offer: a co-owner who must consent, an inventor, the rights of a funder, a licence granted before',
})
export type EncumbranceKind = z.infer<typeof encumbranceKind>

/** Where an agreement may be returned to. */
export const reworkTarget = z
  .enum(['negotiation', 'legalReview'])
  .meta({ id: 'ReworkTarget', description: 'The status that a case returns to' })
export type ReworkTarget = z.infer<typeof reworkTarget>

export const indicatorKind = z
  .enum([
    'contribution',
    'output',
    'governance',
    'sharedIp',
    'season',
    'yield',
    'performance',
    'trainees',
    'curriculum',
    'sessions',
  ])
  .meta({
    id: 'IndicatorKind',
    description:
      'What is followed up. Of a joint laboratory: contribution, output, governance, sharedIp; of a demonstration park: season, yield, performance; of capacity building: trainees, curriculum, sessions.',
  })
export type IndicatorKind = z.infer<typeof indicatorKind>

/** Planned; reported, in time or late; missed since its day has passed; waived by an officer. */
export const indicatorStatus = z
  .enum(['planned', 'reported', 'missed', 'waived'])
  .meta({ id: 'IndicatorStatus', description: 'How an indicator stands; a missed one can still be reported' })
