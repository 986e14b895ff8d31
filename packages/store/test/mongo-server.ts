import { randomUUID } from 'node:crypto'
import { createConnection } from 'mongoose'
import type { OpenedStore } from '../src/conformance.ts'
import { type MongoStoreSettings, openMongoStore } from '../src/mongo/store.ts'

/** The MongoDB of the tests; without it they say that they are skipped. */
export const uri = process.env.TECHBRIDGE_MONGODB_URI
export const skip = uri ? false : 'TECHBRIDGE_MONGODB_URI is not set'

/** A store on a database of its own, which `cleanup` drops. */
export async function openInDatabase(settings: Partial<MongoStoreSettings> = {}) {
  const database = `test-${randomUUID()}`
  const all = { uri: uri as string, database, ...settings }
  let store = openMongoStore(all)
  return {
    database,
    store,
    outside: { module: new URL('outside-mongo.ts', import.meta.url).href, location: JSON.stringify(all) },
    async reopen() {
      await store.close()
      store = openMongoStore(all)
      return store
    },
    async cleanup() {
      await store.close()
      await withDatabase(database, (db) => db.dropDatabase())
    },
  } satisfies OpenedStore & { database: string }
}

/** What is in the database, seen without the adapter. */
export async function withDatabase<T>(name: string, work: (db: Database) => Promise<T>): Promise<T> {
  const connection = await createConnection(uri as string).asPromise()
  try {
    return await work(connection.getClient().db(name))
  } finally {
    await connection.destroy()
  }
}
type Database = ReturnType<ReturnType<ReturnType<typeof createConnection>['getClient']>['db']>
