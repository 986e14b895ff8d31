import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type CaseAction,
  type CaseRole,
  type CaseStatus,
  caseEvents,
  caseStatus,
  guardSentences,
} from '@techbridge/contracts'
import { DomainError, system } from '@techbridge/domain'
import { actors, given, history, stateAfter } from '@techbridge/testkit'
import type { LicensingCase } from '../src/domain/case.ts'
import { type CaseCommand, caseLife } from '../src/domain/licensing-case.ts'
import { at, by, cameInto, id, need, offer, open, opened, terminate } from './case-life.ts'

const decider = caseLife
const { provider, seeker, officer } = actors

type Who = 'all' | 'parties' | CaseRole
type Row = Partial<Record<CaseAction, [to: CaseStatus, ...by: Who[]]>>

const stops = (status: CaseStatus): Row => ({
  hold: ['onHold', 'all'],
  dispute: ['inDispute', 'parties'],
  terminate: ['terminated', 'all'],
  clear: [status, 'officer'],
})
const declares = (status: CaseStatus): Row => ({
  'declare-encumbrance': [status, 'provider'],
  'affirm-encumbrances': [status, 'provider'],
})
const cleared = (to: CaseStatus): Row => ({ 'revoke-clearance': [to, 'officer'] })
const chooses = (status: CaseStatus): Row => ({ 'choose-deal': [status, 'all'] })

/** What each may do as soon as the case has come into the status. */
const table: Record<CaseStatus, Row> = {
  opened: { 'draft-nda': ['nda', 'officer'], ...chooses('opened'), ...declares('opened'), ...stops('opened') },
  nda: { 'sign-nda': ['nda', 'parties'], ...chooses('nda'), ...declares('nda'), ...stops('nda') },
  evaluation: {
    'end-evaluation': ['clearance', 'officer', 'seeker'],
    ...chooses('evaluation'),
    ...declares('evaluation'),
    ...stops('evaluation'),
    ...cleared('clearance'),
  },
  clearance: { ...chooses('clearance'), ...declares('clearance'), ...stops('clearance') },
  negotiation: {
    'request-review': ['legalReview', 'all'],
    ...chooses('negotiation'),
    ...declares('negotiation'),
    ...stops('negotiation'),
    ...cleared('clearance'),
  },
  legalReview: {
    'pass-review': ['approval', 'officer'],
    rework: ['negotiation', 'all'],
    ...declares('legalReview'),
    ...stops('legalReview'),
    ...cleared('clearance'),
  },
  approval: {
    approve: ['approval', 'all'],
    rework: ['negotiation', 'all'],
    'declare-encumbrance': ['approval', 'provider'],
    ...stops('approval'),
    ...cleared('clearance'),
  },
  signature: {
    sign: ['signature', 'parties'],
    rework: ['negotiation', 'all'],
    'declare-encumbrance': ['approval', 'provider'],
    ...stops('signature'),
    ...cleared('clearance'),
  },
  recordal: {
    record: ['signed', 'officer'],
    'waive-recordal': ['signed', 'officer'],
    'set-term': ['recordal', 'officer'],
    amend: ['amended', 'all'],
    ...stops('recordal'),
    ...cleared('recordal'),
  },
  signed: {
    activate: ['active', 'officer'],
    'set-term': ['signed', 'officer'],
    amend: ['amended', 'all'],
    ...stops('signed'),
    ...cleared('signed'),
  },
  active: {
    complete: ['completed', 'all'],
    'set-term': ['active', 'officer'],
    amend: ['amended', 'all'],
    ...stops('active'),
    ...cleared('active'),
  },
  amended: {
    'start-clearance': ['clearance', 'officer'],
    'start-negotiation': ['negotiation', 'officer'],
    'withdraw-amendment': ['active', 'all'],
    'set-term': ['amended', 'officer'],
    ...stops('amended'),
    ...cleared('amended'),
  },
  onHold: {
    resume: ['negotiation', 'officer', 'seeker'],
    terminate: ['terminated', 'all'],
    clear: ['onHold', 'officer'],
    ...cleared('onHold'),
  },
  inDispute: {
    'settle-dispute': ['negotiation', 'officer', 'seeker'],
    terminate: ['terminated', 'all'],
    clear: ['inDispute', 'officer'],
    ...cleared('inDispute'),
  },
  completed: {},
  expired: {},
  terminated: {},
}

const actions = [...new Set(caseLife.edges.filter(({ by }) => by.length > 0).map(({ action }) => action as CaseAction))]
const people = { officer, provider, seeker, otherProvider: actors.otherProvider, otherSeeker: actors.otherSeeker }

const isFor = (who: readonly string[], name: string) =>
  who.some((one) =>
    one === 'all'
      ? ['officer', 'provider', 'seeker'].includes(name)
      : one === 'parties'
        ? ['provider', 'seeker'].includes(name)
        : one === name,
  )
const openTo = (row: Row, name: string) =>
  actions.filter((action) => isFor((row[action] as string[] | undefined)?.slice(1) ?? [], name))

/** What taking an action back means where several were cleared: the evaluation in an evaluation. */
const acted = (status: CaseStatus, who: (typeof people)[keyof typeof people], action: CaseAction) =>
  by(who, action, status === 'evaluation' && action === 'revoke-clearance' ? { act: 'evaluation' } : {})

const refusal = (work: () => unknown): DomainError => {
  try {
    work()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  return assert.fail('it was not refused')
}

for (const [status, row] of Object.entries(table) as [CaseStatus, Row][]) {
  describe(`a case in status ${status}`, () => {
    const past = history(decider, opened, ...cameInto[status])
    const state = stateAfter(decider, past) as LicensingCase
    const next = (['officer', 'provider', 'seeker'] as const)
      .map((name) => ({ by: name, actions: openTo(row, name) }))
      .filter((one) => one.actions.length > 0)

    for (const [name, who] of Object.entries(people)) {
      const open = openTo(row, name)

      test(`lets ${name} ${open.join(', ') || 'do nothing'}`, () => {
        assert.equal(state.status, status)
        for (const action of actions) {
          const command = acted(status, who, action)
          if (open.includes(action)) {
            const events = caseLife.decide(state, command)
            assert.equal(caseLife.evolve(state, events[0]!, at).status, row[action]![0], action)
            continue
          }
          const edges = caseLife.edges.filter((edge) => edge.from === status && edge.action === action)
          const isMine = edges.some((edge) => edge.by.includes(name))
          const refused = refusal(() => caseLife.decide(state, command))
          assert.equal(refused.kind, edges.length > 0 && !isMine ? 'forbidden' : 'conflict', action)
          assert.deepEqual([...(refused.allowed ?? [])].toSorted(), open.toSorted(), action)
          const said = (refused.next ?? []).map((one) => ({ ...one, actions: [...one.actions].toSorted() }))
          assert.deepEqual(
            said,
            next.map((one) => ({ ...one, actions: one.actions.toSorted() })),
            `${action}: the refusal says who may do what`,
          )
        }
      })
    }
  })
}

test('every status that is not final has an exit for somebody, and each status is reached', () => {
  const final = ['completed', 'expired', 'terminated']
  for (const status of caseStatus.options) {
    const exits = caseLife.edges.filter((edge) => edge.from === status && edge.to !== status && edge.by.length > 0)
    assert.equal(exits.length > 0, !final.includes(status), status)
    assert.ok(
      caseLife.edges.some((edge) => edge.to === status && edge.from !== status),
      `${status} is reached`,
    )
  }
})

test('every guard of the case has a sentence that ends as one', () => {
  for (const { name } of caseLife.edges.flatMap(({ guards }) => guards)) assert.match(guardSentences[name], /\.$/)
})

describe('the NDA', () => {
  test('is signed once by each side', () => {
    given(decider, ...history(decider, opened, by(officer, 'draft-nda'), by(seeker, 'sign-nda')))
      .when(by(seeker, 'sign-nda'))
      .thenIsRefused({ kind: 'conflict', code: 'guard-nda-unsigned' })
  })

  test('keeps everything after it closed until both have signed', () => {
    for (const signatures of [[], [by(seeker, 'sign-nda')]]) {
      given(decider, ...history(decider, opened, by(officer, 'draft-nda'), ...signatures))
        .when(by(officer, 'start-clearance'))
        .thenIsRefused({ kind: 'conflict', code: 'guard-nda-complete' })
    }
    given(
      decider,
      ...history(decider, opened, by(officer, 'draft-nda'), by(seeker, 'sign-nda'), by(provider, 'sign-nda')),
    )
      .when(by(officer, 'start-clearance'))
      .thenHappens(caseEvents.clearanceStarted)
  })
})

describe('the agreement', () => {
  test('is signed once by each side, and the second signature leads to the recordal of a granted right', () => {
    const half = history(decider, opened, ...cameInto.signature, by(provider, 'sign'))
    given(decider, ...half)
      .when(by(provider, 'sign'))
      .thenIsRefused({ kind: 'conflict', code: 'guard-agreement-unsigned' })
    const done = given(decider, ...half)
      .when(by(seeker, 'sign'))
      .thenHappens([caseEvents.agreementSigned, { party: 'seeker' }])
    assert.equal(done?.status, 'recordal')
  })
})

test('opening a case that is open makes nothing happen', () => {
  const licensingCase = given<LicensingCase, CaseCommand, any>(decider)
    .when(opened)
    .thenHappens([caseEvents.opened, { id }])
  assert.equal(licensingCase?.openedAt, at)
  given(decider, ...history(decider, opened))
    .when(open('2027-01-01T00:00:00.000Z'))
    .thenNothingHappens()
})

test('a case ends with its reason', () => {
  given(decider, ...history(decider, opened))
    .when(terminate(seeker))
    .thenHappens([caseEvents.terminated, { reason: 'no budget' }])
})

test('what does not exist cannot be acted on', () => {
  for (const action of actions) {
    given(decider).when(by(officer, action)).thenIsRefused({ kind: 'notFound' })
  }
})

describe('an organisation that is renamed', () => {
  const renamed = { ...offer, organisation: { ...offer.organisation, name: 'Dianchi University' } }
  const rename: CaseCommand = { type: 'rename', party: 'provider', need, offer: renamed, at, by: system('licensing') }

  for (const status of Object.keys(cameInto) as CaseStatus[]) {
    test(`is shown so by a case in status ${status}, whose other side and title stay`, () => {
      const past = history(decider, opened, ...cameInto[status])
      const newer = { ...rename, offer: { ...renamed, title: 'Another title' } }
      const after = given(decider, ...past)
        .when(newer)
        .thenHappens([caseEvents.organisationRenamed, { party: 'provider', offer: renamed, need }])
      assert.equal(after?.status, status)
      assert.deepEqual([after?.offer, after?.need], [renamed, need])
    })
  }

  test('makes nothing happen twice, nor before the case is open', () => {
    given(decider, ...history(decider, opened, rename))
      .when(rename)
      .thenNothingHappens()
    given(decider).when(rename).thenNothingHappens()
  })
})
