import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { act, openMarket, proposedPair } from './market.ts'

const market = await openMarket()
const { provider, seeker, officer, running } = market
type Agent = typeof officer

const get = (who: Agent, id: string) => who.get(`/v1/matches/${id}`).expect(200)
const list = async (who: Agent, query: object) =>
  (
    await who
      .get('/v1/matches')
      .query({ limit: 100, ...query })
      .expect(200)
  ).body.items as any[]

describe('what happened before an approval', () => {
  test('is counted by no version, ETag or refusal that a party gets', async () => {
    const plain = await proposedPair(market)
    await act(officer, plain.match, 'approve').expect(200)
    const eventful = await proposedPair(market)
    const { id } = eventful.match.body
    await eventful.reviseOffer({ trl: 8 })
    await eventful.reviseNeed({ minimumTrl: 4 })
    running.clock.advance({ hours: 24 * 4 })
    await running.settle()
    const approved = await act(officer, await get(officer, id), 'approve').expect(200)
    assert.equal(approved.body.version, 5, 'proposed, rescored twice, reminded, approved')

    for (const who of [provider, seeker]) {
      const seen = await get(who, id)
      const other = await get(who, plain.match.body.id)
      assert.equal(seen.body.version, other.body.version)
      assert.equal((await list(who, { offer: eventful.offer.id }))[0].version, other.body.version)
      assert.match(seen.headers.etag!, new RegExp(`^"${other.body.version}-`))
      const stale = await act(who, approved, 'accept').expect(412)
      assert.doesNotMatch(JSON.stringify(stale.body), /\b[45]\b/)
      const accepted = await act(who, seen, 'accept').expect(200)
      const agreed = who === seeker ? 1 : 0
      assert.equal(accepted.body.version, seen.body.version + 1 + agreed)
      await act(who, other, 'accept').expect(200)
    }
  })
})

describe('a pair that is proposed anew', () => {
  const declined = async () => {
    const pair = await proposedPair(market, { offer: { trl: 5 } })
    const { id } = pair.match.body
    await act(officer, pair.match, 'approve').expect(200)
    const refusal = { code: 'wrongMaturity', text: 'We need a product.' }
    await act(seeker, await get(seeker, id), 'decline', refusal).expect(200)
    return { ...pair, id, seen: await Promise.all([provider, seeker].map((who) => get(who, id))) }
  }

  test('is to the parties what it was, until an officer approves it', async () => {
    const { id, seen, reviseOffer, need, offer } = await declined()
    const { en } = offer.content.texts
    await reviseOffer({ trl: 8, texts: { en: { ...en!, title: `${en!.title} revised` } } })
    assert.equal((await get(officer, id)).body.status, 'proposed')
    for (const [place, who] of [provider, seeker].entries()) {
      const before = seen[place]!
      const now = await get(who, id)
      const { offer: offerBefore, ...rest } = before.body
      const { offer: offerNow, ...restNow } = now.body
      assert.deepEqual(restNow, rest)
      assert.equal(offerNow.title, offerBefore.title)
      assert.deepEqual(
        (await list(who, { need: need.id })).map(({ status }) => status),
        ['declined'],
      )
      assert.deepEqual((await list(who, { need: need.id, status: 'declined' })).length, 1)
      assert.deepEqual(await list(who, { need: need.id, status: 'proposed' }), [])
      const refused = await act(who, now, 'accept').expect(409)
      assert.deepEqual(refused.body, (await act(who, before, 'accept')).body)
      assert.doesNotMatch(JSON.stringify(refused.body), /proposed/)
    }
    await act(officer, await get(officer, id), 'approve').expect(200)
    for (const who of [provider, seeker]) assert.equal((await get(who, id)).body.status, 'approved')
  })

  test('and rejected or lapsed before the parties heard of it, stays what it was', async () => {
    const { id, seen, reviseOffer } = await declined()
    await reviseOffer({ trl: 8 })
    await act(officer, await get(officer, id), 'reject', { code: 'duplicate', text: 'As another one.' }).expect(200)
    assert.equal((await get(officer, id)).body.status, 'rejected')
    for (const [place, who] of [provider, seeker].entries()) {
      const { version, status, refusal } = (await get(who, id)).body
      const { body } = seen[place]!
      assert.deepEqual(
        { version, status, refusal },
        { version: body.version, status: 'declined', refusal: body.refusal },
      )
    }
  })

  test('that the parties never heard of stays unknown to them', async () => {
    const { match, reviseOffer } = await proposedPair(market, { offer: { trl: 5 } })
    await act(officer, match, 'reject', { code: 'wrongMaturity' }).expect(200)
    await reviseOffer({ trl: 8 })
    for (const who of [provider, seeker]) {
      await who.get(`/v1/matches/${match.body.id}`).expect(404)
      await act(who, match, 'accept').expect(404)
    }
  })
})
