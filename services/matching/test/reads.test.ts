import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { needEvents } from '@techbridge/contracts'
import type { TextIndexes } from '@techbridge/index'
import { needContent } from '@techbridge/testkit'
import { createMatching } from '../src/service.ts'
import { matchesOf, openMarket, proposedPair } from './market.ts'

const reads: string[][] = []
/** What happens between a read of these ids and its answer, once. */
const meanwhile = new Map<string, () => Promise<unknown>>()

/** Notes the ids that are read from the indexes, and lets something happen before the answer. */
const noted = (indexes: TextIndexes): TextIndexes => ({
  ping: () => indexes.ping(),
  close: () => indexes.close(),
  open: async (spec) => {
    const index = await indexes.open(spec)
    return {
      put: (documents) => index.put(documents),
      get: async (ids) => {
        reads.push([...ids])
        const found = await index.get(ids)
        for (const id of ids) {
          const happens = meanwhile.get(id)
          meanwhile.delete(id)
          await happens?.()
        }
        return found
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

test('a match stays open when the need is revised to fit while the offer is assessed with the text before', async () => {
  const { need, match, reviseOffer } = await proposedPair(market)
  const current = async () => (await market.officer.get(`/v1/matches/${match.body.id}`).expect(200)).body
  meanwhile.set(need.id, async () => {
    const content = needContent({ ...need.content, territories: ['LA'] })
    await market.publishNeed(content, { id: need.id, revision: 2 })
    while ((await current()).version === match.body.version) await pause(5)
  })
  await reviseOffer({ territories: ['LA'] })
  assert.equal(meanwhile.size, 0)
  assert.equal((await current()).status, 'proposed')
})
