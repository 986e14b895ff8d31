import { type CaseStatus, caseEvents, type Party, parties, type ReworkTarget } from '@techbridge/contracts'
import { committed, type LicensingCase, runningStatuses, sides, uncommitted } from './case.ts'
import { needsRecordal } from './deal.ts'
import { maySettle, openEncumbrance } from './encumbrances.ts'
import * as guard from './guards.ts'
import { type Asked, asCleared, life, ofParty, saysBy, saysWhy, type Where } from './rows.ts'

const everyone = ['officer', ...parties] as const

/** The steps that rework leads back to, earliest first, and those that it leads back from. */
const reworkable: readonly CaseStatus[] = ['negotiation', 'legalReview', 'approval', 'signature']
const isBack = (status: CaseStatus, to: ReworkTarget) => reworkable.indexOf(to) < reworkable.indexOf(status)

interface Rework {
  to: ReworkTarget
  reason: string
}

interface Declared extends Pick<LicensingCase['encumbrances'][number], 'kind' | 'holder' | 'note'> {}

const declaration = {
  action: 'declare-encumbrance',
  by: ['provider'],
  event: caseEvents.encumbranceDeclared,
  says: (state: LicensingCase, { kind, holder, note }: Declared) => ({
    ...sides(state),
    encumbrance: { number: state.encumbrances.length + 1, kind, holder, ...(note !== undefined && { note }) },
    ...committed(state),
  }),
} as const
const declared = (
  { encumbrances }: LicensingCase,
  { encumbrance }: { encumbrance: LicensingCase['encumbrances'][number] },
) => ({
  encumbrances: [...encumbrances, encumbrance],
  encumbrancesAffirmed: false,
})

const everSigned = ['recordal', 'signed', 'active', 'amended']
/** After the signature a burden voids nothing: what is signed stays signed. */
const beforeSignature = runningStatuses.filter((one) => one !== 'signature' && !everSigned.includes(one))

const afterSignature = (state: LicensingCase): CaseStatus =>
  state.agreementSignedBy.length < parties.length ? 'signature' : needsRecordal(state) ? 'recordal' : 'signed'

/** The terms as they stand when somebody approves or signs; absent where none were proposed. */
export interface OfTerms {
  terms?: { version: number; settled: boolean } | undefined
}

const asSettled = (_: LicensingCase, { terms }: OfTerms) =>
  terms && !terms.settled ? { name: 'terms-settled' as const } : undefined

const ofTerms = ({ terms }: OfTerms) => (terms ? { termSheet: terms.version } : {})

interface Changed {
  termSheet: number
}

const voiding = {
  action: 'void-approvals',
  event: caseEvents.approvalsVoided,
  says: (state: LicensingCase, { termSheet }: Changed) => ({ ...sides(state), termSheet, ...committed(state) }),
} as const

/** From the negotiation to the signatures of both, and what burdens the offer. */
export const rowsAgreeing = [
  life.step({
    action: 'request-review',
    from: 'negotiation',
    to: 'legalReview',
    by: everyone,
    guards: [guard.negotiationCleared],
    event: caseEvents.reviewRequested,
    says: saysBy,
  }),
  life.step({
    action: 'pass-review',
    from: 'legalReview',
    to: 'approval',
    by: ['officer'],
    guards: [guard.negotiationCleared],
    event: caseEvents.reviewPassed,
    says: sides,
  }),
  life.step({
    action: 'approve',
    from: 'approval',
    to: {
      among: ['approval', 'signature'],
      which: ({ approvedBy }) => (approvedBy.length === everyone.length ? 'signature' : 'approval'),
    },
    by: everyone,
    // Mandates by amount, and the ledger of exclusive grants, are guards of this row once there is a directory and money.
    guards: [guard.notYetApproved, guard.negotiationCleared, guard.encumbrancesSettled],
    event: caseEvents.approved,
    checks: asSettled,
    says: (state, given: OfTerms, situation: Where) => {
      const said = saysBy(state, given, situation)
      return said && { ...said, ...ofTerms(given) }
    },
    changes: ({ approvedBy }, { by }) => ({ approvedBy: [...approvedBy, by] }),
  }),
  life.step({
    action: 'rework',
    from: ['legalReview', 'approval', 'signature'],
    to: {
      among: (before) => (before === 'legalReview' ? ['negotiation'] : ['negotiation', 'legalReview']),
      which: ({ returnedTo = 'negotiation' }) => returnedTo,
    },
    by: everyone,
    event: caseEvents.returned,
    checks: ({ status }, { to }: Rework) => (isBack(status, to) ? undefined : { name: 'rework-back' }),
    says: (state, given: Rework, situation: Where) => {
      const why = saysWhy(state, given, situation)
      return why && { ...why, to: given.to, ...committed(state) }
    },
    changes: (_, { to }) => ({ ...uncommitted(), returnedTo: to }),
  }),
  life.reaction({
    ...voiding,
    from: ['legalReview', 'approval', 'signature'],
    to: 'negotiation',
    changes: () => uncommitted(),
  }),
  life.reaction({
    ...voiding,
    from: ['onHold', 'inDispute'],
    says: (state, given: Changed) =>
      state.pausedFrom !== undefined && state.pausedFrom !== 'negotiation' && reworkable.includes(state.pausedFrom)
        ? voiding.says(state, given)
        : undefined,
    changes: () => ({ ...uncommitted(), pausedFrom: 'negotiation' }),
  }),
  life.step({
    action: 'sign',
    from: 'signature',
    to: { among: ['signature', 'recordal', 'signed'], which: afterSignature },
    by: parties,
    guards: [guard.agreementUnsigned, guard.negotiationCleared, guard.signatureCleared],
    event: caseEvents.agreementSigned,
    checks: (state, given: Asked & OfTerms, situation) =>
      asCleared('signature')(state, given, situation) ?? asSettled(state, given),
    says: (state, given, situation: Where) => {
      const said = ofParty(state, given, situation)
      return said && { ...said, ...ofTerms(given) }
    },
    changes: ({ agreementSignedBy }, { party }) => ({ agreementSignedBy: [...agreementSignedBy, party] }),
  }),
  life.step({
    action: 'withdraw-signature',
    from: 'signature',
    by: parties,
    guards: [guard.agreementSigned],
    event: caseEvents.signatureWithdrawn,
    says: (state, given: { reason: string }, situation: Where) => {
      const ours = ofParty(state, given, situation)
      return ours && { ...ours, reason: given.reason }
    },
    changes: ({ agreementSignedBy }, { party }: { party: Party }) => ({
      agreementSignedBy: agreementSignedBy.filter((one) => one !== party),
    }),
  }),
  life.step({
    ...declaration,
    from: beforeSignature,
    changes: (state, data) => ({ ...declared(state, data), approvedBy: [] }),
  }),
  life.step({
    ...declaration,
    from: 'signature',
    to: 'approval',
    changes: (state, data) => ({ ...declared(state, data), ...uncommitted() }),
  }),
  life.step({
    action: 'affirm-encumbrances',
    from: beforeSignature,
    by: ['provider'],
    guards: [guard.notYetAffirmed],
    event: caseEvents.encumbrancesAffirmed,
    says: sides,
    changes: () => ({ encumbrancesAffirmed: true }),
  }),
  life.step({
    action: 'settle-encumbrance',
    from: beforeSignature,
    by: ['officer', 'provider'],
    guards: [guard.encumbranceOpen],
    event: caseEvents.encumbranceSettled,
    checks: (state, { number }: { number: number; reason: string }, { relations }) => {
      const open = openEncumbrance(state, number)
      return open && maySettle(open, relations) ? undefined : { name: 'encumbrance-yours' }
    },
    says: (state, { number, reason }, { relations: [by] }) => by && { ...sides(state), number, by, reason },
    changes: ({ encumbrances }, { number, by, reason }, at) => ({
      encumbrances: encumbrances.map((one) =>
        one.number === number ? { ...one, settlement: { by, at, reason } } : one,
      ),
    }),
  }),
] as const
