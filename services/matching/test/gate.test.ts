import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { message } from '@techbridge/contracts'
import { answerOf, type Finding, inQuestion, isHeld, isSameAnswer } from '../src/domain/gate.ts'
import { score } from '../src/domain/score.ts'
import { notAssessed } from '../src/gates/not-assessed.ts'
import { askGate } from '../src/usecases/ask-gate.ts'
import { gateConformance } from './gate-conformance.ts'
import { corpus, publishedNeed, publishedOffer, sidesOf } from './pairs.ts'
import { plantedGate } from './planted-gate.ts'

gateConformance('that has no rules', () => ({ gate: notAssessed }))

gateConformance('of the tests', () => {
  const { gate, plant, goAway, comeBack } = plantedGate()
  plant(({ offer }) => (offer.sector === 'A' ? 'hold' : offer.country === 'CN' ? 'refuse' : 'clear'))
  return { gate, outage: { begin: goAway, end: comeBack } }
})

const [need, offer] = [publishedNeed(), publishedOffer()]
const assessment = { ...sidesOf(need, offer), ...score(sidesOf(need, offer), corpus) }
const unassessed: Finding = { outcome: 'notAssessed', reasons: [message('gate.not-assessed')] }

describe('the question', () => {
  test('has of both sides what rules of law are about, and no texts', () => {
    assert.deepEqual(inQuestion(need, offer).offer, {
      id: offer.id,
      revision: 1,
      country: 'CN',
      kind: 'university',
      type: 'TO',
      sector: offer.content.sector,
      ipc: offer.content.ipc,
      dealTypes: offer.content.dealTypes,
      territories: offer.content.territories,
    })
    assert.deepEqual(inQuestion(need, offer).need.country, 'VN')
  })
})

describe('what was not assessed', () => {
  test('is proposed and says so', () => {
    const { outcome, why } = answerOf(unassessed, 'propose')
    assert.equal(outcome, 'notAssessed')
    assert.match(why, /clears nothing/)
  })

  test('is held where nothing may be proposed unassessed', () => {
    const { outcome, reasons, why } = answerOf(unassessed, 'hold')
    assert.equal(outcome, 'hold')
    assert.deepEqual(
      reasons.map(({ code }) => code),
      ['gate.not-assessed', 'gate.must-be-assessed'],
    )
    assert.match(why, /until an officer releases it/)
  })

  test('is the only finding that the setting changes', () => {
    for (const outcome of ['clear', 'hold', 'refuse'] as const)
      assert.equal(answerOf({ ...unassessed, outcome }, 'hold').outcome, outcome)
  })
})

describe('a gate that does not answer as it must', () => {
  const asking = (assess: (...args: any[]) => Promise<any>) =>
    askGate({ gate: { assess }, unassessed: 'propose' }, [assessment])

  test('has proposed nothing', async () => {
    await assert.rejects(
      asking(async () => []),
      /asked about 1 pairs and answered 0/,
    )
    await assert.rejects(asking(async () => [{ outcome: 'yes', reasons: [] }]))
    await assert.rejects(asking(async () => [undefined]))
    for (const outcome of ['notAssessed', 'hold', 'refuse'])
      await assert.rejects(
        asking(async () => [{ outcome, reasons: [] }]),
        /gave no reason/,
      )
    assert.equal((await asking(async () => [{ outcome: 'clear', reasons: [] }])).length, 1)
  })

  test('is not asked about nothing', async () => {
    const { gate, goAway } = plantedGate()
    goAway()
    assert.deepEqual(await askGate({ gate, unassessed: 'propose' }, []), [])
  })
})

test('a release ends the hold, and another edition is another answer', () => {
  const answer = answerOf({ ...unassessed, outcome: 'hold', edition: '1' }, 'propose')
  const released = { ...answer, release: { reason: 'Checked.', at: '2026-11-27T09:00:00.000Z' } }
  assert.ok(isHeld({ gate: answer }))
  assert.ok(!isHeld({ gate: released }))
  assert.ok(isSameAnswer(released, answer))
  assert.ok(!isSameAnswer(released, { ...answer, edition: '2' }))
  assert.ok(isSameAnswer(undefined, answerOf(unassessed, 'propose')))
  assert.ok(!isSameAnswer(undefined, answer))
})
