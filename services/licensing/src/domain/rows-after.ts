import { caseEvents, type IndicatorPlan, type IndicatorReport, parties, type Recordal } from '@techbridge/contracts'
import { endOfDayEverywhere } from '@techbridge/domain'
import { dueOf, escalateAt, remindAt, stepOf } from './awaited.ts'
import { type LicensingCase, liveStatuses, runningStatuses, sides, uncommitted } from './case.ts'
import { indicatorKinds } from './deal.ts'
import { awaitedIndicator, nextDue, nextEscalation, withIndicator } from './follow-up.ts'
import * as guard from './guards.ts'
import { life, type Renaming, renamed, saysBy, saysWhy } from './rows.ts'

const everyone = ['officer', ...parties] as const

/** Where the case goes on after a pause. */
const goesOn = {
  among: runningStatuses,
  which: ({ status, pausedFrom = status }: LicensingCase) => pausedFrom,
}

type Plan = Omit<IndicatorPlan, 'number'>

const isPlannable = (state: LicensingCase, { kind, dueOn }: Plan, at: string) =>
  indicatorKinds(state).includes(kind) && endOfDayEverywhere(dueOn) > at

/** Where an agreement is signed, or was and is being changed. */
const signedOnce = ['recordal', 'signed', 'active', 'amended'] as const
const followed = runningStatuses.filter((one) => one !== 'opened' && one !== 'nda')

const awaiting = (state: LicensingCase) => {
  const due = dueOf(state)
  const step = stepOf(state)
  return (
    due && step && { ...sides(state), awaiting: [...step.who], dueAt: due.at, dueAtStanding: due.calendar.standing }
  )
}

/** What can happen at any time, and from the signatures of both to the end. */
export const rowsAfter = [
  life.step({
    action: 'record',
    from: 'recordal',
    to: 'signed',
    by: ['officer'],
    event: caseEvents.recorded,
    says: (state, { office, number, on }: Recordal) => ({ ...sides(state), recordal: { office, number, on } }),
    changes: (_, { recordal }) => ({ recordal }),
  }),
  life.step({
    action: 'waive-recordal',
    from: 'recordal',
    to: 'signed',
    by: ['officer'],
    event: caseEvents.recordalWaived,
    says: saysWhy,
  }),
  life.step({
    action: 'activate',
    from: 'signed',
    to: 'active',
    by: ['officer'],
    event: caseEvents.activated,
    says: sides,
    changes: () => ({ amendedFrom: undefined }),
  }),
  life.step({
    action: 'activate',
    from: 'nda',
    to: 'active',
    by: ['officer'],
    guards: [guard.ndaComplete, guard.ndaAlone],
    event: caseEvents.activated,
    says: sides,
  }),
  life.step({
    action: 'set-term',
    from: signedOnce,
    by: ['officer'],
    event: caseEvents.termFixed,
    checks: (_, { endsOn }: { endsOn: string }, { at }) =>
      endOfDayEverywhere(endsOn) > at ? undefined : { name: 'term-ahead' },
    says: (state, { endsOn }) => ({ ...sides(state), endsOn }),
    changes: (_, { endsOn }) => ({ endsOn }),
  }),
  life.step({
    action: 'amend',
    from: ['recordal', 'signed', 'active'],
    to: 'amended',
    by: everyone,
    guards: [guard.beyondNda],
    event: caseEvents.amendmentRequested,
    says: saysWhy,
    changes: ({ status, amendedFrom = status }) => ({ ...uncommitted(), amendedFrom }),
  }),
  life.step({
    action: 'withdraw-amendment',
    from: ['amended', 'clearance', 'evaluation', 'negotiation', 'legalReview', 'approval', 'signature'],
    to: {
      among: ['recordal', 'signed', 'active'],
      which: ({ status, amendedFrom = status }) => amendedFrom,
    },
    by: everyone,
    guards: [guard.beingAmended],
    event: caseEvents.amendmentWithdrawn,
    says: saysWhy,
    // What was signed before the amendment is in force as it was.
    changes: () => ({ approvedBy: [...everyone], agreementSignedBy: [...parties] }),
  }),
  life.step({
    action: 'complete',
    from: 'active',
    to: 'completed',
    by: everyone,
    guards: [guard.indicatorsDone],
    event: caseEvents.completed,
    says: saysWhy,
  }),

  life.step({
    action: 'plan-indicator',
    from: signedOnce,
    by: everyone,
    guards: [guard.followedUp],
    event: caseEvents.indicatorPlanned,
    checks: (state, given: Plan, { at }) => (isPlannable(state, given, at) ? undefined : { name: 'indicator-fits' }),
    says: (state, { kind, name, target, unit, dueOn }, { relations: [by] }) =>
      by && {
        ...sides(state),
        by,
        indicator: {
          number: state.indicators.length + 1,
          kind,
          name,
          ...(target !== undefined && { target }),
          ...(unit !== undefined && { unit }),
          dueOn,
        },
      },
    changes: ({ indicators }, { indicator }) => ({ indicators: [...indicators, { ...indicator, status: 'planned' }] }),
  }),
  life.step({
    action: 'report-indicator',
    from: followed,
    by: everyone,
    guards: [guard.indicatorAwaited],
    event: caseEvents.indicatorReported,
    checks: (state, { number }: IndicatorReport & { number: number }) =>
      awaitedIndicator(state, number) ? undefined : { name: 'indicator-open' },
    says: (state, { number, value, text }, { relations: [by] }) =>
      by && { ...sides(state), by, number, report: { ...(value !== undefined && { value }), text } },
    changes: (state, { number, by, report }, at) =>
      withIndicator(state, number, ({ dueOn }) => ({
        status: 'reported',
        report: { ...report, by, at, late: at >= endOfDayEverywhere(dueOn) },
      })),
  }),
  life.step({
    action: 'waive-indicator',
    from: followed,
    by: ['officer'],
    guards: [guard.indicatorAwaited],
    event: caseEvents.indicatorWaived,
    checks: (state, { number }: { number: number; reason: string }) =>
      awaitedIndicator(state, number) ? undefined : { name: 'indicator-open' },
    says: (state, given, situation) => {
      const why = saysWhy(state, given, situation)
      return why && { ...why, number: given.number }
    },
    changes: (state, { number, reason }) => withIndicator(state, number, () => ({ status: 'waived', waiver: reason })),
  }),

  life.step({
    action: 'hold',
    from: runningStatuses,
    to: 'onHold',
    by: everyone,
    event: caseEvents.paused,
    says: saysWhy,
    changes: ({ status }, { by }) => ({ pausedFrom: status, pausedBy: by }),
  }),
  life.step({
    action: 'resume',
    from: 'onHold',
    to: goesOn,
    by: everyone,
    guards: [guard.heldByYou],
    event: caseEvents.resumed,
    says: (state, given, situation) => {
      const by = saysBy(state, given, situation)
      return by && { ...by, status: state.pausedFrom ?? state.status }
    },
  }),
  life.step({
    action: 'dispute',
    from: runningStatuses,
    to: 'inDispute',
    by: parties,
    event: caseEvents.disputeRaised,
    says: saysWhy,
    changes: ({ status }, { by }) => ({ pausedFrom: status, pausedBy: by }),
  }),
  life.step({
    action: 'settle-dispute',
    from: 'inDispute',
    to: goesOn,
    by: everyone,
    guards: [guard.disputedByYou],
    event: caseEvents.disputeSettled,
    says: (state, given: { reason: string }, situation) => {
      const why = saysWhy(state, given, situation)
      return why && { ...why, status: state.pausedFrom ?? state.status }
    },
  }),
  life.step({
    action: 'terminate',
    from: liveStatuses,
    to: 'terminated',
    by: everyone,
    event: caseEvents.terminated,
    says: (state, { reason }: { reason: string }, { relations }) => ({ ...sides(state), reason, by: relations[0] }),
  }),
  life.reaction({
    action: 'rename',
    from: 'any',
    event: caseEvents.organisationRenamed,
    says: (state, given: Renaming) => renamed(state, given),
    changes: (_, { need, offer }) => ({ need, offer }),
  }),

  life.deadline({
    action: 'adopt',
    from: liveStatuses,
    event: caseEvents.adopted,
    dueAt: ({ askedAt, openedAt }) => (askedAt === undefined ? openedAt : undefined),
    says: (state) => ({ ...sides(state), status: state.status, dealType: state.dealType, family: state.family }),
  }),
  life.deadline({
    action: 'expire',
    from: ['active', 'amended'],
    to: 'expired',
    event: caseEvents.expired,
    dueAt: ({ endsOn }) => endsOn && endOfDayEverywhere(endsOn),
    says: sides,
  }),
  life.deadline({
    action: 'miss',
    from: followed,
    event: caseEvents.indicatorMissed,
    dueAt: (state) => nextDue(state)?.at,
    says: (state) => {
      const due = nextDue(state)
      return due && { ...sides(state), number: due.number }
    },
    changes: (state, { number }, at) => withIndicator(state, number, () => ({ status: 'missed', missedAt: at })),
  }),
  life.deadline({
    action: 'escalate-indicator',
    from: followed,
    event: caseEvents.indicatorEscalated,
    dueAt: (state) => nextEscalation(state)?.at,
    says: (state) => {
      const due = nextEscalation(state)
      return due && { ...sides(state), number: due.number }
    },
    changes: (state, { number }, at) => withIndicator(state, number, () => ({ escalatedAt: at })),
  }),
  life.deadline({
    action: 'remind',
    from: liveStatuses,
    event: caseEvents.reminded,
    dueAt: remindAt,
    says: awaiting,
    changes: (_, { dueAt }, at) => ({ remindedAt: at, saidDueAt: dueAt }),
  }),
  life.deadline({
    action: 'escalate',
    from: liveStatuses,
    event: caseEvents.escalated,
    dueAt: escalateAt,
    says: awaiting,
    changes: (_data, _, at) => ({ escalatedAt: at }),
  }),
] as const
