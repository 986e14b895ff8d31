import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { storeConformance } from '../src/conformance.ts'
import { openSqliteStore } from '../src/index.ts'

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
