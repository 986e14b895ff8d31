import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CaseAction,
  type CaseRole,
  type CaseStatus,
  caseEvents,
  caseStatus,
  type DealType,
  type DisclosureAct,
  dealType,
  type MatchedNeed,
  type MatchedOffer,
} from '@techbridge/contracts'
import { type Actor, DomainError, system } from '@techbridge/domain'
import { actors } from '@techbridge/testkit'
import fc from 'fast-check'
import { stepOf } from '../src/domain/awaited.ts'
import { type LicensingCase, liveStatuses } from '../src/domain/case.ts'
import { isStepCleared } from '../src/domain/clearance.ts'
import { type CaseCommand, caseLife } from '../src/domain/licensing-case.ts'
import { at, by, cameInto, finding, id, match, need, offer } from './case-life.ts'

/** Steps of all walks together; `CASE_WALK_STEPS=10000 node --test services/licensing/test/random-walks.test.ts` takes more. */
const steps = Number(process.env.CASE_WALK_STEPS ?? 3000)
const stepsOfWalk = 50

const contracts = new Map<string, { data: { parse(data: unknown): unknown } }>(
  Object.values(caseEvents).map((contract) => [contract.type, contract]),
)
const actions = [
  ...new Set(caseLife.edges.filter((edge) => edge.by.length > 0).map(({ action }) => action as CaseAction)),
]
const final = ['completed', 'expired', 'terminated']
const roles: CaseRole[] = ['officer', 'provider', 'seeker']
const acts: DisclosureAct[] = ['annex', 'evaluation', 'messages', 'negotiation', 'signature']

const aStep = fc.record({
  who: fc.constantFrom<(Actor & { role: CaseRole })[]>(...roles.map((role) => ({ ...actors[role], role }))),
  /** What leads the case on, what it offers somebody, or anything whatever. */
  mode: fc.constantFrom('lead', 'lead', 'lead', 'lead', 'offer', 'wild'),
  wild: fc.constantFrom(...actions, 'rename', 'void-approvals', 'deadline', 'stranger'),
  pick: fc.nat(),
  days: fc.constantFrom(0, 0, 0, 1, 20),
  act: fc.constantFrom(...acts),
  outcome: fc.constantFrom('unknown' as const, 'unknown' as const, 'clear' as const, 'prohibited' as const),
  edition: fc.constantFrom(undefined, undefined, '2026-12'),
  to: fc.constantFrom('negotiation', 'legalReview'),
  deal: fc.constantFrom(...dealType.options),
  country: fc.constantFrom('CN', 'VN', 'TH'),
  number: fc.integer({ min: 1, max: 3 }),
  burden: fc.constantFrom('coOwner', 'inventor', 'funder', 'priorLicence'),
  kind: fc.constantFrom('yield', 'trainees', 'output'),
})
type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never

/** What the walk believes, from the events alone. */
interface Model {
  cleared: Map<DisclosureAct, string>
  approved: Set<string>
  signed: Set<string>
  nda: Set<string>
}

const subjectOf = ({ need: one, offer: other }: { need: MatchedNeed; offer: MatchedOffer }) =>
  JSON.stringify([other.id, other.revision, other.organisation.country, one.organisation.country])
const isDomestic = (state: LicensingCase) => state.need.organisation.country === state.offer.organisation.country

const disclosedBy: Record<string, DisclosureAct> = {
  [caseEvents.evaluationStarted.type]: 'evaluation',
  [caseEvents.negotiationStarted.type]: 'negotiation',
  [caseEvents.agreementSigned.type]: 'signature',
}

const { officer, provider, seeker } = actors

/** Leads a case to its end by what its status awaits: no state is a dead end. */
const leadsOn = (state: LicensingCase): CaseCommand[] => {
  const cleared = (act: DisclosureAct) => by(officer, 'clear', { act })
  switch (state.status) {
    case 'opened':
      return [by(officer, 'draft-nda')]
    case 'nda':
      return [
        by(provider, 'sign-nda'),
        by(seeker, 'sign-nda'),
        ...(state.family ? [] : [by(officer, 'choose-deal')]),
        by(officer, state.family === 'nda' ? 'activate' : 'start-clearance'),
      ]
    case 'evaluation':
      return [by(officer, 'end-evaluation')]
    case 'clearance':
      return [
        ...(state.family ? [] : [by(officer, 'choose-deal')]),
        cleared('negotiation'),
        by(officer, 'start-negotiation'),
      ]
    case 'negotiation':
      return [cleared('negotiation'), by(officer, 'request-review')]
    case 'legalReview':
      return [cleared('negotiation'), by(officer, 'pass-review')]
    case 'approval':
      return [
        cleared('negotiation'),
        by(provider, 'affirm-encumbrances'),
        ...state.encumbrances.map(({ number }) => by(officer, 'settle-encumbrance', { number })),
        ...[officer, provider, seeker].map((who) => by(who, 'approve')),
      ]
    case 'signature':
      return [cleared('negotiation'), cleared('signature'), by(provider, 'sign'), by(seeker, 'sign')]
    case 'recordal':
      return [by(officer, 'waive-recordal')]
    case 'signed':
      return [by(officer, 'activate')]
    case 'active':
      return [
        ...state.indicators.map(({ number }) => by(officer, 'waive-indicator', { number })),
        by(officer, 'complete'),
      ]
    case 'amended':
      return [by(officer, 'withdraw-amendment')]
    case 'onHold':
      return [by(officer, 'resume')]
    case 'inDispute':
      return [by(officer, 'settle-dispute')]
    default:
      return []
  }
}

const endings = new Set<string>(['terminate', 'complete'])

const commandOf = (state: LicensingCase, step: Step, now: string): CaseCommand | undefined => {
  const found = { ...finding, outcome: step.outcome, ...(step.edition && { edition: step.edition }) }
  const given = {
    at: now,
    act: step.act,
    finding: found,
    to: step.to,
    number: step.number,
    dealType: step.deal,
    holder: 'Lotus Institute',
    dueOn: now.slice(0, 10),
    endsOn: '2031-12-31',
  }
  const taken = (who: Actor, action: CaseAction) =>
    by(who, action, { ...given, kind: action === 'declare-encumbrance' ? step.burden : step.kind })
  if (step.mode === 'lead') {
    const ways = [...leadsOn(state), ...detours(state)]
    return ways[step.pick % Math.max(1, ways.length)]
  }
  if (step.mode === 'offer') {
    const open = caseLife.actions(state, { relations: [step.who.role], at: now })
    const action = open[step.pick % Math.max(1, open.length)]
    // Otherwise most walks would be short.
    return action && (!endings.has(action) || step.days === 20) ? taken(step.who, action) : undefined
  }
  if (step.wild === 'deadline') return { type: 'deadline', at: now, by: system('licensing') }
  if (step.wild === 'void-approvals') return { type: 'void-approvals', termSheet: 2, at: now, by: system('licensing') }
  if (step.wild === 'rename') {
    const named = { ...state.need, organisation: { ...state.need.organisation, country: step.country } }
    return { type: 'rename', party: 'seeker', need: named, offer: state.offer, at: now, by: system('licensing') }
  }
  if (step.wild === 'stranger') return taken(actors.otherSeeker, actions[step.pick % actions.length] ?? 'sign')
  return endings.has(step.wild) ? undefined : taken(step.who, step.wild)
}

/** Follows an event, and checks that it was allowed to happen. */
const follow = (
  model: Model,
  before: LicensingCase,
  after: LicensingCase,
  { type, data }: { type: string; data: any },
) => {
  const act = disclosedBy[type]
  if (act && !isDomestic(before)) assert.equal(model.cleared.get(act), subjectOf(before), `${act} was cleared before`)
  if (act) assert.equal(model.nda.size, 2, 'nothing is disclosed without an NDA')
  switch (type) {
    case caseEvents.ndaSigned.type:
      return void model.nda.add(data.party)
    case caseEvents.actCleared.type:
      assert.notEqual(data.finding.outcome, 'prohibited', 'what is prohibited nobody clears')
      return void model.cleared.set(data.act, subjectOf(data))
    case caseEvents.clearanceRevoked.type:
      model.cleared.delete(data.act)
      assert.ok(isStepCleared(after), 'nothing goes on that is no longer cleared')
      break
    case caseEvents.approved.type:
      return void model.approved.add(data.by)
    case caseEvents.agreementSigned.type:
      assert.equal(model.approved.size, 3, 'nobody signs what not all have approved')
      return void model.signed.add(data.party)
    case caseEvents.signatureWithdrawn.type:
      return void model.signed.delete(data.party)
    case caseEvents.amendmentWithdrawn.type:
      model.approved = new Set(roles)
      model.signed = new Set(['provider', 'seeker'])
      return
    case caseEvents.returned.type:
    case caseEvents.approvalsVoided.type:
      assert.deepEqual([after.approvedBy, after.agreementSignedBy], [[], []], 'nobody is committed after rework')
      break
    default:
  }
  model.approved = new Set(after.approvedBy)
  model.signed = new Set(after.agreementSignedBy)
}

const check = (model: Model, before: LicensingCase, after: LicensingCase, now: string) => {
  caseStatus.parse(after.status)
  assert.deepEqual(new Set(after.approvedBy), model.approved, 'who has approved')
  assert.deepEqual(new Set(after.agreementSignedBy), model.signed, 'who has signed')
  assert.ok(after.status !== 'signature' || after.agreementSignedBy.length < 2, 'both signatures lead on')
  assert.ok(!final.includes(before.status) || after.status === before.status, 'what has ended stays so')
  if (final.includes(after.status)) return
  assert.ok(caseLife.dueAt(after) !== undefined || after.status === 'active', 'a deadline takes care of it')
  const step = stepOf(after)
  assert.equal(step === undefined, after.status === 'active')
  if (!step) return
  const open = step.who.flatMap((role) => caseLife.actions(after, { relations: [role], at: now }))
  assert.ok(
    step.actions.some((action) => open.includes(action)),
    `in ${after.status} those awaited can do what is awaited: ${step.who} ${step.actions}, ${open}`,
  )
}

/** What does not lead to the end. */
const detours = ({ status, agreementSignedBy: [signatory] }: LicensingCase): CaseCommand[] => {
  if (status === 'nda' || status === 'clearance')
    return [by(officer, 'clear', { act: 'evaluation' }), by(officer, 'start-evaluation')]
  if (status === 'active') return [by(seeker, 'amend'), by(provider, 'plan-indicator')]
  if (status === 'signature')
    return [by(seeker, 'rework'), ...(signatory ? [by(actors[signatory], 'withdraw-signature')] : [])]
  return []
}

const isRefusal = (error: unknown) => {
  assert.ok(error instanceof DomainError, String(error))
  return error
}

const decided = (state: LicensingCase, command: CaseCommand) => {
  try {
    return caseLife.decide(state, command)
  } catch (error) {
    const { kind, next } = isRefusal(error)
    if (!final.includes(state.status) && kind !== 'forbidden')
      assert.ok(next && next.length > 0, 'a refusal says who may do what')
    return []
  }
}

const reachesItsEnd = (given: LicensingCase): boolean => {
  let state = given
  for (let round = 0; round < 20 && !final.includes(state.status); round++)
    for (const command of leadsOn(state)) {
      // In between the status changes, and some has been done before.
      for (const event of decided(state, command)) state = caseLife.evolve(state, event, command.at)
    }
  return final.includes(state.status)
}

interface Beginning {
  deals: readonly DealType[]
  country: string
  /** How far the case has come before the walk. */
  from: CaseStatus
}

const walk = ({ deals, country, from }: Beginning, taken: readonly Step[], visited: (status: string) => void) => {
  const sides = {
    need: { ...need, dealTypes: [...deals], organisation: { ...need.organisation, country } },
    offer: { ...offer, dealTypes: [...deals] },
  }
  const opening: CaseCommand = { type: 'open', id, match, ...sides, at, by: system('licensing') }
  const [opened] = caseLife.decide(undefined, opening)
  assert.ok(opened)
  let state = caseLife.evolve(undefined, opened, at)
  const model: Model = { cleared: new Map(), approved: new Set(), signed: new Set(), nda: new Set() }
  const act = (command: CaseCommand) => {
    const before = structuredClone(state)
    const events = decided(state, command)
    assert.deepEqual(state, before, 'deciding changes nothing')
    if (command.by === actors.otherSeeker) assert.deepEqual(events, [], 'a stranger does nothing')
    for (const event of events) {
      contracts.get(event.type)?.data.parse(event.data)
      const after = caseLife.evolve(state, event, command.at)
      follow(model, state, after, event)
      check(model, state, after, command.at)
      if (after.status !== state.status) visited(after.status)
      state = after
    }
  }
  for (const command of cameInto[from]) act(command)
  let now = Date.parse(at)
  for (const step of taken) {
    now += step.days * 86_400_000
    const command = commandOf(state, step, new Date(now).toISOString())
    if (command) act(command)
  }
  assert.ok(reachesItsEnd(state), `from ${state.status} a way leads to the end`)
}

test('no walk through a case meets a dead end, a forbidden state or an uncleared disclosure', (t) => {
  const seed = Number(process.env.CASE_WALK_SEED ?? Date.now() % 2 ** 31)
  t.diagnostic(`CASE_WALK_SEED=${seed} CASE_WALK_STEPS=${steps} repeats it`)
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(
      fc.record({
        deals: fc.subarray(dealType.options, { maxLength: 2 }),
        country: fc.constantFrom('VN', 'VN', 'CN'),
        from: fc.constantFrom('opened', ...liveStatuses),
      }),
      fc.array(aStep, { minLength: stepsOfWalk, maxLength: stepsOfWalk }),
      (beginning, taken) => {
        walk(beginning, taken, (status) => seen.set(status, (seen.get(status) ?? 0) + 1))
      },
    ),
    { seed, numRuns: Math.ceil(steps / stepsOfWalk) },
  )
  t.diagnostic(`came into ${[...seen].map(([status, count]) => `${status} ${count}`).join(', ')}`)
})
