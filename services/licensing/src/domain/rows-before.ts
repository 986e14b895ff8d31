import {
  type AgreementFamily,
  type ClearanceFinding,
  caseEvents,
  type DealType,
  type DisclosureAct,
  parties,
} from '@techbridge/contracts'
import { committed, type LicensingCase, liveStatuses, type Sides, sides, uncommitted, untouched } from './case.ts'
import { clearanceOf, isStepCleared, subjectOf } from './clearance.ts'
import { commonDeal, familiesOf } from './deal.ts'
import * as guard from './guards.ts'
import { type Asked, asCleared, life, ofParty, saysWhy } from './rows.ts'

interface Deal {
  dealType: DealType
  family?: AgreementFamily
}

/** A case that has gone beyond the NDA does not fall back to it. */
const isFitting = ({ status }: LicensingCase, { dealType, family }: Deal) =>
  family === undefined ||
  (familiesOf[dealType].includes(family) && (family !== 'nda' || status === 'opened' || status === 'nda'))

interface Clearing {
  act: DisclosureAct
  reason: string
  finding: ClearanceFinding
}

const others = ({ clearances }: LicensingCase, act: DisclosureAct) => clearances.filter((one) => one.act !== act)

/** What taking back a clearance leaves: where its act is under way, nobody is committed any more. */
const without = (state: LicensingCase, act: DisclosureAct): Partial<LicensingCase> => {
  const left = { clearances: others(state, act) }
  return isStepCleared({ ...state, ...left }) ? left : { ...left, ...uncommitted() }
}

const revocation = {
  action: 'revoke-clearance',
  by: ['officer'],
  guards: [guard.hasClearance],
  event: caseEvents.clearanceRevoked,
  checks: (state: LicensingCase, { act }: { act: DisclosureAct }) =>
    clearanceOf(state, act) ? undefined : { name: 'act-cleared' as const },
  says: (state: LicensingCase, { act, reason }: { act: DisclosureAct; reason: string }) => {
    const after = { ...state, ...without(state, act) }
    const isVoid =
      after.approvedBy.length < state.approvedBy.length ||
      after.agreementSignedBy.length < state.agreementSignedBy.length
    return { ...sides(state), act, reason, ...(isVoid ? committed(state) : { approvedBy: [], signedBy: [] }) }
  },
  changes: (state: LicensingCase, { act }: { act: DisclosureAct }) => without(state, act),
} as const

/** The statuses that mean that something is disclosed. */
const disclosing = ['evaluation', 'negotiation', 'legalReview', 'approval', 'signature'] as const
const atRest = liveStatuses.filter((one) => !disclosing.some((other) => other === one))

/** From the agreed match to the negotiation. */
export const rowsBefore = [
  life.begins({
    action: 'open',
    to: 'opened',
    event: caseEvents.opened,
    says: (given: Sides) => ({ ...sides(given), ...commonDeal(given) }),
    makes: ({ dealType, family, ...data }, at, status) => ({
      ...untouched(),
      ...data,
      ...(dealType && family ? { dealType, family } : commonDeal(data)),
      status,
      openedAt: at,
    }),
  }),
  life.step({
    action: 'choose-deal',
    from: ['opened', 'nda', 'evaluation', 'clearance', 'negotiation'],
    by: ['officer', ...parties],
    event: caseEvents.dealSelected,
    checks: (state, given: Deal) => (isFitting(state, given) ? undefined : { name: 'family-fits' }),
    says: (state, { dealType, family = familiesOf[dealType][0] }, { relations: [by] }) =>
      by && { ...sides(state), by, dealType, family },
    changes: (_, { dealType, family }) => ({ dealType, family }),
  }),
  life.step({
    action: 'draft-nda',
    from: 'opened',
    to: 'nda',
    by: ['officer'],
    event: caseEvents.ndaDrafted,
    says: sides,
  }),
  life.step({
    action: 'sign-nda',
    from: 'nda',
    by: parties,
    guards: [guard.ndaUnsigned],
    event: caseEvents.ndaSigned,
    says: ofParty,
    changes: ({ ndaSignedBy }, { party }) => ({ ndaSignedBy: [...ndaSignedBy, party] }),
  }),
  life.step({
    action: 'start-evaluation',
    from: ['nda', 'clearance'],
    to: 'evaluation',
    by: ['officer'],
    guards: [guard.ndaComplete, guard.dealChosen, guard.evaluable, guard.evaluationCleared],
    event: caseEvents.evaluationStarted,
    checks: asCleared('evaluation'),
    says: (state, _: Asked) => sides(state),
  }),
  life.step({
    action: 'end-evaluation',
    from: 'evaluation',
    to: 'clearance',
    by: ['officer', 'seeker'],
    event: caseEvents.evaluationEnded,
    says: saysWhy,
  }),
  life.step({
    action: 'start-clearance',
    from: ['nda', 'amended'],
    to: 'clearance',
    by: ['officer'],
    guards: [guard.ndaComplete, guard.dealChosen, guard.beyondNda],
    event: caseEvents.clearanceStarted,
    says: sides,
  }),
  life.step({
    action: 'clear',
    from: liveStatuses,
    by: ['officer'],
    guards: [guard.acrossBorder],
    event: caseEvents.actCleared,
    checks: (_, { finding }: Clearing) =>
      finding.outcome === 'prohibited' ? { name: 'clearance-prohibited', found: finding } : undefined,
    says: (state, { act, reason, finding }) => ({ ...sides(state), act, reason, finding }),
    changes: (state, { act, reason, finding, need, offer }, at) => ({
      clearances: [...others(state, act), { act, at, reason, finding, subject: subjectOf({ need, offer }) }],
    }),
  }),
  life.step({ ...revocation, from: atRest }),
  life.step({
    ...revocation,
    from: disclosing,
    to: {
      among: (before) => [before, 'clearance'],
      which: (after) => (isStepCleared(after) ? after.status : 'clearance'),
    },
  }),
  life.step({
    action: 'start-negotiation',
    from: ['clearance', 'amended'],
    to: 'negotiation',
    by: ['officer'],
    guards: [guard.dealChosen, guard.beyondNda, guard.negotiationCleared],
    event: caseEvents.negotiationStarted,
    checks: asCleared('negotiation'),
    says: (state, _: Asked) => sides(state),
  }),
] as const
