import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { agreementFamily, dealType } from '@techbridge/contracts'
import { assertProblem } from '@techbridge/testkit'
import { familiesOf } from '../src/domain/deal.ts'
import { need, offer } from './case-life.ts'
import { nda, openLicensing, toActive } from './opened-case.ts'

const { running, open, act, read, play } = await openLicensing()
after(running.close)
const reason = 'Agreed.'

describe('a case of each deal type', () => {
  for (const one of dealType.options)
    test(`${one}: comes into force by the steps that its deal has`, async () => {
      const deal = { dealTypes: [one] }
      const id = await open({ need: { ...need, ...deal }, offer: { ...offer, ...deal } })
      const { family } = await read(id)
      assert.equal(family, familiesOf[one][0])
      const steps = toActive.slice(0, -1)
      const signed = await play(id, ...steps)
      const isRecorded = ['licence', 'assignment'].includes(family)
      assert.equal(signed.status, isRecorded ? 'recordal' : 'signed')
      if (isRecorded) await play(id, ['officer record', { office: 'CNIPA', number: 'X1', on: '2026-11-20' }])
      const { status } = await play(id, ['officer activate'], ['officer complete', { reason }])
      assert.equal(status, 'completed')
    })

  test('evaluates first only where that is a step of its own', async () => {
    for (const one of dealType.options) {
      const deal = { dealTypes: [one] }
      const id = await open({ need: { ...need, ...deal }, offer: { ...offer, ...deal } })
      const { family } = await play(id, ...nda, ['officer clear', { act: 'evaluation', reason }])
      const answer = await act(id, 'officer', 'start-evaluation')
      const hasOne =
        ['licence', 'option', 'assignment', 'jointDevelopment'].includes(family) && one !== 'evaluationLicence'
      if (hasOne) assert.equal(answer.body.status, 'evaluation', one)
      else assertProblem(answer, 409, 'guard-evaluable')
    }
  })

  test('records nothing that is not registered', async () => {
    const id = await open({ offer: { ...offer, ipStatus: 'secretKnowHow' } })
    assert.equal((await play(id, ...toActive)).status, 'active')
  })
})

test('every family of agreement belongs to some deal, and each deal can stay with an NDA', () => {
  const all = Object.values(familiesOf)
  for (const family of agreementFamily.options)
    assert.ok(
      all.some((ones) => ones.includes(family)),
      family,
    )
  for (const ones of all) assert.equal(ones.at(-1), 'nda')
})

test('an NDA alone comes into force when both have signed it', async () => {
  const id = await open()
  await play(
    id,
    ['seeker choose-deal', { dealType: 'option', family: 'nda' }],
    ['officer draft-nda'],
    ['seeker sign-nda'],
  )
  assertProblem(await act(id, 'officer', 'activate'), 409, 'guard-nda-complete')
  await play(id, ['provider sign-nda'])
  assertProblem(await act(id, 'officer', 'start-clearance'), 409, 'guard-beyond-nda')
  assert.equal((await play(id, ['officer activate'])).status, 'active')
})

test('where need and offer have no deal in common, one is chosen, of a family that fits', async () => {
  const id = await open({ offer: { ...offer, dealTypes: ['assignment'] } })
  const before = await play(id, ...nda)
  assert.deepEqual([before.dealType, before.awaited.actions], [undefined, ['choose-deal']])
  assertProblem(await act(id, 'officer', 'start-clearance'), 409, 'guard-deal-chosen')
  const misfit = { dealType: 'assignment', family: 'jointLaboratory' }
  assertProblem(await act(id, 'seeker', 'choose-deal', misfit), 409, 'guard-family-fits')
  const { dealType: chosen, family } = await play(id, ['seeker choose-deal', { dealType: 'assignment' }])
  assert.deepEqual([chosen, family], ['assignment', 'assignment'])
  await play(id, ['officer start-clearance'])
  const back = { dealType: 'assignment', family: 'nda' }
  assertProblem(await act(id, 'provider', 'choose-deal', back), 409, 'guard-family-fits')
})

test('an amendment goes through the same steps, and what was signed stays in force when it is given up', async () => {
  const id = await open({ offer: { ...offer, ipStatus: 'secretKnowHow' } })
  await play(id, ...toActive, ['seeker amend', { reason }])
  const { status } = await play(id, ['officer start-negotiation'], ['seeker withdraw-amendment', { reason }])
  assert.equal(status, 'active')
  assert.deepEqual((await read(id)).agreementSignedBy, ['provider', 'seeker'])
  const after = await play(
    id,
    ['provider amend', { reason }],
    ['officer start-negotiation'],
    ['seeker request-review'],
    ['officer pass-review'],
    ['officer approve'],
    ['provider approve'],
    ['seeker approve'],
    ['seeker sign'],
    ['provider sign'],
    ['officer activate'],
  )
  assert.equal(after.status, 'active')
  assertProblem(await act(id, 'seeker', 'withdraw-amendment', { reason }), 409, 'illegal-transition')
})
