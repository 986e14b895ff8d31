import assert from 'node:assert/strict'
import fs from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { setImmediate as round } from 'node:timers/promises'
import { Unavailable } from '@techbridge/port'
import { spec } from '../src/conformance/harness.ts'
import { storeConformance } from '../src/conformance.ts'
import { type Filter, openSqliteStore, type Query, type StoredDocument } from '../src/index.ts'
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

test('a document that is not on disk yet is read once it is, and not at all when it does not get there', async (t) => {
  const { store, cleanup } = await openInFolder()
  const things = await store.collection<StoredDocument>('things', { indexes: [] })
  const syncs: ((error: NodeJS.ErrnoException | null) => void)[] = []
  const mock = t.mock.method(fs, 'fdatasync', (_: number, done: (typeof syncs)[number]) => void syncs.push(done))
  syncBuiltinESMExports()
  t.after(async () => {
    mock.mock.restore()
    syncBuiltinESMExports()
    await cleanup()
  })
  const told: string[] = []
  const tell = (what: string, done: Promise<unknown>) =>
    void done.then(
      () => told.push(what),
      (error) => told.push(`${what}: ${error instanceof Unavailable ? 'unavailable' : error}`),
    )
  const rounds = async () => {
    for (let left = 20; left > 0; left--) await round()
  }

  tell('written', things.insert({ _id: 'a', version: 1 }))
  await rounds()
  tell('got', things.get('a'))
  tell('found', things.find({ limit: 1 }))
  tell('another', things.get('b'))
  await rounds()
  assert.deepEqual([syncs.length, told], [1, ['another']])
  syncs[0]?.(null)
  await rounds()
  assert.deepEqual([syncs.length, told.splice(0)], [2, ['another', 'written']])
  syncs[1]?.(null)
  await rounds()
  assert.deepEqual(told.splice(0), ['got', 'found'])

  tell('written', things.replace({ _id: 'a', version: 2 }, 1))
  await rounds()
  tell('got', things.get('a'))
  syncs[2]?.(Object.assign(new Error('no'), { code: 'EIO' }))
  await rounds()
  assert.deepEqual(
    [syncs.length, told.splice(0)],
    [3, ['written: unavailable', 'got']],
    'the log was copied for the reader',
  )
  assert.deepEqual(await things.get('a'), { _id: 'a', version: 2 })
})
