import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { needEvents } from '@techbridge/contracts'
import type { TextIndexes } from '@techbridge/index'
import type { Collection, CollectionSpec, Store, StoredDocument } from '@techbridge/store'
import { needContent } from '@techbridge/testkit'
import { createMatching } from '../src/service.ts'
import { act, matchesOf, openMarket, proposedPair } from './market.ts'

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
      nearest: (query) => index.nearest(query),
      frequencies: (tokens) => index.frequencies(tokens),
      rebuild: (fill) => index.rebuild(fill),
    }
  },
})

let snapshotReads = 0

/** Counts the reads of what is kept of matches. */
const counting = (store: Store): Store => ({
  ping: () => store.ping(),
  close: () => store.close(),
  collection: async <D extends StoredDocument>(name: string, spec: CollectionSpec) => {
    const collection = await store.collection<D>(name, spec)
    const counted: Collection<D> = {
      get: (id) => {
        if (name === 'snapshots') snapshotReads += 1
        return collection.get(id)
      },
      insert: (document) => collection.insert(document),
      insertMissing: (documents) => collection.insertMissing(documents),
      replace: (document, expected) => collection.replace(document, expected),
      find: (query) => collection.find(query),
      count: (where, most) => collection.count(where, most),
    }
    return counted
  },
})

const market = await openMarket({
  create: ({ indexes, store, ...dependencies }) =>
    createMatching({
      ...dependencies,
      indexes: noted(indexes),
      store: counting(store),
      proposing: { threshold: 0.1, most: 10 },
    }),
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

test('what is kept of a match is read once to show it to a party', async () => {
  const { match } = await proposedPair(market)
  await act(market.officer, match, 'approve').expect(200)
  snapshotReads = 0
  const { body } = await market.seeker.get(`/v1/matches/${match.body.id}`).expect(200)
  assert.ok(body.offer.content && body.features.length > 0)
  assert.equal(snapshotReads, 1)
})
