import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type CaseAction, type CaseStatus, caseEvents } from '@techbridge/contracts'
import { system } from '@techbridge/domain'
import { actors, given, history, stateAfter } from '@techbridge/testkit'
import { type CaseCommand, caseLife, type LicensingCase } from '../src/domain/licensing-case.ts'
import { at, by, id, need, offer, open, opened, terminate } from './case-life.ts'

const decider = caseLife
const { provider, seeker, officer } = actors
const startsNegotiation = [
  by(officer, 'draft-nda'),
  by(seeker, 'sign-nda'),
  by(provider, 'sign-nda'),
  by(officer, 'start-negotiation'),
]
const signed = [...startsNegotiation, by(provider, 'sign'), by(seeker, 'sign')]

const cameInto: Record<CaseStatus, CaseCommand[]> = {
  opened: [],
  nda: startsNegotiation.slice(0, 1),
  negotiation: startsNegotiation,
  signed,
  active: [...signed, by(officer, 'activate')],
  terminated: [terminate(provider)],
}

type Row = Partial<Record<CaseAction, [to: CaseStatus, ...by: ('officer' | 'provider' | 'seeker')[]]>>
const end: Row = { terminate: ['terminated', 'officer', 'provider', 'seeker'] }

/** What each may do as soon as the case has come into the status. */
const table: Record<CaseStatus, Row> = {
  opened: { 'draft-nda': ['nda', 'officer'], ...end },
  nda: { 'sign-nda': ['nda', 'provider', 'seeker'], ...end },
  negotiation: { sign: ['negotiation', 'provider', 'seeker'], ...end },
  signed: { activate: ['active', 'officer'], ...end },
  active: end,
  terminated: {},
}

const actions: CaseAction[] = ['draft-nda', 'sign-nda', 'start-negotiation', 'sign', 'activate', 'terminate']
const people = { officer, provider, seeker, otherProvider: actors.otherProvider, otherSeeker: actors.otherSeeker }

for (const [status, row] of Object.entries(table) as [CaseStatus, Row][]) {
  describe(`a case in status ${status}`, () => {
    for (const [name, who] of Object.entries(people)) {
      const open = actions.filter((action) => (row[action] as string[] | undefined)?.slice(1).includes(name))

      test(`lets ${name} ${open.join(', ') || 'do nothing'}`, () => {
        const past = history(decider, opened, ...cameInto[status])
        assert.equal(stateAfter(decider, past)?.status, status)
        for (const action of actions) {
          const command = action === 'terminate' ? terminate(who) : by(who, action)
          const when = given(decider, ...past).when(command)
          if (open.includes(action)) {
            const events = caseLife.decide(stateAfter(decider, past), command)
            assert.equal(caseLife.evolve(stateAfter(decider, past), events[0]!, at).status, row[action]![0])
          } else {
            const known = caseLife.edges.some((edge) => edge.from === status && edge.action === action)
            const mine = caseLife.edges.some(
              (edge) => edge.from === status && edge.action === action && edge.by.includes(name),
            )
            const kind = known && !mine ? 'forbidden' : 'conflict'
            when.thenIsRefused({ kind, allowed: open })
          }
        }
      })
    }
  })
}

describe('the NDA', () => {
  test('is signed once by each side', () => {
    given(decider, ...history(decider, opened, by(officer, 'draft-nda'), by(seeker, 'sign-nda')))
      .when(by(seeker, 'sign-nda'))
      .thenIsRefused({ kind: 'conflict', code: 'guard-nda-unsigned', allowed: ['terminate'] })
  })

  test('keeps the negotiation closed until both have signed', () => {
    for (const signatures of [[], [by(seeker, 'sign-nda')]]) {
      given(decider, ...history(decider, opened, by(officer, 'draft-nda'), ...signatures))
        .when(by(officer, 'start-negotiation'))
        .thenIsRefused({ kind: 'conflict', code: 'guard-nda-complete', allowed: ['terminate'] })
    }
    given(decider, ...history(decider, opened, ...startsNegotiation.slice(0, 3)))
      .when(by(officer, 'start-negotiation'))
      .thenHappens(caseEvents.negotiationStarted)
  })
})

describe('the agreement', () => {
  test('is signed once by each side, and the second signature makes the case signed', () => {
    const half = history(decider, opened, ...startsNegotiation, by(provider, 'sign'))
    given(decider, ...half)
      .when(by(provider, 'sign'))
      .thenIsRefused({ kind: 'conflict', code: 'guard-agreement-unsigned' })
    const done = given(decider, ...half)
      .when(by(seeker, 'sign'))
      .thenHappens([caseEvents.agreementSigned, { party: 'seeker' }])
    assert.equal(done?.status, 'signed')
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
  for (const action of ['draft-nda', 'sign-nda', 'start-negotiation', 'sign', 'activate'] as const) {
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
