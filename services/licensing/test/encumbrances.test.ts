import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { caseEvents } from '@techbridge/contracts'
import { actors, assertProblem, given, history } from '@techbridge/testkit'
import { caseLife } from '../src/domain/licensing-case.ts'
import { by, cameInto, opened } from './case-life.ts'
import { openLicensing, toApproval, toSignature } from './opened-case.ts'

const { officer, provider, seeker } = actors
const reason = 'Consent of 2 December.'

describe('burdens of an offer', () => {
  const past = history(
    caseLife,
    opened,
    ...cameInto.legalReview,
    by(provider, 'declare-encumbrance'),
    by(officer, 'pass-review'),
  )

  test('are declared by its provider, and must all be settled before anybody approves', () => {
    given(caseLife, ...past)
      .when(by(seeker, 'declare-encumbrance'))
      .thenIsRefused({ kind: 'forbidden' })
    for (const who of [officer, provider, seeker])
      given(caseLife, ...past)
        .when(by(who, 'approve'))
        .thenIsRefused({ kind: 'conflict', code: 'guard-encumbrances-settled' })
    const settled = history(
      caseLife,
      opened,
      ...cameInto.legalReview,
      by(provider, 'declare-encumbrance'),
      by(officer, 'pass-review'),
      by(officer, 'settle-encumbrance'),
    )
    given(caseLife, ...settled)
      .when(by(officer, 'approve'))
      .thenIsRefused({ kind: 'conflict', code: 'guard-encumbrances-settled' })
    given(caseLife, ...settled)
      .when(by(provider, 'affirm-encumbrances'))
      .thenHappens(caseEvents.encumbrancesAffirmed)
  })

  test('are settled by whom it falls to, once', () => {
    given(caseLife, ...past)
      .when(by(provider, 'settle-encumbrance'))
      .thenIsRefused({ kind: 'conflict', code: 'guard-encumbrance-open' })
    given(caseLife, ...past)
      .when(by(officer, 'settle-encumbrance', { number: 2 }))
      .thenIsRefused({ kind: 'conflict', code: 'guard-encumbrance-yours' })
    const inventor = history(caseLife, opened, by(provider, 'declare-encumbrance', { kind: 'inventor' }))
    given(caseLife, ...inventor)
      .when(by(provider, 'settle-encumbrance'))
      .thenHappens([caseEvents.encumbranceSettled, { by: 'provider', number: 1 }])
  })

  test('that come up late void approvals and signatures', () => {
    const signing = history(caseLife, opened, ...cameInto.signature, by(seeker, 'sign'))
    const after = given(caseLife, ...signing)
      .when(by(provider, 'declare-encumbrance'))
      .thenHappens([
        caseEvents.encumbranceDeclared,
        { approvedBy: ['officer', 'provider', 'seeker'], signedBy: ['seeker'] },
      ])
    assert.deepEqual([after?.status, after?.approvedBy, after?.agreementSignedBy], ['approval', [], []])
  })
})

describe('a changed term sheet', () => {
  const change = (termSheet: number) => ({ type: 'void-approvals', termSheet, at: opened.at, by: officer }) as const

  test('voids approvals and signatures, says whose, and leads back to the negotiation', () => {
    for (const status of ['legalReview', 'approval', 'signature'] as const) {
      const after = given(caseLife, ...history(caseLife, opened, ...cameInto[status]))
        .when(change(4))
        .thenHappens([caseEvents.approvalsVoided, { termSheet: 4 }])
      assert.deepEqual([after?.status, after?.approvedBy], ['negotiation', []])
    }
    given(caseLife, ...history(caseLife, opened, ...cameInto.signature, by(seeker, 'sign')))
      .when(change(2))
      .thenHappens([
        caseEvents.approvalsVoided,
        { approvedBy: ['officer', 'provider', 'seeker'], signedBy: ['seeker'] },
      ])
  })

  test('does so while the case rests too, and changes nothing before a review or after the signatures', () => {
    const resting = history(caseLife, opened, ...cameInto.signature, by(seeker, 'hold'))
    const after = given(caseLife, ...resting)
      .when(change(2))
      .thenHappens([caseEvents.approvalsVoided, { approvedBy: ['officer', 'provider', 'seeker'] }])
    assert.deepEqual([after?.status, after?.pausedFrom, after?.approvedBy], ['onHold', 'negotiation', []])
    for (const status of ['opened', 'nda', 'negotiation', 'recordal', 'active', 'terminated'] as const)
      given(caseLife, ...history(caseLife, opened, ...cameInto[status]))
        .when(change(2))
        .thenNothingHappens()
  })
})

describe('over HTTP', async () => {
  const { running, people, open, act, read, play } = await openLicensing()
  after(running.close)

  test('whose rights burden an offer is for its provider and officers, and the seeker learns whether it is settled', async () => {
    const id = await open()
    const secret = { kind: 'coOwner', holder: 'Lotus Institute', note: 'Owns a third.' }
    await play(id, ['provider declare-encumbrance', secret], ...toApproval, ['provider affirm-encumbrances'])
    const refused = assertProblem(await act(id, 'seeker', 'approve'), 409, 'guard-encumbrances-settled')
    assert.ok(refused.next?.some((one) => one.by === 'officer' && one.actions.includes('settle-encumbrance')))
    const { awaited } = await read(id, 'seeker')
    assert.deepEqual([awaited.who, awaited.actions[1]], [['officer'], 'settle-encumbrance'])
    await play(id, ['officer settle-encumbrance', { number: 1, reason }])
    for (const [who, knows] of [
      ['officer', true],
      ['provider', true],
      ['seeker', false],
    ] as const) {
      const seen = await read(id, who)
      const { body: told } = await people[who].get(`/v1/cases/${id}/history`).expect(200)
      assert.equal(seen.encumbrancesSettled, true)
      assert.equal(JSON.stringify([seen, told]).includes('Lotus'), knows, who)
      assert.equal(JSON.stringify([seen, told]).includes(reason), knows, who)
    }
  })

  test('rework resets approvals and signatures and says where it leads', async () => {
    const id = await open()
    await play(id, ...toSignature, ['officer clear', { act: 'signature', reason }], ['provider sign'])
    const back = await play(id, ['seeker rework', { to: 'legalReview', reason: 'A clause is missing.' }])
    assert.deepEqual([back.status, back.approvedBy, back.agreementSignedBy], ['legalReview', [], []])
    const again = { to: 'legalReview', reason: 'Again.' }
    assertProblem(await act(id, 'seeker', 'rework', again), 409, 'guard-rework-back')
  })
})
