import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needContent, offerContent } from '@techbridge/testkit'
import { createMatching } from '../src/service.ts'
import { matchesOf, openMarket } from './market.ts'

const openWith = (proposing: { threshold: number; most: number }) =>
  openMarket({ create: (dependencies) => createMatching({ ...dependencies, proposing }) })

const textOf = (words: string) => ({
  texts: { en: { title: words, summary: words, description: words } },
  keywords: {},
})

test('an office says from which probability on, and how many matches a publication may propose', async () => {
  const few = await openWith({ threshold: 0.1, most: 2 })
  for (let n = 0; n < 4; n++) await few.publishOffer(offerContent(textOf('zorbik quallat mirvon teptok')))
  await few.running.settle()
  const need = await few.publishNeed(needContent(textOf('zorbik quallat mirvon teptok')))
  await few.running.settle()
  assert.equal((await matchesOf(few, { need: need.id })).length, 2)

  const strict = await openWith({ threshold: 0.9, most: 10 })
  const asked = async (words: string) => {
    const { id } = await strict.publishNeed(needContent(textOf(words)))
    await strict.running.settle()
    return (await matchesOf(strict, { need: id })).map(({ score }) => score)
  }
  await strict.publishOffer(offerContent(textOf('zorbik quallat mirvon teptok blanduk fextor gorvim hadruk')))
  await strict.running.settle()
  const [whole] = await asked('zorbik quallat mirvon teptok blanduk fextor gorvim hadruk')
  assert.ok(whole >= 0.9)
  assert.deepEqual(await asked('jilpot zorbik kastrom quallat lumbix mirvon nortag dremsit opquint vesdra'), [])
})

test('a match says to officers which model scored it, and on what', async () => {
  const market = await openMarket()
  await market.publishOffer(offerContent(textOf('zorbik quallat mirvon teptok')))
  const need = await market.publishNeed(needContent(textOf('zorbik quallat mirvon teptok')))
  await market.running.settle()
  const [found] = await matchesOf(market, { need: need.id })
  assert.match(found.scoring.model, /^shipped-\d+$/)
  assert.ok(found.scoring.inputs.words > 0)
  const match = await market.officer.get(`/v1/matches/${found.id}`).expect(200)
  await market.officer.post(`/v1/matches/${found.id}/approve`).set('If-Match', match.headers.etag!).expect(200)
  const { body } = await market.seeker.get(`/v1/matches/${found.id}`).expect(200)
  assert.equal('scoring' in body, false)
})
