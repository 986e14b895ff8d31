import { z } from 'zod'
import { changed } from '../common/changes.ts'
import { day, idOf, organisation, reasonBody, text, timestamp } from '../common/values.ts'
import { dealType, reference } from '../common/vocabulary.ts'
import { countedDays } from '../common/working-days.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { actionsOn, endpoint, history, page, pageQuery } from '../endpoint.ts'
import { parties, party, refuser } from '../matching/vocabulary.ts'
import {
  clearance,
  encumbrance,
  indicatorPlan,
  indicatorReport,
  recordal,
  seenEncumbrance,
  seenIndicator,
} from './records.ts'
import { agreementFamily, caseRole, caseStatus, disclosureAct, reworkTarget } from './vocabulary.ts'

const tag = 'cases'
const params = z.object({ id: idOf('case') })
const officers = ['officer', 'admin'] as const

export const caseAction = z
  .enum([
    'draft-nda',
    'sign-nda',
    'start-negotiation',
    'sign',
    'activate',
    'terminate',
    'choose-deal',
    'start-evaluation',
    'end-evaluation',
    'start-clearance',
    'clear',
    'revoke-clearance',
    'request-review',
    'pass-review',
    'approve',
    'rework',
    'withdraw-signature',
    'record',
    'waive-recordal',
    'set-term',
    'amend',
    'withdraw-amendment',
    'hold',
    'resume',
    'dispute',
    'settle-dispute',
    'complete',
    'declare-encumbrance',
    'affirm-encumbrances',
    'settle-encumbrance',
    'plan-indicator',
    'report-indicator',
    'waive-indicator',
  ])
  .meta({ id: 'CaseAction', description: 'Action on a case, a POST of that name' })
export type CaseAction = z.infer<typeof caseAction>

/** Both agreed before the case was opened, so each knows who the other is. */
const side = z.object({
  id: shown('public', z.string().meta({ description: 'Identifier of the profile' })),
  reference: shown('public', reference),
  title: shown('public', z.string().meta({ description: 'In the original language' })),
  organisation: shown('public', organisation),
})
/** Who has to act, and by when. */
const awaited = whole(
  z
    .object({
      who: z.array(caseRole).meta({ description: 'Who has to act' }),
      actions: z.array(caseAction).meta({ description: 'What takes the case on' }),
      since: timestamp,
      dueAt: timestamp.meta({ description: 'By when' }),
      calendar: countedDays.optional(),
      remindedAt: timestamp.optional(),
      escalatedAt: timestamp.optional().meta({ description: 'Since when the officer’s lead is asked' }),
    })
    .meta({ id: 'Awaited', description: 'Who is awaited, and until when' }),
)
const view = z
  .object({
    id: shown('public', idOf('case')),
    version: shown('public', z.int().min(1).meta({ description: 'For `If-Match`' })),
    match: shown('public', idOf('match')),
    status: shown('public', caseStatus),
    need: shown('public', side.meta({ description: 'The need and its seeker' }), { of: 'seeker' }),
    offer: shown('public', side.meta({ description: 'The offer and its provider' }), { of: 'provider' }),
    ndaSignedBy: shown('public', z.array(party).meta({ description: 'Who has signed the NDA so far' })),
    agreementSignedBy: shown('public', z.array(party).meta({ description: 'Who has signed the agreement so far' })),
    openedAt: shown('public', timestamp),
    dealType: shown(
      'public',
      dealType.optional().meta({ description: 'Absent until it is chosen, where need and offer have none in common' }),
    ),
    family: shown('public', agreementFamily.optional()),
    awaited: shown('public', awaited.optional().meta({ description: 'Absent when nobody is awaited' })),
    clearances: shown('public', z.array(clearance).meta({ description: 'What officers have cleared' }).optional()),
    disclosable: shown(
      'public',
      z.array(disclosureAct).optional().meta({
        description: 'What may be disclosed now: the NDA is signed, and the act is cleared or crosses no border',
      }),
    ),
    approvedBy: shown(
      'public',
      z.array(caseRole).optional().meta({ description: 'Who has approved the agreement so far' }),
    ),
    encumbrances: shown(
      'own',
      z
        .array(seenEncumbrance)
        .optional()
        .meta({ description: 'What burdens the offer, for its provider and officers' }),
      { of: 'provider' },
    ),
    encumbrancesSettled: shown(
      'public',
      z
        .boolean()
        .optional()
        .meta({ description: 'The provider has declared all burdens of the offer, and each is settled' }),
    ),
    pausedFrom: shown(
      'public',
      caseStatus.optional().meta({ description: 'Where a case that rests or is disputed goes on' }),
    ),
    recordal: shown('public', recordal.optional()),
    endsOn: shown('public', day.optional().meta({ description: 'Last day of the agreement' })),
    indicators: shown('confidential', z.array(seenIndicator).optional().meta({ description: 'The follow-up' })),
    termination: shown(
      'public',
      z
        .object({
          by: shown('public', refuser),
          reason: shown('own', z.string().optional().meta({ description: 'In the words of the person who ended it' }), {
            writtenBy: 'by',
          }),
        })
        .optional()
        .meta({ description: 'Who ended the case; the reason is for officers and for the side that gave it' }),
    ),
    actions: shown('public', z.array(caseAction).meta({ description: 'What the caller may do now' })),
    changed,
  })
  .meta({ id: 'Case', description: 'The licensing of an offer for a need' })

const action = actionsOn({ tag, actions: caseAction, params, response: view })

const everyone = [...officers, ...parties] as const
const actBody = z.object({ act: disclosureAct, reason: text(1000).meta({ description: 'For officers' }) }).meta({
  id: 'ActAndReason',
  description: 'Which act, and why',
  example: { act: 'negotiation', reason: 'No entry of the catalogue; end user checked.' },
})
const numbered = reasonBody
  .extend({ number: z.int().min(1).max(1000).meta({ description: 'Its number in the case' }) })
  .meta({
    id: 'NumberAndReason',
    description: 'Which one, and why',
    example: { number: 1, reason: 'Consent of 2 February.' },
  })

export const casesApi = {
  list: endpoint({
    method: 'get',
    path: '/v1/cases',
    tag,
    summary: 'List licensing cases, newest first',
    description: 'Officers see all, a party its own.',
    access: 'signedIn',
    query: z.object({
      ...pageQuery,
      status: caseStatus.optional().meta({ description: 'Only those in this status' }),
    }),
    response: page(view),
  }),
  get: endpoint({
    method: 'get',
    path: '/v1/cases/{id}',
    tag,
    summary: 'Read a case',
    access: 'signedIn',
    params,
    response: view,
  }),
  history: endpoint({
    method: 'get',
    path: '/v1/cases/{id}/history',
    tag,
    summary: 'What happened in a case, and who did it',
    description: 'The reason of a termination is for officers and for the side that gave it.',
    access: 'signedIn',
    params,
    response: history,
  }),
  draftNda: endpoint(action('draft-nda', 'Draft the NDA', officers)),
  signNda: endpoint(action('sign-nda', 'Sign the NDA for one’s own side', parties)),
  startNegotiation: endpoint(action('start-negotiation', 'Open the negotiation once both signed the NDA', officers)),
  sign: endpoint(action('sign', 'Sign the agreement for one’s own side', parties)),
  activate: endpoint(action('activate', 'Bring the signed agreement into force', officers)),
  terminate: endpoint({
    ...action('terminate', 'End the case with a reason', [...officers, ...parties]),
    body: reasonBody,
  }),
  chooseDeal: endpoint({
    ...action('choose-deal', 'Choose the deal type and the family of agreement', everyone),
    body: z
      .object({
        dealType,
        family: agreementFamily.optional().meta({ description: 'The usual one of the deal type when absent' }),
      })
      .meta({
        id: 'ChosenDeal',
        description: 'What the case is to lead to',
        example: { dealType: 'nonExclusiveLicence' },
      }),
  }),
  startEvaluation: endpoint(
    action('start-evaluation', 'Let the seeker evaluate under an evaluation licence', officers),
  ),
  endEvaluation: endpoint({
    ...action('end-evaluation', 'End the evaluation with its result', [...officers, 'seeker']),
    body: reasonBody,
  }),
  startClearance: endpoint(action('start-clearance', 'Begin to look at what crosses the border', officers)),
  clear: endpoint({
    ...action('clear', 'Clear an act that discloses across a border', officers),
    description: 'Asks the rules first; what they prohibit nobody can clear.',
    body: actBody,
  }),
  revokeClearance: endpoint({ ...action('revoke-clearance', 'Take a clearance back', officers), body: actBody }),
  requestReview: endpoint(action('request-review', 'Send the terms to the legal review', everyone)),
  passReview: endpoint(action('pass-review', 'Let the terms pass the legal review', officers)),
  approve: endpoint({
    ...action('approve', 'Approve the agreement for one’s own side, or for the office', everyone),
    description: 'The offer’s burdens must be settled. With the third approval the agreement can be signed.',
  }),
  rework: endpoint({
    ...action('rework', 'Return the agreement to an earlier step; approvals and signatures are void', everyone),
    body: reasonBody.extend({ to: reworkTarget }).meta({
      id: 'Rework',
      description: 'Where to, and why',
      example: { to: 'negotiation', reason: 'The royalty has no base.' },
    }),
  }),
  withdrawSignature: endpoint({
    ...action('withdraw-signature', 'Take back one’s own signature before the other side signs', parties),
    body: reasonBody,
  }),
  record: endpoint({ ...action('record', 'Note where the agreement was recorded', officers), body: recordal }),
  waiveRecordal: endpoint({ ...action('waive-recordal', 'Go on without a recordal', officers), body: reasonBody }),
  setTerm: endpoint({
    ...action('set-term', 'Set the last day of the agreement', officers),
    description: 'The agreement expires when that day has ended everywhere.',
    body: z
      .object({ endsOn: day.meta({ description: 'Last day of the agreement' }) })
      .meta({ id: 'Term', description: 'Last day of the agreement', example: { endsOn: '2031-12-31' } }),
  }),
  amend: endpoint({ ...action('amend', 'Ask for a change of the signed agreement', everyone), body: reasonBody }),
  withdrawAmendment: endpoint({
    ...action('withdraw-amendment', 'Leave the agreement as it is', everyone),
    body: reasonBody,
  }),
  hold: endpoint({ ...action('hold', 'Let the case rest', everyone), body: reasonBody }),
  resume: endpoint(action('resume', 'Go on where the case rested', everyone)),
  dispute: endpoint({ ...action('dispute', 'Raise a dispute', parties), body: reasonBody }),
  settleDispute: endpoint({
    ...action('settle-dispute', 'End the dispute; the case goes on where it was', everyone),
    body: reasonBody,
  }),
  complete: endpoint({
    ...action('complete', 'Close the case of an agreement that was carried out, with its result', everyone),
    body: reasonBody,
  }),
  declareEncumbrance: endpoint({
    ...action('declare-encumbrance', 'Declare what burdens the offer', ['provider']),
    body: encumbrance.omit({ number: true }).meta({
      id: 'DeclaredEncumbrance',
      description: 'What burdens the offer',
      example: { kind: 'coOwner', holder: 'Lotus Institute' },
    }),
  }),
  affirmEncumbrances: endpoint(
    action('affirm-encumbrances', 'State that no other burden of the offer is known', ['provider']),
  ),
  settleEncumbrance: endpoint({
    ...action('settle-encumbrance', 'Settle a burden of the offer', [...officers, 'provider']),
    description: 'The provider settles what inventors have; an officer the rest.',
    body: numbered,
  }),
  planIndicator: endpoint({
    ...action('plan-indicator', 'Plan a dated indicator of the follow-up', everyone),
    description: 'Of a joint laboratory, a demonstration park or capacity building.',
    body: indicatorPlan.omit({ number: true }).meta({
      id: 'PlannedIndicator',
      description: 'What will be measured, and when',
      example: { kind: 'yield', name: 'Yield per rai', unit: 'kg', target: 900, dueOn: '2027-06-30' },
    }),
  }),
  reportIndicator: endpoint({
    ...action('report-indicator', 'Report an indicator, also after its day', everyone),
    body: indicatorReport.extend({ number: numbered.shape.number }).meta({
      id: 'ReportedIndicator',
      description: 'What was found',
      example: { number: 1, value: 870, text: 'Two harvests, weighed at the packing house.' },
    }),
  }),
  waiveIndicator: endpoint({ ...action('waive-indicator', 'No longer await an indicator', officers), body: numbered }),
}
