import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, eventually } from '@techbridge/testkit'
import { openGated } from './gated-market.ts'
import { act, matchesOf, proposedPair, publishedPair } from './market.ts'

const { market, plant, missed, goAway, comeBack } = await openGated()
const { officer, provider, seeker, running } = market
const read = (who: typeof officer, id: string) => who.get(`/v1/matches/${id}`)

/** No word of a gate, of what it found, or of the rules. */
const tellsNothing = (text: string) => assert.doesNotMatch(text, /gate"|hold|held|edition|sector\.other|Sector B/)

describe('a pair that the gate holds', () => {
  test('waits for an officer, who sees why and releases it', async () => {
    plant(() => 'hold')
    const { match, need } = await proposedPair(market)
    const { id, gate, actions } = match.body
    assert.partialDeepStrictEqual(gate, { outcome: 'hold', why: 'Sector B is not A.', edition: '2026-11-27' })
    assert.deepEqual(gate.reasons, [{ code: 'sector.other', params: { wanted: 'A', offered: 'B' } }])
    assert.deepEqual(actions, ['reject', 'release'])
    const held = await officer.get('/v1/matches').query({ held: true, need: need.id }).expect(200)
    assert.deepEqual(
      held.body.items.map((one: any) => one.id),
      [id],
    )

    const refused = assertProblem(await act(officer, match, 'approve'), 409, 'guard-office-review')
    assert.equal((refused.found as any).outcome, 'hold')
    assertProblem(await act(officer, match, 'release', {}), 422, 'invalid')
    const released = await act(officer, match, 'release', { reason: 'Not on the list.' }).expect(200)
    assert.equal(released.body.gate.release.reason, 'Not on the list.')
    assert.deepEqual((await officer.get('/v1/matches').query({ held: true, need: need.id })).body.items, [])
    await act(officer, released, 'approve').expect(200)

    const { body } = await officer.get(`/v1/matches/${id}/history`).expect(200)
    assert.deepEqual(
      body.items.map((entry: any) => entry.type.split('.')[2]),
      ['proposed', 'released', 'approved'],
    )
    for (const who of [provider, seeker]) {
      const seen = await read(who, id).expect(200)
      tellsNothing(seen.text)
      assert.deepEqual(seen.body.actions, ['accept', 'decline'])
    }
  })

  test('is unknown to the parties, and theirs to release in no way', async () => {
    plant(() => 'hold')
    const { match } = await proposedPair(market)
    for (const who of [provider, seeker]) {
      assertProblem(await read(who, match.body.id), 404, 'not-found')
      assertProblem(await act(who, match, 'release', { reason: 'Please.' }), 403, 'wrong-role')
      const { text } = await who.get('/v1/matches').query({ held: true, limit: 100 }).expect(200)
      assert.ok(!text.includes(match.body.id))
    }
  })
})

test('a match that is held after the approval says so to officers, and to parties that the office looks at it', async () => {
  plant(() => 'clear')
  const { match, reviseOffer } = await proposedPair(market)
  const approved = await act(officer, match, 'approve').expect(200)
  await act(provider, approved, 'accept').expect(200)
  plant(() => 'hold')
  await reviseOffer({ trl: 8 })
  const { id } = match.body
  for (const who of [provider, seeker]) {
    const seen = await read(who, id).expect(200)
    assert.deepEqual([seen.body.status, seen.body.actions, seen.body.accepted], ['approved', ['decline'], []])
    tellsNothing(seen.text)
    const refused = await act(who, seen, 'accept')
    assertProblem(refused, 409, 'guard-office-review')
    tellsNothing(refused.text)
  }
  const all = await Promise.all(
    [seeker, officer].map((who) => who.get('/v1/matches').query({ held: false, limit: 100 })),
  )
  assert.deepEqual(
    all.map(({ body }) => body.items.some((one: any) => one.id === id)),
    [true, false],
    'the filter is for officers',
  )
  await act(officer, await read(officer, id), 'release', { reason: 'Checked.' }).expect(200)
  for (const who of [provider, seeker]) await act(who, await read(who, id), 'accept').expect(200)
})

describe('a pair that the gate refuses', () => {
  test('is not proposed; the assessment says why', async () => {
    plant(() => 'refuse')
    const { need, offer } = await publishedPair(market)
    assert.deepEqual(await matchesOf(market, { need: need.id }), [])
    const { body } = await officer.get('/v1/matches/assessment').query({ need: need.id, offer: offer.id }).expect(200)
    assert.partialDeepStrictEqual(body.gate, { outcome: 'refuse', why: 'Sector B is not A.' })
    assert.ok(body.score > body.threshold)
  })

  test('lapses when it is open, without telling the parties more than that it no longer fits', async () => {
    plant(() => 'clear')
    const { match, reviseNeed } = await proposedPair(market)
    await act(officer, match, 'approve').expect(200)
    plant(() => 'refuse')
    await reviseNeed({ minimumTrl: 4 })
    const seen = await read(seeker, match.body.id).expect(200)
    assert.deepEqual([seen.body.status, seen.body.lapseCause], ['lapsed', 'noLongerFits'])
    tellsNothing(seen.text)
    assert.equal((await read(officer, match.body.id)).body.gate.outcome, 'refuse')
  })

  test('takes no place of others', async () => {
    plant(() => 'clear')
    const first = await publishedPair(market)
    plant(({ offer }) => (offer.id === first.offer.id ? 'refuse' : 'clear'))
    const again = await market.publishNeed(first.need.content)
    const other = await market.publishOffer(first.offer.content)
    await running.settle()
    const found = await matchesOf(market, { need: again.id })
    assert.deepEqual(
      found.map((one) => one.offer.id),
      [other.id],
    )
  })
})

test('while the gate is away pairs wait, and are proposed once it is back', async () => {
  plant(() => 'clear')
  goAway()
  const pair = publishedPair(market)
  await eventually('the gate is asked in vain', () => missed() > 1)
  const { body } = await officer.get('/v1/matches').query({ status: 'proposed', held: false, limit: 100 }).expect(200)
  comeBack()
  const { need } = await pair
  assert.ok(body.items.every((one: any) => one.need.id !== need.id))
  const [found] = await matchesOf(market, { need: need.id })
  assert.equal(found.gate.outcome, 'clear')
})
