import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Embedder } from '@techbridge/embedder'
import { Unavailable } from '@techbridge/port'
import { eventually, needContent, offerContent } from '@techbridge/testkit'
import { createMatching } from '../src/service.ts'
import { matchesOf, openMarket } from './market.ts'

/** A model that knows subjects by a word in whatever language. */
const subjects = ['tidal', '潮汐', 'loom', '织机', 'abacus', '算盘']
const dimension = subjects.length / 2
const texts: string[] = []
let isAway = false
const embedder: Embedder = {
  model: 'subjects.1',
  dimension,
  embed: async (given) => {
    if (isAway) throw new Unavailable('away')
    texts.push(...given)
    return given.map((text) => {
      const subject = subjects.findIndex((word) => text.includes(word))
      return Float32Array.from({ length: dimension }, (_, n) => Number(n === Math.max(0, subject >> 1)))
    })
  },
  close: async () => {},
}

const said = (title: string) => ({ title, summary: `${title}.`, description: `${title}. confidential` })
const keywords = (title: string) => ({ technology: [title], market: [] })
const offerIn = (language: string, title: string) =>
  offerContent({ originalLanguage: language, texts: { [language]: said(title) }, keywords: keywords(title) })
const needIn = (language: string, title: string) =>
  needContent({ originalLanguage: language, texts: { [language]: said(title) }, keywords: keywords(title) })

const market = await openMarket({ create: (dependencies) => createMatching({ ...dependencies, embedder }) })

describe('matches by meaning', () => {
  const offersFor = async ({ id }: { id: string }) =>
    (await matchesOf(market, { need: id })).map(({ offer }) => offer.id)
  const matchOf = (need: { id: string }) =>
    eventually('a match', async () => (await matchesOf(market, { need: need.id }))[0])

  it('are proposed between languages that share no word and no concept, whichever side came first', async () => {
    const loom = await market.publishOffer(offerIn('zh', '织机'))
    const tidal = await market.publishNeed(needIn('en', 'tidal'))
    const wanted = await market.publishNeed(needIn('en', 'loom'))
    const offered = await market.publishOffer(offerIn('zh', '潮汐'))
    const match = await matchOf(wanted)
    assert.deepEqual([match.offer.id, (await matchOf(tidal)).offer.id], [loom.id, offered.id])
    const { body } = await market.officer.get(`/v1/matches/${match.id}`).expect(200)
    assert.match(JSON.stringify(body), /text\.near-in-meaning/)
    assert.deepEqual([await offersFor(wanted), await offersFor(tidal)], [[loom.id], [offered.id]])
  })

  it('come once the model answers, and no publication waits for it', async () => {
    isAway = true
    const offer = await market.publishOffer(offerIn('zh', '算盘'))
    const need = await market.publishNeed(needIn('en', 'abacus'))
    await market.running.settle()
    assert.deepEqual(await offersFor(need), [])
    isAway = false
    assert.equal((await matchOf(need)).offer.id, offer.id)
  })

  it('let the model read nothing but what everybody may read', () => {
    assert.ok(texts.length > 0)
    assert.ok(!texts.join().includes('confidential'))
  })
})
