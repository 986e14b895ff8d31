import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { spec } from '../src/conformance/harness.ts'
import { storeConformance } from '../src/conformance.ts'
import { type Filter, openSqliteStore, type Query } from '../src/index.ts'
import { sqliteQueries } from '../src/sqlite/query.ts'

async function openInFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  const file = join(folder, 'store.db')
  let store = openSqliteStore(file)
  return {
    file,
    store,
    outside: { module: new URL('outside.ts', import.meta.url).href, location: file },
    async reopen() {
      await store.close()
      store = openSqliteStore(file)
      return store
    },
    async cleanup() {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}

storeConformance('the SQLite adapter', openInFolder)

test('the file is owned by one process', async () => {
  const { file, cleanup } = await openInFolder()
  assert.throws(() => openSqliteStore(file), /in use by another process/)
  await cleanup()
})

test('names that would not be safe in SQL are refused', async () => {
  const { store, cleanup } = await openInFolder()
  for (const name of ['', 'a b', 'a"b', "a'", '1a', 'a;b']) {
    await assert.rejects(store.collection(name, { indexes: [] }), /no name/)
    await assert.rejects(store.collection('things', { indexes: [name] }), /no name/)
  }
  await cleanup()
})

test('a page of a list is read from an index in its order, whatever it is filtered by', async (t) => {
  const { file, store, cleanup } = await openInFolder()
  t.after(cleanup)
  await store.collection('things', spec)
  await store.close()
  const database = new DatabaseSync(file)
  t.after(() => database.close())
  const where: Query['where'][] = [
    undefined,
    { text: 'a' },
    { text: ['a', 'b'] },
    { flag: true, text: 'a' },
    [{ text: 'a' } as Filter, { flag: true }],
    { number: { gt: 1 }, flag: [true, false] },
  ]
  for (const descending of [true, false]) {
    for (const [place, filter] of where.entries()) {
      const query: Query = { where: filter, order: { by: 'number', descending }, after: [3, 'x'], limit: 10 }
      const { sql, values } = sqliteQueries('things', spec).select(query)
      const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
      const steps = plan.map(({ detail }) => String(detail)).filter((step) => /\bthings\b(?!_)/.test(step))
      assert.ok(
        steps.length > 0 && steps.every((step) => step.includes('USING INDEX things_page_')),
        `${place}: ${steps}`,
      )
      const readsDocuments = database
        .prepare(`EXPLAIN ${sql}`)
        .all(...values)
        .some(({ p4 }) => /json_extract/.test(String(p4)))
      assert.ok(!readsDocuments, `${place}: reads documents that are not on the page`)
    }
  }
})
