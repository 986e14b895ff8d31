import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, needContent, offerContent } from '@techbridge/testkit'
import { matchesOf, openMarket, proposedPair } from './market.ts'

const market = await openMarket()
const { running, admin } = market

test('matches are listed best first, page by page', async () => {
  for (const dealTypes of [['option'], ['nonExclusiveLicence'], ['assignment']] as const) {
    await proposedPair(market, { offer: { dealTypes: [...dealTypes] } })
  }
  const all = await matchesOf(market, {})
  const scores = all.map(({ score }) => score)
  assert.deepEqual(
    scores,
    scores.toSorted((one, other) => other - one),
  )
  const seen: string[] = []
  for (let cursor = ''; cursor !== undefined; ) {
    const { body } = (await admin.get(`/v1/matches?limit=1${cursor && `&cursor=${cursor}`}`).expect(200)) as any
    seen.push(...body.items.map(({ id }: any) => id))
    cursor = body.next
  }
  assert.deepEqual(
    seen,
    all.map(({ id }) => id),
  )
  assertProblem(await admin.get('/v1/matches?cursor=xyz'), 400, 'bad-cursor')
  assert.deepEqual(await matchesOf(market, { status: 'agreed' }), [])
})

test('the candidate index is rebuilt while publications go on, and misses none of them', async () => {
  const before = await proposedPair(market)
  const offers: string[] = []
  const publishing = (async () => {
    for (let revision = 0; revision < 20; revision++) {
      offers.push((await market.publishOffer(offerContent({ keywords: { technology: [`keyword${revision}`] } }))).id)
    }
  })()
  const { body } = await admin.post('/v1/matches/rebuild').expect(200)
  assert.ok(body.events >= 12)
  await publishing
  await running.settle()
  const need = await market.publishNeed(needContent())
  await running.settle()
  for (const offer of [...offers, before.offer.id]) {
    await market.officer.get('/v1/matches/assessment').query({ need: need.id, offer }).expect(200)
  }
  const after = await market.officer.get(`/v1/matches/${before.match.body.id}`).expect(200)
  assert.deepEqual(after.body, before.match.body)
})

test('a rebuild is for admins', async () => {
  assertProblem(await market.officer.post('/v1/matches/rebuild'), 403, 'wrong-role')
})
