import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchEvents } from '@techbridge/contracts'
import type { CreateService } from '@techbridge/process'
import type { ServiceDependencies } from '@techbridge/runtime'
import { needContent, offerContent, unrelatedOffers } from '@techbridge/testkit'
import { createMatching } from '../src/service.ts'
import { act, matchesOf, openMarket } from './market.ts'

/** A store in which the place of a round is not written `failures` times. */
const failing = (store: ServiceDependencies['store'], failures: { left: number }): ServiceDependencies['store'] => ({
  ...store,
  collection: async (name, spec) => {
    const collection = await store.collection<any>(name, spec)
    if (name !== 'rescoring') return collection
    const failOr = async (write: () => Promise<void>) => {
      if (failures.left-- > 0) throw new Error('the process died')
      await write()
    }
    return {
      ...collection,
      insert: (document: any) => failOr(() => collection.insert(document)),
      replace: (document: any, version: number) => failOr(() => collection.replace(document, version)),
    }
  },
})

test('open matches are scored anew when the corpus has grown, also after a crash, and closed ones are not', async () => {
  const failures = { left: Number.POSITIVE_INFINITY }
  const create: CreateService = (dependencies: any) =>
    createMatching({ ...dependencies, store: failing(dependencies.store, failures) })
  const market = await openMarket({ empty: true, create })
  const { officer, running } = market
  const halfAlike = async (subject: string) => {
    const words = (from: string) => ['ka', 'lo', 'mu'].map((end) => `${subject}${from}${end}`)
    const textOf = (all: string[]) => ({ en: { title: all[0]!, summary: all.join(' '), description: all.join(' ') } })
    const offer = await market.publishOffer(
      offerContent({ texts: textOf([...words('tos'), ...words('brim')]), keywords: {} }),
    )
    const need = await market.publishNeed(
      needContent({ texts: textOf([...words('tos'), ...words('vek')]), keywords: {} }),
    )
    await running.settle()
    const [found] = await matchesOf(market, { need: need.id })
    return { need, offer, match: await officer.get(`/v1/matches/${found.id}`).expect(200) }
  }
  const [waiting, approved, rejected] = [await halfAlike('zor'), await halfAlike('qual'), await halfAlike('dren')]
  await act(officer, approved.match, 'approve').expect(200)
  await act(officer, rejected.match, 'reject', { code: 'price' }).expect(200)
  const subject = approved.offer.content.texts
  for (const content of [...unrelatedOffers(), ...unrelatedOffers()]) await market.publishOffer(content)
  // Says what the second pair says, so that its words are less rare than those of the first.
  for (let n = 0; n < 6; n++) await market.publishOffer(offerContent({ texts: subject, territories: ['MN'] }))
  while (Object.values(await running.bus.lag('matching')).some((left) => left > 0))
    await new Promise((resolve) => setTimeout(resolve, 5))

  const read = async ({ match }: typeof waiting) => (await officer.get(`/v1/matches/${match.body.id}`).expect(200)).body
  const assessed = async ({ need, offer }: typeof waiting) =>
    (await officer.get('/v1/matches/assessment').query({ need: need.id, offer: offer.id }).expect(200)).body
  const rescored = async ({ match }: typeof waiting) =>
    (await running.events()).filter(
      ({ subject, type }) => subject === match.body.id && type === matchEvents.rescored.type,
    ).length

  const [service] = running.services
  await assert.rejects(async () => await service?.sweep(), /died/)
  failures.left = 0
  await running.settle()
  const rescoredOnce = await Promise.all([waiting, approved].map(rescored))
  for (const pair of [waiting, approved]) {
    const [now, fresh] = [await read(pair), await assessed(pair)]
    assert.ok(Math.abs(now.score - pair.match.body.score) >= 0.01, 'the score was stale')
    // A sweep may have come while the corpus grew.
    assert.ok(Math.abs(now.score - fresh.score) < 0.01, 'it is no longer')
  }
  await running.settle()
  assert.deepEqual(await Promise.all([waiting, approved].map(rescored)), rescoredOnce, 'nothing has grown since')
  assert.equal((await read(approved)).status, 'approved')
  assert.equal((await read(rejected)).score, rejected.match.body.score)
  assert.equal(await rescored(rejected), 0)
})
