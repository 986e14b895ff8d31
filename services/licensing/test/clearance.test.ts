import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { clearanceFinding, matchEvents, message } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import { actors, assertProblem, given, history } from '@techbridge/testkit'
import fc from 'fast-check'
import { type ClearanceRules, findingOf, questionOf, type RuleFinding } from '../src/domain/clearance.ts'
import { caseLife } from '../src/domain/licensing-case.ts'
import { noRules } from '../src/rules/no-rules.ts'
import { by, cameInto, finding, need, offer, opened } from './case-life.ts'
import { nda, openLicensing, toApproval, toNegotiation, toSignature } from './opened-case.ts'

const reasons = [message('clearance.no-rules')]
const reason = 'End user and end use checked.'

/** Rules in memory that find what a test plants, and can be away. */
const plantedRules = () => {
  const planted: { finding: RuleFinding; isAway: boolean } = { finding: { outcome: 'unknown', reasons }, isAway: false }
  const questions: string[] = []
  const rules: ClearanceRules = {
    ask: async (question) => {
      if (planted.isAway) throw new Unavailable('the rules are away')
      questions.push(question.act)
      return planted.finding
    },
  }
  return { planted, questions, rules }
}

const anyQuestion = fc
  .record({
    act: fc.constantFrom('annex', 'evaluation', 'messages', 'negotiation', 'signature'),
    country: fc.constantFrom('CN', 'VN', 'TH'),
  })
  .map(({ act, country }) => {
    const seeker = { ...need, organisation: { ...need.organisation, country } }
    return questionOf({ id: 'case_1', need: seeker, offer, dealType: 'option', family: 'option' }, act)
  })

for (const [name, rules] of [
  ['that do not exist yet', noRules],
  ['of tests', plantedRules().rules],
] as const)
  describe(`the rules ${name}`, () => {
    test('find what the contract allows, the same each time, with a reason where it is not clear', () =>
      fc.assert(
        fc.asyncProperty(anyQuestion, async (question) => {
          const before = structuredClone(question)
          const found = await rules.ask(question)
          clearanceFinding.parse(findingOf(found))
          assert.deepEqual(await rules.ask(question), found)
          assert.ok(found.outcome === 'clear' || found.reasons.length > 0)
          assert.deepEqual(question, before, 'asking changes nothing')
        }),
        { numRuns: 30 },
      ))
  })

test('of an act it is unknown whether it is allowed as long as there are no rules', async () => {
  const question = questionOf({ id: 'case_1', need, offer, dealType: 'option', family: 'option' }, 'annex')
  assert.equal((await noRules.ask(question)).outcome, 'unknown')
  assert.throws(() => findingOf({ outcome: 'restricted', reasons: [] }), /no reason/)
})

describe('an act across a border', () => {
  const { officer, provider } = actors

  test('is not done on a finding that was not asked for, or is not what the officer knew', () => {
    const past = history(caseLife, opened, ...cameInto.signature)
    for (const other of [undefined, { ...finding, edition: '2027-01' }, { ...finding, outcome: 'restricted' as const }])
      given(caseLife, ...past)
        .when(by(provider, 'sign', { finding: other }))
        .thenIsRefused({ kind: 'conflict', code: 'guard-clearance-changed' })
  })

  test('of one kind clears no other, and what is prohibited nobody clears', () => {
    const past = history(caseLife, opened, ...cameInto.clearance, by(officer, 'clear', { act: 'annex' }))
    given(caseLife, ...past)
      .when(by(officer, 'start-negotiation'))
      .thenIsRefused({ kind: 'conflict', code: 'guard-negotiation-cleared' })
    given(caseLife, ...past)
      .when(by(officer, 'clear', { finding: { ...finding, outcome: 'prohibited' } }))
      .thenIsRefused({ kind: 'conflict', code: 'guard-clearance-prohibited' })
  })
})

describe('licensing under rules', async () => {
  const { planted, questions, rules } = plantedRules()
  const { running, people, open, act, read, play } = await openLicensing({ rules })
  after(running.close)

  test('opens nothing uncleared, and says what has been cleared for which act', async () => {
    const id = await open()
    await play(id, ...nda, ['officer start-clearance'])
    assert.deepEqual((await read(id, 'seeker')).disclosable, [])
    assertProblem(await act(id, 'officer', 'start-negotiation'), 409, 'guard-negotiation-cleared')
    const after = await play(
      id,
      ['officer clear', { act: 'annex', reason }],
      ['officer clear', { act: 'negotiation', reason }],
    )
    assert.deepEqual(after.disclosable, ['annex', 'negotiation'])
    assert.deepEqual(
      after.clearances.map((one: any) => [one.act, one.isValid, one.reason, one.finding.outcome]),
      [
        ['annex', true, reason, 'unknown'],
        ['negotiation', true, reason, 'unknown'],
      ],
    )
    const seen = await read(id, 'seeker')
    assert.deepEqual(Object.keys(seen.clearances[0]).toSorted(), ['act', 'at', 'isValid'])
    await act(id, 'officer', 'hold', { reason }).expect(200)
    assert.deepEqual((await read(id)).disclosable, [], 'nothing is disclosed while the case rests')
  })

  test('asks the rules again at each act, and refuses it when they say something else', async () => {
    const id = await open()
    await play(id, ...toSignature, ['officer clear', { act: 'signature', reason }])
    questions.length = 0
    planted.finding = { outcome: 'restricted', reasons, edition: '2027-01' }
    const refused = assertProblem(await act(id, 'provider', 'sign'), 409, 'guard-clearance-changed')
    assert.deepEqual([questions, refused.found], [['signature'], undefined], 'what the rules say is not for parties')
    assert.ok(refused.next?.some((one) => one.by === 'officer' && one.actions.includes('clear')))
    await play(id, ['officer clear', { act: 'signature', reason: 'Licence 12 of 2 January.' }], ['provider sign'])
    planted.finding = { outcome: 'unknown', reasons }
  })

  test('does nothing while the rules cannot be reached', async () => {
    const id = await open()
    await play(id, ...nda, ['officer start-clearance'])
    planted.isAway = true
    const away = await act(id, 'officer', 'clear', { act: 'negotiation', reason })
    assertProblem(away, 503, 'unavailable')
    planted.isAway = false
    assert.deepEqual((await read(id)).clearances, [])
  })

  test('goes back to the clearance when it is taken back, and approvals are void', async () => {
    const id = await open()
    await play(id, ...toApproval, ['provider affirm-encumbrances'], ['seeker approve'])
    const { status, approvedBy } = await play(id, ['officer revoke-clearance', { act: 'negotiation', reason }])
    assert.deepEqual([status, approvedBy], ['clearance', []])
    assertProblem(await act(id, 'officer', 'revoke-clearance', { act: 'annex', reason }), 409, 'guard-has-clearance')
    const { body } = await people.seeker.get(`/v1/cases/${id}/history`).expect(200)
    const last = body.items.at(-1)
    assert.deepEqual([last.data.act, last.data.approvedBy, last.data.reason], ['negotiation', ['seeker'], undefined])
  })

  test('asks nothing where both sides are in one country', async () => {
    questions.length = 0
    const id = await open({ need: { ...need, organisation: { ...need.organisation, country: 'CN' } } })
    await play(id, ...nda, ['officer start-clearance'], ['officer start-negotiation'])
    assert.deepEqual(questions, [])
    assertProblem(await act(id, 'officer', 'clear', { act: 'annex', reason }), 409, 'guard-across-border')
  })

  test('clears anew what a side takes with it to another country', async () => {
    const id = await open()
    await play(id, ...toNegotiation)
    const moved = { ...need, organisation: { ...need.organisation, country: 'TH' } }
    await running.publish(
      matchEvents.organisationRenamed,
      { id: id.replace('case', 'match'), need: moved, offer, party: 'seeker', disclosed: true },
      6,
    )
    await running.settle()
    const { clearances, awaited } = await read(id)
    assert.deepEqual([clearances[0].isValid, awaited.who, awaited.actions], [false, ['officer'], ['clear']])
    assertProblem(await act(id, 'seeker', 'request-review'), 409, 'guard-negotiation-cleared')
    await play(id, ['officer clear', { act: 'negotiation', reason }], ['seeker request-review'])
  })
})
