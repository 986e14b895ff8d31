import { z } from 'zod'
import { day, idOf, text, timestamp } from '../common/values.ts'
import { dealType } from '../common/vocabulary.ts'
import { calendarStanding } from '../common/working-days.ts'
import { shown } from '../disclosure/marks.ts'
import { event } from '../envelope.ts'
import { matchedNeed, matchedOffer, sidesOf } from '../matching/events.ts'
import { party, refuser } from '../matching/vocabulary.ts'
import { clearanceFinding, encumbrance, indicatorPlan, indicatorReport, recordal } from './records.ts'
import { agreementFamily, caseRole, caseStatus, disclosureAct, reworkTarget } from './vocabulary.ts'

/** Every event names the parties of the case, so that each reader knows who may see it. */
const licensingCase = z.object({
  id: shown('public', idOf('case')),
  match: shown('public', idOf('match')),
  need: shown('public', matchedNeed, { of: 'seeker' }),
  offer: shown('public', matchedOffer, { of: 'provider' }),
})
const byParty = licensingCase.extend({ party: shown('public', party) })
const by = shown('public', caseRole)
/** Both sides have to know why. */
const reason = shown('confidential', text(1000).meta({ description: 'Why, in the words of the person who did it' }))
const withReason = licensingCase.extend({ by, reason })
/** What an officer found is not for parties. */
const officersReason = shown('office', text(1000).meta({ description: 'In the words of the officer' }))
const act = shown('public', disclosureAct)
const approvers = z.array(caseRole)
const number = shown('public', z.int().min(1).meta({ description: 'Its number in the case' }))
/** Burdens of an offer are the provider's own. */
const ownReason = shown('own', text(1000).meta({ description: 'How it was settled' }), { of: 'provider' })
/** The version of the terms that somebody stood by. */
const termSheet = shown(
  'public',
  z.int().min(1).optional().meta({ description: 'Version of the term sheet; absent when the case has none' }),
)
const awaiting = {
  awaiting: shown('public', z.array(caseRole).meta({ description: 'Who is awaited' })),
  dueAt: shown('public', timestamp),
  dueAtStanding: shown('public', calendarStanding.optional()),
}

/** Both agreed, so each reads who the other is. */
const ofCase = {
  topic: 'techbridge.cases',
  sidesOf,
  sidesRead: 'confidential',
  history: 'sides',
  audience: 'sides',
} as const

export const caseEvents = {
  opened: event({
    type: 'techbridge.case.opened.v1',
    ...ofCase,
    summary: 'A licensing case was opened for an agreed match',
    data: licensingCase.extend({
      dealType: shown('public', dealType.optional()),
      family: shown('public', agreementFamily.optional()),
    }),
  }),
  ndaDrafted: event({
    type: 'techbridge.case.nda-drafted.v1',
    ...ofCase,
    summary: 'The officer drafted the NDA',
    data: licensingCase,
  }),
  ndaSigned: event({
    type: 'techbridge.case.nda-signed.v1',
    ...ofCase,
    summary: 'A party signed the NDA',
    data: byParty,
  }),
  negotiationStarted: event({
    type: 'techbridge.case.negotiation-started.v1',
    ...ofCase,
    summary: 'Both signed the NDA and the officer opened the negotiation',
    data: licensingCase,
  }),
  agreementSigned: event({
    type: 'techbridge.case.agreement-signed.v1',
    ...ofCase,
    summary: 'A party signed the agreement; with the second signature the case is signed',
    data: byParty.extend({ termSheet }),
  }),
  organisationRenamed: event({
    type: 'techbridge.case.organisation-renamed.v1',
    ...ofCase,
    summary: 'The organisation of a party has another name, kind or country; what was signed before stays as it was',
    data: byParty,
  }),
  activated: event({
    type: 'techbridge.case.activated.v1',
    ...ofCase,
    summary: 'The agreement is in force',
    data: licensingCase,
  }),
  terminated: event({
    type: 'techbridge.case.terminated.v1',
    ...ofCase,
    summary: 'The case ended without an agreement in force, or the agreement was ended',
    data: licensingCase.extend({
      reason: shown('own', text(1000).meta({ description: 'Why, in the words of the person who ended it' }), {
        writtenBy: 'by',
      }),
      by: shown('public', refuser.optional()),
    }),
  }),
  adopted: event({
    type: 'techbridge.case.adopted.v1',
    ...ofCase,
    summary: 'A case of an earlier version goes on in the life of today, in this status',
    data: licensingCase.extend({
      status: shown('public', caseStatus),
      dealType: shown('public', dealType.optional()),
      family: shown('public', agreementFamily.optional()),
    }),
  }),
  dealSelected: event({
    type: 'techbridge.case.deal-selected.v1',
    ...ofCase,
    summary: 'The deal type and the family of agreement were chosen; they decide which steps the case has',
    data: licensingCase.extend({ by, dealType: shown('public', dealType), family: shown('public', agreementFamily) }),
  }),
  evaluationStarted: event({
    type: 'techbridge.case.evaluation-started.v1',
    ...ofCase,
    summary: 'The seeker may evaluate under an evaluation licence',
    data: licensingCase,
  }),
  evaluationEnded: event({
    type: 'techbridge.case.evaluation-ended.v1',
    ...ofCase,
    summary: 'The evaluation is over, with its result',
    data: withReason,
  }),
  clearanceStarted: event({
    type: 'techbridge.case.clearance-started.v1',
    ...ofCase,
    summary: 'What will be disclosed across the border is looked at',
    data: licensingCase,
  }),
  actCleared: event({
    type: 'techbridge.case.act-cleared.v1',
    ...ofCase,
    summary: 'An officer cleared an act that discloses across a border',
    data: licensingCase.extend({ act, reason: officersReason, finding: shown('office', clearanceFinding) }),
  }),
  clearanceRevoked: event({
    type: 'techbridge.case.clearance-revoked.v1',
    ...ofCase,
    summary: 'An officer took a clearance back; where the act was under way, the case returns to the clearance',
    data: licensingCase.extend({
      act,
      reason: officersReason,
      approvedBy: shown('public', approvers.meta({ description: 'Whose approval is void' })),
      signedBy: shown('public', z.array(party).meta({ description: 'Whose signature is void' })),
    }),
  }),
  reviewRequested: event({
    type: 'techbridge.case.review-requested.v1',
    ...ofCase,
    summary: 'The terms go to the legal review',
    data: licensingCase.extend({ by }),
  }),
  reviewPassed: event({
    type: 'techbridge.case.review-passed.v1',
    ...ofCase,
    summary: 'The legal review has passed; approvals are asked for',
    data: licensingCase,
  }),
  approved: event({
    type: 'techbridge.case.approved.v1',
    ...ofCase,
    summary: 'A side or the office approved the agreement; with the last approval it can be signed',
    data: licensingCase.extend({ by, termSheet }),
  }),
  returned: event({
    type: 'techbridge.case.returned.v1',
    ...ofCase,
    summary: 'The agreement was returned to an earlier step; approvals and signatures are void',
    data: withReason.extend({
      to: shown('public', reworkTarget),
      approvedBy: shown('public', approvers.meta({ description: 'Whose approval is void' })),
      signedBy: shown('public', z.array(party).meta({ description: 'Whose signature is void' })),
    }),
  }),
  approvalsVoided: event({
    type: 'techbridge.case.approvals-voided.v1',
    ...ofCase,
    summary: 'The term sheet changed, so approvals and signatures are void',
    data: licensingCase.extend({
      termSheet: shown('public', z.int().min(1).meta({ description: 'Version of the term sheet' })),
      approvedBy: shown('public', approvers.meta({ description: 'Whose approval is void' })),
      signedBy: shown('public', z.array(party).meta({ description: 'Whose signature is void' })),
    }),
  }),
  signatureWithdrawn: event({
    type: 'techbridge.case.signature-withdrawn.v1',
    ...ofCase,
    summary: 'A party took its signature back before the other signed',
    data: byParty.extend({ reason }),
  }),
  recorded: event({
    type: 'techbridge.case.recorded.v1',
    ...ofCase,
    summary: 'The agreement was recorded or registered',
    data: licensingCase.extend({ recordal: shown('public', recordal) }),
  }),
  recordalWaived: event({
    type: 'techbridge.case.recordal-waived.v1',
    ...ofCase,
    summary: 'An officer found that no recordal is needed',
    data: withReason,
  }),
  termFixed: event({
    type: 'techbridge.case.term-fixed.v1',
    ...ofCase,
    summary: 'The last day of the agreement was set',
    data: licensingCase.extend({ endsOn: shown('public', day.meta({ description: 'Last day of the agreement' })) }),
  }),
  amendmentRequested: event({
    type: 'techbridge.case.amendment-requested.v1',
    ...ofCase,
    summary: 'The agreement is to be changed; it stays in force meanwhile',
    data: withReason,
  }),
  amendmentWithdrawn: event({
    type: 'techbridge.case.amendment-withdrawn.v1',
    ...ofCase,
    summary: 'The agreement stays as it is',
    data: withReason,
  }),
  paused: event({
    type: 'techbridge.case.paused.v1',
    ...ofCase,
    summary: 'The case rests',
    data: withReason,
  }),
  resumed: event({
    type: 'techbridge.case.resumed.v1',
    ...ofCase,
    summary: 'The case goes on where it rested',
    data: licensingCase.extend({ by, status: shown('public', caseStatus) }),
  }),
  disputeRaised: event({
    type: 'techbridge.case.dispute-raised.v1',
    ...ofCase,
    summary: 'A party disputes',
    data: withReason,
  }),
  disputeSettled: event({
    type: 'techbridge.case.dispute-settled.v1',
    ...ofCase,
    summary: 'The dispute is over; the case goes on where it was',
    data: withReason.extend({ status: shown('public', caseStatus) }),
  }),
  completed: event({
    type: 'techbridge.case.completed.v1',
    ...ofCase,
    summary: 'The agreement was carried out, with its result',
    data: withReason,
  }),
  expired: event({
    type: 'techbridge.case.expired.v1',
    ...ofCase,
    summary: 'The last day of the agreement has passed',
    data: licensingCase,
  }),
  encumbranceDeclared: event({
    type: 'techbridge.case.encumbrance-declared.v1',
    ...ofCase,
    summary: 'The provider declared what burdens the offer; approvals are void',
    data: licensingCase.extend({
      encumbrance: shown('own', encumbrance.meta({ description: 'What somebody else has in the technology' }), {
        of: 'provider',
      }),
      approvedBy: shown('public', approvers.meta({ description: 'Whose approval is void' })),
      signedBy: shown('public', z.array(party).meta({ description: 'Whose signature is void' })),
    }),
  }),
  encumbrancesAffirmed: event({
    type: 'techbridge.case.encumbrances-affirmed.v1',
    ...ofCase,
    summary: 'The provider states that no other burden of the offer is known',
    data: licensingCase,
  }),
  encumbranceSettled: event({
    type: 'techbridge.case.encumbrance-settled.v1',
    ...ofCase,
    summary: 'A burden of the offer was settled',
    data: licensingCase.extend({ number, by, reason: ownReason }),
  }),
  indicatorPlanned: event({
    type: 'techbridge.case.indicator-planned.v1',
    ...ofCase,
    summary: 'An indicator of the follow-up was planned',
    data: licensingCase.extend({
      by,
      indicator: shown('confidential', indicatorPlan.meta({ description: 'What is to be reached, by when' })),
    }),
  }),
  indicatorReported: event({
    type: 'techbridge.case.indicator-reported.v1',
    ...ofCase,
    summary: 'An indicator was reported',
    data: licensingCase.extend({
      by,
      number,
      report: shown('confidential', indicatorReport.meta({ description: 'What was reached' })),
    }),
  }),
  indicatorMissed: event({
    type: 'techbridge.case.indicator-missed.v1',
    ...ofCase,
    summary: 'The day of an indicator has passed without a report',
    data: licensingCase.extend({ number }),
  }),
  indicatorEscalated: event({
    type: 'techbridge.case.indicator-escalated.v1',
    ...ofCase,
    summary: 'A missed indicator was not reported afterwards either; the officer’s lead is asked',
    data: licensingCase.extend({ number }),
  }),
  indicatorWaived: event({
    type: 'techbridge.case.indicator-waived.v1',
    ...ofCase,
    summary: 'An officer no longer awaits an indicator',
    data: withReason.extend({ number }),
  }),
  reminded: event({
    type: 'techbridge.case.reminded.v1',
    ...ofCase,
    summary: 'Half of the time of a step is over',
    data: licensingCase.extend(awaiting),
  }),
  escalated: event({
    type: 'techbridge.case.escalated.v1',
    ...ofCase,
    summary: 'The time of a step is over; the officer’s lead is asked',
    data: licensingCase.extend(awaiting),
  }),
}
