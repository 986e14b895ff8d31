import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { needContent, offerContent } from '@techbridge/testkit'
import { act, matchesOf, openMarket, proposedPair } from './market.ts'

const market = await openMarket()
const { running, officer, provider, seeker } = market
const { clock } = running

const dayOf = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
const due = { responseDeadline: dayOf(1), responseDeadlineZone: 'Asia/Bangkok' }
const late = dayOf(200)
const read = async (id: string) => (await officer.get(`/v1/matches/${id}`).expect(200)).body
/** Two days later at noon, and back again. */
const afterwards = async (work: () => Promise<void>) => {
  clock.advance({ days: 2 })
  try {
    await work()
  } finally {
    clock.advance({ days: -2 })
  }
}

describe('a need whose response deadline has passed', () => {
  test('is not matched when its publication is handled late', async () => {
    const offer = await market.publishOffer()
    const need = await market.publishNeed(needContent(due))
    await afterwards(async () => {
      await running.settle()
      assert.deepEqual(await matchesOf(market, { need: need.id, offer: offer.id }), [])
    })
  })

  test('is not matched with an offer that comes afterwards, and says why', async () => {
    const need = await market.publishNeed(needContent(due))
    await running.settle()
    await afterwards(async () => {
      const offer = await market.publishOffer(offerContent({ trl: 8 }))
      await running.settle()
      assert.deepEqual(await matchesOf(market, { need: need.id, offer: offer.id }), [])
      const { body } = await officer.get(`/v1/matches/assessment?need=${need.id}&offer=${offer.id}`).expect(200)
      assert.match(body.excluded, new RegExp(`due by ${due.responseDeadline}.*Asia/Bangkok`))
    })
  })

  test('takes no place of others among the candidates', async () => {
    const words = { title: 'Quokka fodder pellets', summary: 'Quokka fodder pellets', description: 'Quokka fodder' }
    const alike = { texts: { en: words }, keywords: {} }
    for (let count = 0; count < 60; count++) await market.publishNeed(needContent({ ...alike, ...due }))
    // Longer, and so behind the others.
    const longer = { ...words, description: 'Quokka fodder for a zoo by the sea, with hay' }
    const open = await market.publishNeed(needContent({ ...alike, texts: { en: longer } }))
    await running.settle()
    await afterwards(async () => {
      const offer = await market.publishOffer(offerContent(alike))
      await running.settle()
      assert.deepEqual(
        (await matchesOf(market, { offer: offer.id })).map(({ need }) => need.id),
        [open.id],
      )
    })
  })
})

describe('a match', () => {
  test('says until when the need wants responses, to parties too', async () => {
    const { match } = await proposedPair(market, { need: due })
    assert.deepEqual(match.body.need.deadline, {
      date: due.responseDeadline,
      zone: 'Asia/Bangkok',
      zoneFrom: 'owner',
      endsAt: `${due.responseDeadline}T17:00:00.000Z`,
      passed: false,
    })
    assert.equal(match.body.answerBy, match.body.need.deadline.endsAt)
    await act(officer, match, 'approve').expect(200)
    const seen = await provider.get(`/v1/matches/${match.body.id}`).expect(200)
    assert.deepEqual(seen.body.need.deadline, match.body.need.deadline)
  })

  test('that nobody responded to lapses, and comes back once the need has a later deadline', async () => {
    const pair = await proposedPair(market, { need: due })
    const { id } = pair.match.body
    await afterwards(async () => {
      await running.settle()
      const lapsed = await read(id)
      assert.deepEqual([lapsed.status, lapsed.lapseCause], ['lapsed', 'needDeadlinePassed'])
      assert.equal(lapsed.need.deadline.passed, true)
      await pair.reviseNeed({ responseDeadline: late })
      const again = await read(id)
      assert.deepEqual([again.status, again.need.deadline.passed], ['proposed', false])
    })
  })

  test('goes on when the provider responded in time, also when the offer is revised meanwhile', async () => {
    const pair = await proposedPair(market, { need: due })
    const { id } = pair.match.body
    await act(officer, pair.match, 'approve').expect(200)
    await act(provider, await provider.get(`/v1/matches/${id}`), 'accept').expect(200)
    await afterwards(async () => {
      await pair.reviseOffer({ trl: 9 })
      assert.equal((await read(id)).status, 'approved')
      const agreed = await act(seeker, await seeker.get(`/v1/matches/${id}`), 'accept').expect(200)
      assert.equal(agreed.body.status, 'agreed')
    })
  })
})
