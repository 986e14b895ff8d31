import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { needEvents, type Organisation } from '@techbridge/contracts'
import type { CreateService } from '@techbridge/process'
import { assertProblem, eventually } from '@techbridge/testkit'
import type { Finding } from '../src/domain/gate.ts'
import { createMatching } from '../src/service.ts'
import { act, matchesOf, openMarket, proposedPair, publishedPair } from './market.ts'
import { plantedGate } from './planted-gate.ts'

/** A market whose gate finds what is planted, and where unassessed pairs are held if so given. */
const openGated = async (unassessedPairs: 'propose' | 'hold' = 'propose') => {
  const planted = plantedGate()
  const create: CreateService = (dependencies) =>
    createMatching({ ...dependencies, gate: planted.gate, unassessedPairs })
  return { ...planted, market: await openMarket({ empty: true, create }) }
}

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

test('what the gate and the office do after the approval changes no version of the parties that shows nothing of it', async () => {
  const { market, plant } = await openGated()
  const { officer, provider, seeker, running } = market
  const read = async (who: typeof officer) => {
    const { body, headers } = await who.get(`/v1/matches/${match.body.id}`).expect(200)
    const { version, ...seen } = body
    return { version, seen, etag: headers.etag }
  }
  const readBoth = () => Promise.all([provider, seeker].map(read))
  plant(() => 'clear')
  const { match, need } = await proposedPair(market)
  await act(officer, match, 'approve').expect(200)
  let sequence = 10
  const askAgain = async (outcome: Finding['outcome']) => {
    plant(() => outcome)
    const officers = await read(officer)
    await running.publish(needEvents.renewed, need, ++sequence)
    await running.settle()
    assert.equal((await read(officer)).version, officers.version + 1)
  }

  const before = await readBoth()
  await askAgain('notAssessed')
  assert.deepEqual(await readBoth(), before)
  await askAgain('clear')
  assert.deepEqual(await readBoth(), before)
  await askAgain('hold')
  const held = await readBoth()
  for (const [place, { version, seen, etag }] of held.entries()) {
    assert.deepEqual([version, seen.actions], [before[place]!.version + 1, ['decline']])
    assert.notEqual(etag, before[place]!.etag)
  }
  for (const days of [4, 5]) {
    const { version } = await read(officer)
    running.clock.advance({ hours: 24 * days })
    await running.settle()
    assert.equal((await read(officer)).version, version + 1, 'the officer is reminded, then the lead is asked')
    assert.deepEqual(await readBoth(), held)
  }
  await act(officer, await officer.get(`/v1/matches/${match.body.id}`), 'release', { reason: 'Checked.' }).expect(200)
  for (const [place, { version, seen }] of (await readBoth()).entries())
    assert.deepEqual([version, seen.actions], [held[place]!.version + 1, ['accept', 'decline']])
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

describe('an organisation that is of another country or kind by now', () => {
  const move = async ({ need }: Awaited<ReturnType<typeof publishedPair>>, changes: Partial<Organisation>) => {
    const organisation = { ...need.organisation, ...changes }
    await running.publish(needEvents.organisationRenamed, { ...need, organisation }, 11)
    await running.settle()
  }
  const changes: Record<string, Partial<Organisation>> = { country: { country: 'LA' }, kind: { kind: 'large' } }
  for (const [what, change] of Object.entries(changes)) {
    const findHere = (outcome: 'hold' | 'refuse') =>
      plant(({ need }) => (need.country === change.country || need.kind === change.kind ? outcome : 'clear'))

    test(`has its open matches put before the gate again: ${what}`, async () => {
      findHere('refuse')
      const refused = await proposedPair(market)
      await act(officer, refused.match, 'approve').expect(200)
      await move(refused, change)
      const lapsed = (await read(officer, refused.match.body.id)).body
      assert.deepEqual([lapsed.status, lapsed.lapseCause, lapsed.gate.outcome], ['lapsed', 'noLongerFits', 'refuse'])
      assert.partialDeepStrictEqual(lapsed.need.organisation, change)

      findHere('hold')
      const held = await proposedPair(market)
      await move(held, change)
      const { body } = await read(officer, held.match.body.id)
      assert.deepEqual([body.gate.outcome, body.actions], ['hold', ['reject', 'release']])
      assert.partialDeepStrictEqual(body.need.organisation, change)
    })
  }

  test('is not asked about again for a new name alone', async () => {
    plant(() => 'clear')
    const pair = await proposedPair(market)
    plant(() => 'refuse')
    await move(pair, { name: 'Mekong Orchard Union' })
    assert.equal((await read(officer, pair.match.body.id)).body.status, 'proposed')
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

test('where nothing may be proposed unassessed, what the rules do not know is held', async () => {
  const { market, plant } = await openGated('hold')
  plant(() => 'notAssessed')
  const { match } = await proposedPair(market)
  assert.equal(match.body.gate.outcome, 'hold')
  assert.ok(match.body.gate.reasons.some(({ code }: any) => code === 'gate.must-be-assessed'))
})

test('the officer of a system without rules sees that nothing was assessed', async () => {
  const market = await openMarket({ empty: true })
  const { match } = await proposedPair(market)
  assert.equal(match.body.gate.outcome, 'notAssessed')
  assert.deepEqual(match.body.actions, ['approve', 'reject'])
})
