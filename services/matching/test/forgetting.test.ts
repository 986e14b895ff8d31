import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { caseEvents, type MatchedNeed, type MatchedOffer, type NeedContent, offerEvents } from '@techbridge/contracts'
import { needContent, offerContent } from '@techbridge/testkit'
import { createMatching } from '../src/service.ts'
import { act, matchesOf, openMarket, proposedPair } from './market.ts'

const market = await openMarket({
  create: (dependencies) => createMatching({ ...dependencies, proposing: { threshold: 0.01, most: 10 } }),
})
const { provider, seeker, officer, running } = market
type Agent = typeof officer

const read = async (who: Agent, id: string) => (await who.get(`/v1/matches/${id}`).expect(200)).body
const isFull = ({ content }: { content: any }) => 'price' in content || 'description' in content.texts.en

const agreedPair = async (contents: Parameters<typeof proposedPair>[1] = {}) => {
  const pair = await proposedPair(market, contents)
  const approved = await act(officer, pair.match, 'approve').expect(200)
  const half = await act(seeker, approved, 'accept').expect(200)
  await act(provider, half, 'accept').expect(200)
  return { ...pair, id: half.body.id as string }
}

const endCase = async (id: string) => {
  const events = (await running.events()).filter(({ subject }) => subject === id)
  const { need, offer } = events.at(-1)!.data as { need: MatchedNeed; offer: MatchedOffer }
  const data = { id: id.replace('match_', 'case_'), match: id, need, offer, reason: 'Funding was cut.' }
  await running.publish(caseEvents.terminated, data, 2)
  await running.settle()
}

describe('after a case has ended, the details stay closed', () => {
  test('when a profile is renewed, its publication is delivered again, or the index is rebuilt', async () => {
    const { id, offer } = await agreedPair()
    await endCase(id)
    await running.publish(offerEvents.renewed, offer, 11)
    await running.settle()
    await running.publish(offerEvents.published, offer, 12)
    await running.settle()
    await market.admin.post('/v1/matches/rebuild').expect(200)
    for (const [who, other] of [
      [seeker, 'offer'],
      [provider, 'need'],
    ] as const) {
      const seen = await read(who, id)
      assert.equal(isFull(seen[other]), false)
      assert.equal('score' in seen, false)
    }
  })
})

test('a withdrawn profile is not seen in a match that was refused', async () => {
  const pair = await proposedPair(market)
  const approved = await act(officer, pair.match, 'approve').expect(200)
  await act(seeker, approved, 'decline', { code: 'capacity' }).expect(200)
  const { id, reference, type, organisation } = pair.offer
  assert.ok((await read(seeker, approved.body.id)).offer.content)
  await running.publish(
    offerEvents.withdrawn,
    { id, reference, type, organisation, reason: 'sold', wasPublic: true },
    20,
  )
  await running.settle()
  assert.equal('content' in (await read(seeker, approved.body.id)).offer, false)
})

test('patents of an anonymous side are not seen before both have agreed', async () => {
  const patents = [{ number: 'CN129901144B', office: 'CN' as const, status: 'granted' as const }]
  const pair = await proposedPair(market, { offer: { anonymous: true, ip: { status: 'granted', patents } } })
  const approved = await act(officer, pair.match, 'approve').expect(200)
  const half = await act(seeker, approved, 'accept').expect(200)
  const seen = (await read(seeker, half.body.id)).offer
  assert.ok(isFull(seen))
  assert.deepEqual(seen.content.ip.patents, [])
  await act(provider, half, 'accept').expect(200)
  assert.deepEqual((await read(seeker, half.body.id)).offer.content.ip.patents, patents)
})

test('refused pairs take no place of new ones', async () => {
  const syllables = ['bra', 'dok', 'fen', 'gil', 'hom', 'jat', 'kul', 'mev', 'nor', 'pib', 'rus']
  const groups = syllables.map((one) => ['lan', 'tos', 'vik'].map((other) => `zu${one}${other}ex`))
  const textOf = (words: string[]) => ({
    title: words.slice(0, 3).join(' '),
    summary: words.join(' '),
    description: Array(8).fill(words.join(' ')).join(' '),
  })
  const saying = (words: string[]) => ({ texts: { en: textOf(words) }, keywords: {} })
  for (const words of groups.slice(1)) await market.publishOffer(offerContent(saying(words)))
  // Less like the need than each of the ten others, yet a match.
  const brief = {
    ...textOf(groups[0]!),
    title: 'gorvim hadruk',
    description: Array(8).fill('gorvim hadruk jilpot').join(' '),
  }
  const last = await market.publishOffer(offerContent({ texts: { en: brief }, keywords: {} }))
  // An offer that is handled after the need is proposed for itself, not among the best ten of the need.
  await running.settle()
  const need = await market.publishNeed(needContent(saying(groups.flat())))
  await running.settle()
  const proposed = await matchesOf(market, { need: need.id })
  assert.equal(proposed.length, 10)
  assert.equal(
    proposed.some(({ offer }) => offer.id === last.id),
    false,
  )
  for (const { id } of proposed) {
    const match = await officer.get(`/v1/matches/${id}`).expect(200)
    await act(officer, match, 'reject', { code: 'notRelevant' }).expect(200)
  }
  const revised: NeedContent = { ...need.content, budget: { max: 5, currency: 'VND' } }
  await market.publishNeed(revised, { id: need.id, revision: 2 })
  await running.settle()
  const open = await matchesOf(market, { need: need.id, status: 'proposed' })
  assert.deepEqual(
    open.map(({ offer }) => offer.id),
    [last.id],
  )
})
