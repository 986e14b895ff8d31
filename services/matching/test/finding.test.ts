import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { needEvents, offerEvents } from '@techbridge/contracts'
import { assertProblem, offerContent, organisations } from '@techbridge/testkit'
import { act, matchesOf, openMarket, proposedPair } from './market.ts'

const market = await openMarket()
const { running, officer } = market

const gone = ({ id, reference, type, organisation }: Awaited<ReturnType<typeof market.publishOffer>>) => ({
  id,
  reference,
  type,
  organisation,
  reason: 'sold',
})

describe('a match', () => {
  test('is found when the need comes after the offer, and explained', async () => {
    const { match, offer, need } = await proposedPair(market)
    const { body } = match
    assert.deepEqual([body.status, body.need.id, body.offer.id], ['proposed', need.id, offer.id])
    assert.deepEqual(body.actions, ['approve', 'reject'])
    const total = body.features.reduce((sum: number, { contribution }: any) => sum + contribution, 0)
    assert.ok(Math.abs(total - body.score) < 1e-3)
    const terms = body.features
      .find(({ name }: any) => name === 'text')
      .terms.flatMap(({ term }: any) => term.split(' '))
    assert.ok(terms.length >= 10, String(terms))
  })

  test('is found when the offer comes after the need, with the same score', async () => {
    const need = await market.publishNeed()
    await running.settle()
    const before = await matchesOf(market, { need: need.id })
    const offer = await market.publishOffer()
    await running.settle()
    const [match] = await matchesOf(market, { need: need.id, offer: offer.id })
    assert.equal(
      before.some(({ id }) => id === match.id),
      false,
    )
    const assessment = await officer.get('/v1/matches/assessment').query({ need: need.id, offer: offer.id }).expect(200)
    assert.equal(assessment.body.score, match.score)
  })

  test('is one, however often its events are delivered', async () => {
    const { offer, need, match } = await proposedPair(market)
    await running.publish(offerEvents.published, offer, 10)
    await running.publish(needEvents.published, need, 10)
    await running.settle()
    const [again] = await matchesOf(market, { need: need.id, offer: offer.id })
    assert.deepEqual([again.id, again.version], [match.body.id, match.body.version])
  })

  test('is not made of one organisation’s own profiles, or where no rights are given', async () => {
    const own = await market.publishOffer(offerContent(), { organisation: organisations.cooperative })
    const elsewhere = await market.publishOffer(offerContent({ territories: ['LA'] }))
    const need = await market.publishNeed()
    await running.settle()
    assert.deepEqual(await matchesOf(market, { need: need.id, offer: own.id }), [])
    assert.deepEqual(await matchesOf(market, { need: need.id, offer: elsewhere.id }), [])
    const query = { need: need.id, offer: own.id }
    const { body } = await officer.get('/v1/matches/assessment').query(query).expect(200)
    assert.match(body.excluded, /same organisation/)
  })
})

describe('an open match', () => {
  test('lapses when either profile is withdrawn or expires', async () => {
    const endings = [
      ['offer', offerEvents.withdrawn],
      ['need', needEvents.withdrawn],
      ['offer', offerEvents.expired],
      ['need', needEvents.expired],
    ] as const
    for (const [side, contract] of endings) {
      const pair = await proposedPair(market)
      await running.publish(contract as typeof offerEvents.withdrawn, gone(pair[side] as never), 11)
      await running.settle()
      const { body } = await officer.get(`/v1/matches/${pair.match.body.id}`).expect(200)
      assert.deepEqual([body.status, body.actions], ['lapsed', []])
      assertProblem(await act(officer, pair.match, 'approve'), 412, 'stale-version')
    }
  })

  test('is scored anew when either profile is revised', async () => {
    const { match, reviseOffer, reviseNeed } = await proposedPair(market)
    await reviseOffer({ dealTypes: ['assignment'] })
    const lower = await officer.get(`/v1/matches/${match.body.id}`).expect(200)
    assert.ok(lower.body.score < match.body.score)
    assert.equal(lower.body.version, match.body.version + 1)
    await reviseNeed({ dealTypes: ['assignment'] })
    const { body } = await officer.get(`/v1/matches/${match.body.id}`).expect(200)
    assert.ok(body.score > lower.body.score)
  })

  test('lapses when a revision takes away what it stood on', async () => {
    const { match, reviseOffer } = await proposedPair(market)
    await reviseOffer({ territories: ['LA'] })
    assert.equal((await officer.get(`/v1/matches/${match.body.id}`)).body.status, 'lapsed')
    const lapsed = (await running.events()).findLast(({ subject }) => subject === match.body.id)
    assert.equal((lapsed!.data as any).cause, 'noLongerFits')
  })
})

test('a refused pair comes back after a revision, not after a repetition', async () => {
  const { match, offer, reviseOffer } = await proposedPair(market)
  await act(officer, match, 'reject', { code: 'wrongMaturity' }).expect(200)
  await running.publish(offerEvents.renewed, offer, 11)
  await running.settle()
  assert.equal((await officer.get(`/v1/matches/${match.body.id}`)).body.status, 'rejected')
  await reviseOffer({ trl: 9 })
  const { body } = await officer.get(`/v1/matches/${match.body.id}`)
  assert.deepEqual([body.status, 'refusal' in body], ['proposed', false])
})

test('an assessment of what is not public is refused', async () => {
  const need = await market.publishNeed()
  await running.settle()
  const query = { need: need.id, offer: `offer_${'f'.repeat(24)}` }
  assertProblem(await officer.get('/v1/matches/assessment').query(query), 404, 'not-found')
  assertProblem(await market.provider.get('/v1/matches/assessment').query(query), 403, 'wrong-role')
})
