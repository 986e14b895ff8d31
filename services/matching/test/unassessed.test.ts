import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CreateService } from '@techbridge/process'
import { assertProblem } from '@techbridge/testkit'
import { createMatching } from '../src/service.ts'
import { openGated } from './gated-market.ts'
import { act, openMarket, proposedPair } from './market.ts'
import { plantedGate } from './planted-gate.ts'

test('where nothing may be proposed unassessed, what the rules do not know is held', async () => {
  const { market, plant } = await openGated('hold')
  plant(() => 'notAssessed')
  const { match } = await proposedPair(market)
  assert.equal(match.body.gate.outcome, 'hold')
  assert.ok(match.body.gate.reasons.some(({ code }: any) => code === 'gate.must-be-assessed'))
})

test('what was proposed or approved unassessed is held once nothing may be, until an officer releases it', async () => {
  const planted = plantedGate()
  const opened: Parameters<typeof createMatching>[0][] = []
  const create: CreateService = (dependencies) => {
    opened.push({ ...dependencies, gate: planted.gate })
    return createMatching(opened[0]!)
  }
  const market = await openMarket({ empty: true, create })
  const openAnew = () => createMatching({ ...opened[0]!, unassessedPairs: 'hold' })
  const { officer, provider } = market
  planted.plant(() => 'notAssessed')
  const [waiting, approved] = [await proposedPair(market), await proposedPair(market)]
  await act(officer, approved.match, 'approve').expect(200)
  planted.plant(() => 'clear')
  const cleared = await proposedPair(market)

  planted.plant(({ need }) => (need.id === cleared.need.id ? 'clear' : 'notAssessed'))
  const later = await openAnew()
  planted.goAway()
  await assert.rejects(later.sweep())
  planted.comeBack()
  await later.sweep()
  const read = async (who: typeof officer, { match }: typeof waiting) =>
    who.get(`/v1/matches/${match.body.id}`).expect(200)
  const held = await read(officer, waiting)
  assert.deepEqual([held.body.gate.outcome, held.body.actions], ['hold', ['reject', 'release']])
  assertProblem(await act(officer, held, 'approve'), 409, 'guard-office-review')
  assertProblem(await act(provider, await read(provider, approved), 'accept'), 409, 'guard-office-review')
  assert.deepEqual((await read(officer, cleared)).body.actions, ['approve', 'reject'])

  await act(officer, held, 'release', { reason: 'Checked.' }).expect(200)
  await (await openAnew()).sweep()
  assert.deepEqual((await read(officer, waiting)).body.actions, ['approve', 'reject'])
})

test('the officer of a system without rules sees that nothing was assessed', async () => {
  const market = await openMarket({ empty: true })
  const { match } = await proposedPair(market)
  assert.equal(match.body.gate.outcome, 'notAssessed')
  assert.deepEqual(match.body.actions, ['approve', 'reject'])
})
