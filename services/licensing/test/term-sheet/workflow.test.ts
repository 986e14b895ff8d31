import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type ClauseName,
  clauseNames,
  type TermSheetAction,
  type TermSheetStatus,
  type Terms,
  termSheetAction,
  termSheetEvents,
} from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { actors, given, history, organisations, stateAfter } from '@techbridge/testkit'
import fc from 'fast-check'
import { type TermSheetCommand, termSheetLife } from '../../src/domain/term-sheet/term-sheet.ts'
import { versionsIn } from '../../src/usecases/term-sheet.ts'
import { at, id as caseId } from '../case-life.ts'
import { offered, termSheets } from './examples.ts'

const decider = termSheetLife
const { provider, seeker, officer, admin, otherProvider, otherSeeker } = actors
type Who = typeof provider
const terms: Terms = termSheets.nonExclusiveLicence
const id = caseId.replace('case', 'termsheet')

const propose = (by: Who, clauses: Terms = terms): TermSheetCommand => ({
  type: 'propose',
  id,
  case: caseId,
  provider: organisations.university.id,
  seeker: organisations.cooperative.id,
  territories: offered,
  party: by === seeker ? 'seeker' : 'provider',
  clauses,
  reasons: {},
  at,
  by,
})
const upfront = (amount: number): Terms => ({ upfront: { amount: { amount, currency: 'USD' }, dueDays: 30 } })
const counter = (by: Who, clauses: Terms, remove: ClauseName[] = []): TermSheetCommand => ({
  type: 'counter',
  clauses,
  remove,
  reasons: {},
  at,
  by,
})
const agree = (by: Who, ...clauses: ClauseName[]): TermSheetCommand => ({ type: 'agree', clauses, at, by })
const accept = (by: Who): TermSheetCommand => ({ type: 'accept', at, by })

/** Of the provider, agreed by nobody. */
const cameInto: Record<TermSheetStatus, TermSheetCommand[]> = {
  negotiating: [propose(provider)],
  accepted: [propose(provider), accept(provider), accept(seeker)],
}
type Row = Partial<Record<TermSheetAction, [to: TermSheetStatus, ...by: string[]]>>

const table: Record<TermSheetStatus, Row> = {
  negotiating: {
    counter: ['negotiating', 'provider', 'seeker'],
    agree: ['negotiating', 'seeker'],
    accept: ['negotiating', 'provider', 'seeker'],
  },
  accepted: { counter: ['negotiating', 'provider', 'seeker'] },
}
const people = { provider, seeker, officer, admin, otherProvider, otherSeeker }
const commands: Record<TermSheetAction, (by: Who) => TermSheetCommand> = {
  propose,
  counter: (by) => counter(by, upfront(1)),
  agree: (by) => agree(by, 'law'),
  accept,
}

for (const status of ['negotiating', 'accepted'] as const) {
  describe(`a term sheet in status ${status}`, () => {
    for (const [name, who] of Object.entries(people)) {
      const open = termSheetAction.options.filter((action) => table[status][action]?.slice(1).includes(name))

      test(`lets ${name} ${open.join(', ') || 'do nothing'}`, () => {
        const past = history(decider, ...cameInto[status])
        assert.equal(stateAfter(decider, past)?.status, status)
        for (const action of termSheetAction.options) {
          const command = commands[action](who)
          if (open.includes(action)) {
            const after = history(decider, ...cameInto[status], command)
            assert.equal(stateAfter(decider, after)?.status, table[status][action]?.[0])
            continue
          }
          const edges = termSheetLife.edges.filter((edge) => edge.from === status && edge.action === action)
          const isTheirs = edges.some(({ by }) => by.includes(name === 'admin' ? 'officer' : name))
          const kind = action === 'propose' || edges.length === 0 || isTheirs ? 'conflict' : 'forbidden'
          given(decider, ...past)
            .when(command)
            .thenIsRefused({ kind, ...(action !== 'propose' && { allowed: open }) })
        }
      })
    }
  })
}

describe('a term sheet that does not exist', () => {
  test('is proposed by either side, and by nobody else', () => {
    for (const who of [provider, seeker]) {
      const sheet = given(decider)
        .when(propose(who))
        .thenHappens([termSheetEvents.proposed, { version: 1 }])
      assert.partialDeepStrictEqual(sheet, { status: 'negotiating', version: 1, acceptedBy: [], terms })
    }
    for (const who of [officer, admin, otherProvider, otherSeeker])
      given(decider).when(propose(who)).thenIsRefused({ kind: 'forbidden' })
  })

  test('is not changed', () => {
    for (const command of [counter(provider, upfront(1)), agree(seeker, 'law'), accept(seeker)])
      given(decider).when(command).thenIsRefused({ kind: 'notFound' })
  })

  test('is not proposed empty', () => {
    given(decider).when(propose(provider, {})).thenIsRefused({ kind: 'invalid', code: 'terms-unchanged' })
  })
})

const standing = (commandsSoFar: TermSheetCommand[], clause: ClauseName) => {
  const sheet = stateAfter(decider, history(decider, ...commandsSoFar))
  const found = sheet?.standings.find((one) => one.clause === clause)
  return found && [found.standing, found.by, found.version]
}

describe('a clause', () => {
  const first = propose(provider)
  test('is proposed, countered and agreed', () => {
    assert.deepEqual(standing([first], 'upfront'), ['proposed', 'provider', 1])
    assert.deepEqual(standing([first, counter(provider, upfront(1))], 'upfront'), ['proposed', 'provider', 2])
    assert.deepEqual(standing([first, counter(seeker, upfront(1))], 'upfront'), ['countered', 'seeker', 2])
    assert.deepEqual(standing([first, agree(seeker, 'upfront')], 'upfront'), ['agreed', 'provider', 1])
    const again = [first, agree(seeker, 'upfront'), counter(provider, upfront(1))]
    assert.deepEqual(standing(again, 'upfront'), ['countered', 'provider', 2])
    assert.equal(standing([first, counter(seeker, {}, ['upfront'])], 'upfront'), undefined)
  })

  test('that is sent as it is does not count as changed', () => {
    const [, countered] = history(decider, first, counter(seeker, { ...terms, ...upfront(1) }))
    assert.ok(countered?.event.type === termSheetEvents.countered.type)
    assert.deepEqual(Object.keys(countered.event.data.clauses), ['upfront'])
    given(decider, ...history(decider, first))
      .when(counter(seeker, terms))
      .thenIsRefused({ kind: 'invalid', code: 'terms-unchanged' })
  })

  test('is agreed once, and not by who wrote it', () => {
    given(decider, ...history(decider, first, agree(seeker, 'law')))
      .when(agree(seeker, 'law'))
      .thenIsRefused({ kind: 'invalid', code: 'terms-refused' })
    given(decider, ...history(decider, first, counter(seeker, upfront(1))))
      .when(agree(seeker, 'upfront'))
      .thenIsRefused({ kind: 'invalid', code: 'terms-refused' })
  })
})

describe('acceptances', () => {
  test('of both settle the version, and leave every clause agreed', () => {
    const past = history(decider, propose(provider), accept(seeker))
    const sheet = given(decider, ...past)
      .when(accept(provider))
      .thenHappens([termSheetEvents.accepted, { party: 'provider', settled: true, version: 1 }])
    assert.equal(sheet?.status, 'accepted')
    assert.ok(sheet?.standings.every((one) => one.standing === 'agreed'))
  })

  test('are void after a counter, which tells whose', () => {
    for (const accepted of [[accept(provider)], [accept(provider), accept(seeker)]]) {
      const of = accepted.length === 1 ? ['provider'] : ['provider', 'seeker']
      const sheet = given(decider, ...history(decider, propose(provider), ...accepted))
        .when(counter(seeker, upfront(1)))
        .thenHappens(
          [termSheetEvents.countered, { version: 2 }],
          [termSheetEvents.acceptancesVoided, { of, version: 2 }],
        )
      assert.deepEqual([sheet?.status, sheet?.acceptedBy], ['negotiating', []])
    }
  })

  test('are refused to terms that contradict themselves, which names what does', () => {
    const { royalty } = terms
    assert.ok(royalty)
    const { base, ...without } = royalty
    const past = history(decider, propose(provider, { ...terms, royalty: without }))
    given(decider, ...past)
      .when(accept(seeker))
      .thenIsRefused({ kind: 'conflict', code: 'guard-terms-consistent', allowed: ['counter', 'agree'] })
    const repaired = history(decider, propose(provider, { ...terms, royalty: without }), counter(seeker, { royalty }))
    given(decider, ...repaired)
      .when(accept(seeker))
      .thenHappens(termSheetEvents.accepted)
  })
})

describe('whatever the two do', () => {
  const side = fc.constantFrom(provider, seeker)
  const others = fc.constantFrom(officer, otherProvider)
  const names = fc.subarray([...clauseNames], { maxLength: 3 })
  const changes = fc
    .tuple(fc.constantFrom(...Object.values(termSheets)), names)
    .map(
      ([from, picked]): Terms => Object.fromEntries(picked.flatMap((name) => (from[name] ? [[name, from[name]]] : []))),
    )
  const command: fc.Arbitrary<TermSheetCommand> = fc.oneof(
    fc.tuple(side, changes, names).map(([by, clauses, remove]) => counter(by, clauses, remove)),
    fc.tuple(side, changes).map(([by, clauses]) => counter(by, clauses)),
    fc.tuple(side, names).map(([by, clauses]) => agree(by, ...clauses)),
    side.map(accept),
    others.map(accept),
    fc.constant(counter(seeker, terms, ['site'])),
    side.map((by) => counter(by, terms)),
  )

  test('the record stays in order, and its versions are built again from its history', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (given) => {
        const past = history(decider, propose(provider))
        for (const one of given) {
          const before = stateAfter(decider, past)
          try {
            const events = decider.decide(before, one)
            past.push(...events.map((event) => ({ event, at: one.at })))
          } catch (error) {
            assert.ok(error instanceof DomainError, String(error))
            continue
          }
          const sheet = stateAfter(decider, past)
          assert.ok(before && sheet)
          assert.ok([provider, seeker].includes(one.by), 'only the two change it')
          assert.equal(sheet.status === 'accepted', sheet.acceptedBy.length === 2)
          assert.deepEqual(
            sheet.standings.map(({ clause }) => clause),
            clauseNames.filter((clause) => sheet.terms[clause]),
          )
          assert.equal(sheet.version, before.version + (one.type === 'counter' ? 1 : 0))
          if (one.type === 'counter') assert.deepEqual(sheet.acceptedBy, [])
          if (sheet.status === 'accepted') assert.ok(sheet.standings.every(({ standing }) => standing === 'agreed'))
        }
        const sheet = stateAfter(decider, past)
        const entries = past.map(({ event, at }, n) => ({ seq: n + 1, at, by: provider, ...event }))
        const versions = versionsIn(entries)
        assert.deepEqual(versions.at(-1)?.terms, sheet?.terms)
        assert.deepEqual(
          versions.map(({ version }) => version),
          versions.map((_, n) => n + 1),
        )
      }),
      { numRuns: 200 },
    )
  })

  test('there is always something to do for each of the two', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (given) => {
        const past = history(decider, propose(provider))
        for (const one of given) {
          try {
            past.push(...decider.decide(stateAfter(decider, past), one).map((event) => ({ event, at })))
          } catch {}
        }
        const sheet = stateAfter(decider, past)
        assert.ok(sheet)
        for (const relation of ['provider', 'seeker'] as const)
          assert.ok(decider.actions(sheet, { relations: [relation], at }).includes('counter'))
      }),
      { numRuns: 100 },
    )
  })
})
