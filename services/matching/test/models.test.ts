import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceDependencies } from '@techbridge/runtime'
import { needContent, offerContent } from '@techbridge/testkit'
import { shipped } from '../src/domain/model.ts'
import { createMatching } from '../src/service.ts'
import { type Models, openModels } from '../src/usecases/models.ts'
import { act, matchesOf, openMarket } from './market.ts'

const { version, ...rest } = shipped
const generous = { ...rest, words: { ...rest.words, bias: rest.words.bias + 2 } }
const textOf = (words: string) => ({
  texts: { en: { title: words, summary: words, description: words } },
  keywords: {},
})

let store: ServiceDependencies['store'] | undefined
const market = await openMarket({
  create: (dependencies) => {
    store = dependencies.store
    return createMatching(dependencies)
  },
})
const { admin, officer, provider, seeker, running } = market

/** As another instance of the service has them. */
const opened = async (): Promise<Models> => {
  if (!store) throw new Error('the service was not made')
  return openModels(store, running.clock)
}
const read = async () => (await admin.get('/v1/matches/models').expect(200)).body

await market.publishOffer(offerContent(textOf('zorbik fextor gorvim quallat mirvon jilpot hadruk')))
const need = await market.publishNeed(needContent(textOf('zorbik quallat mirvon teptok blanduk')))
await running.settle()

test('only admins see models, learn and go back', async () => {
  assert.equal((await read()).current, version)
  for (const who of [officer, provider, seeker]) {
    await who.get('/v1/matches/models').expect(403)
    await who.post('/v1/matches/models/learn').send({}).expect(403)
    await who.post('/v1/matches/models/restore').expect(403)
  }
})

test('too few decisions install nothing, and say how many are needed', async () => {
  const [found] = await matchesOf(market, { need: need.id })
  await act(officer, await officer.get(`/v1/matches/${found.id}`).expect(200), 'approve').expect(200)
  const { body } = await admin.post('/v1/matches/models/learn').send({ install: 'current' }).expect(200)
  assert.deepEqual([body.accepted, body.labelled, body.model], [false, { right: 1, wrong: 0 }, undefined])
  assert.match(body.why, /1 decisions on relevance; 100 are needed/)
  assert.equal((await read()).current, version)
  await admin.post('/v1/matches/models/learn').send({ install: 'everywhere' }).expect(422)
})

test('a shadow scores beside the current model and changes no score', async () => {
  const [before] = await matchesOf(market, { need: need.id })
  await (await opened()).install(generous, 'shadow')
  await running.settle()
  const { current, shadow, beside, versions } = await read()
  assert.deepEqual([current, shadow], [version, 'learnt-1'])
  const one = beside.find(({ match }: any) => match === before.id)
  assert.ok(one.shadow > one.score)
  assert.equal(versions.length, 2)
  const [after] = await matchesOf(market, { need: need.id })
  assert.deepEqual([after.score, after.scoring], [before.score, before.scoring])
  assert.doesNotMatch(JSON.stringify(after), /learnt-1/)
})

test('an installed model scores open matches anew, also after a restart and a rebuild, until the former one is back', async () => {
  const [before] = await matchesOf(market, { need: need.id })
  const installed = await (await opened()).install(generous, 'current')
  const scored = async () => {
    await running.settle()
    await admin.post('/v1/matches/rebuild').expect(200)
    const { body } = await officer
      .get('/v1/matches/assessment')
      .query({ need: need.id, offer: before.offer.id })
      .expect(200)
    return body
  }
  await running.settle()
  for (const sweep of running.services.map((service) => service.sweep)) await sweep()
  const now = await scored()
  assert.equal(now.model, installed)
  assert.ok(now.score > before.score)
  assert.equal((await opened()).current().version, installed)

  const back = () => admin.post('/v1/matches/models/restore').query({ from: installed })
  const { body } = await back().expect(200)
  assert.deepEqual((await back().expect(200)).body.former, body.former, 'the same request again changes nothing')
  assert.deepEqual([body.current, body.former], [version, []])
  assert.equal((await scored()).model, version)
  await admin.post('/v1/matches/models/restore').query({ from: version }).expect(404)
})

test('two instances that install at once keep both models, each under its own version', async () => {
  const [one, other] = [await opened(), await opened()]
  const versions = await Promise.all([one.install(generous, 'current'), other.install(generous, 'current')])
  assert.equal(new Set(versions).size, 2)
  await one.refresh()
  const { use } = await one.all()
  assert.ok(versions.includes(use.current) && versions.includes(use.former[0]!))
})
