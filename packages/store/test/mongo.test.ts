import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import { storeConformance } from '../src/conformance.ts'
import { declaredFields } from '../src/declared.ts'
import type { Filter, Query, StoredDocument } from '../src/index.ts'
import { mongoQuery } from '../src/mongo/query.ts'
import { openInDatabase, skip, uri, withDatabase } from './mongo-server.ts'

if (uri) storeConformance('the MongoDB adapter', openInDatabase)
else test('the MongoDB adapter keeps the guarantees of the store', { skip })

interface Thing extends StoredDocument {
  text?: string | null
  number?: number
}

const indexes = ['text', 'number']

const fresh =
  (run: (opened: Awaited<ReturnType<typeof openInDatabase>>) => Promise<void>): (() => Promise<void>) =>
  async () => {
    const opened = await openInDatabase()
    try {
      await run(opened)
    } finally {
      await opened.cleanup()
    }
  }

describe('in MongoDB', { skip, timeout: 60_000 }, () => {
  it(
    'a field that is undefined is not stored, and one that is null counts as missing',
    fresh(async ({ store, database }) => {
      const things = await store.collection<Thing>('things', { indexes })
      await things.insert({ _id: 'a', version: 1, text: undefined })
      await things.insert({ _id: 'b', version: 1, text: null })
      await things.insert({ _id: 'c', version: 1, text: 'x' })
      const stored = await withDatabase(database, (db) => db.collection('things').find().sort({ _id: 1 }).toArray())
      assert.deepEqual(Object.keys(stored[0]!), ['_id', 'version'])
      for (const descending of [false, true]) {
        const found = await things.find({ order: { by: 'text', descending }, limit: 10 })
        assert.deepEqual(
          found.map(({ _id }) => _id),
          ['c'],
        )
      }
    }),
  )

  it(
    'a condition without a value fails, it does not find everything',
    fresh(async ({ store }) => {
      const things = await store.collection<Thing>('things', { indexes })
      await things.insert({ _id: 'a', version: 1, text: 'x' })
      for (const wanted of [undefined, null, [undefined], { gte: undefined }, { ne: 'y' }, { $ne: 'y' }]) {
        await assert.rejects(things.find({ where: { text: wanted } as unknown as Filter, limit: 10 }), TypeError)
      }
      assert.deepEqual(await things.find({ limit: 0 }), [])
    }),
  )

  it(
    'each declared field has its index, whichever process comes first',
    fresh(async ({ store, reopen, database }) => {
      await Promise.all([1, 2, 3].map(() => store.collection<Thing>('things', { indexes })))
      await (await reopen()).collection<Thing>('things', { indexes: [...indexes, 'later'] })
      const keys = await withDatabase(database, (db) => db.collection('things').indexes())
      assert.deepEqual(keys.map(({ key }) => Object.keys(key)).sort(), [
        ['_id'],
        ['later', '_id'],
        ['number', '_id'],
        ['text', '_id'],
      ])
    }),
  )

  it(
    'queries walk the indexes',
    fresh(async ({ store, database }) => {
      const lists = ['tags']
      await store.collection<Thing>('things', { indexes, lists })
      const queries: Query[] = [
        { where: { tags: ['x', 'y'] }, limit: 1 },
        { where: { tags: 'x' }, order: { by: 'number' }, limit: 1 },
        { where: { text: 'x' }, limit: 1 },
        { where: { text: ['x', 'y'] }, limit: 1 },
        { where: [{ text: { gt: 'x' } }, { number: 1 }], limit: 1 },
        { order: { by: 'number', descending: true }, limit: 1 },
        { order: { by: 'number' }, after: [1, 'a'], limit: 1 },
        { where: [{ text: 'x' }, { number: 1 }], order: { by: 'number' }, limit: 1 },
        { where: { text: 'x' }, order: { by: 'number' }, after: [1, 'a'], limit: 1 },
        { where: { text: 'x' }, order: { by: 'text' }, after: ['x', 'a'], limit: 1 },
        { after: ['a', 'a'], limit: 1 },
      ]
      for (const query of queries) {
        const { filter, sort } = mongoQuery(query, declaredFields('things', { indexes, lists }))
        const plan = await withDatabase(database, (db) =>
          db.collection<Thing>('things').find(filter, { sort }).explain('queryPlanner'),
        )
        const winner = JSON.stringify(plan.queryPlanner.winningPlan)
        assert.match(winner, /"IXSCAN"/, JSON.stringify(query))
        assert.doesNotMatch(winner, /"COLLSCAN"/, JSON.stringify(query))
      }
    }),
  )

  it(
    'a document that moves within an index meanwhile is found once',
    fresh(async ({ store }) => {
      const things = await store.collection<Thing>('things', { indexes })
      const all = Array.from({ length: 600 }, (_, place) => ({ _id: `t${place}`, version: 1, number: place }))
      await Promise.all(all.map((document) => things.insert(document)))
      let moving = true
      const move = async () => {
        for (let number = -1; moving; number = -number) {
          for (const { _id } of all.slice(0, 20)) await things.replace({ _id, version: 1, number: number * 10_000 }, 1)
        }
      }
      const find = async () => {
        for (let round = 0; round < 20; round++) {
          const found = await things.find({ order: { by: 'number' }, limit: 1000 })
          assert.equal(found.length, all.length)
          assert.equal(new Set(found.map(({ _id }) => _id)).size, all.length)
        }
      }
      await Promise.all([move(), find().finally(() => (moving = false))])
    }),
  )

  it(
    'names that mean more than a name are refused',
    fresh(async ({ store }) => {
      for (const name of ['', 'a b', 'a.b', '$a', 'system.users']) {
        await assert.rejects(store.collection(name, { indexes: [] }), /no name/)
        await assert.rejects(store.collection('things', { indexes: [name] }), /no name/)
      }
    }),
  )
})
