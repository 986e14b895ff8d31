import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needEvents } from '@techbridge/contracts'
import type { TextIndexes } from '@techbridge/index'
import { createMatching } from '../src/service.ts'
import { matchesOf, openMarket } from './market.ts'

const reads: string[][] = []

/** Notes the ids that are read from the indexes. */
const noted = (indexes: TextIndexes): TextIndexes => ({
  ping: () => indexes.ping(),
  close: () => indexes.close(),
  open: async (spec) => {
    const index = await indexes.open(spec)
    return {
      put: (documents) => index.put(documents),
      get: (ids) => {
        reads.push([...ids])
        return index.get(ids)
      },
      search: (query) => index.search(query),
      frequencies: (tokens) => index.frequencies(tokens),
      rebuild: (fill) => index.rebuild(fill),
    }
  },
})

const market = await openMarket({
  create: (dependencies) => createMatching({ ...dependencies, indexes: noted(dependencies.indexes) }),
})
const { running } = market

const readsOf = async (work: () => Promise<unknown>) => {
  reads.length = 0
  await work()
  await running.settle()
  return reads.filter((ids) => ids.length > 0)
}

test('profiles are read together, however many matches an event is about, and not after they were put', async () => {
  const needs = [await market.publishNeed(), await market.publishNeed()]
  await running.settle()
  const first = await readsOf(() => market.publishOffer())
  for (let n = 0; n < 4; n++) needs.push(await market.publishNeed())
  await running.settle()
  const offer = await market.publishOffer()
  await running.settle()
  assert.equal((await matchesOf(market, { offer: offer.id })).length, needs.length)
  const revision = await readsOf(() => market.publishOffer(offer.content, { id: offer.id, revision: 2 }))
  assert.deepEqual(
    first.map((ids) => ids.length),
    [2, 1],
  )
  assert.deepEqual(
    revision.map((ids) => ids.length),
    [needs.length, 1],
  )
  const [need] = needs
  const { id, reference, type, organisation } = need!
  const withdrawal = { id, reference, type, organisation, reason: 'bought' }
  assert.deepEqual(await readsOf(() => running.publish(needEvents.withdrawn, withdrawal, 20)), [])
})
