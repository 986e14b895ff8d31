import { Unavailable } from '@techbridge/port'
import { createConnection, mongo } from 'mongoose'
import { checkedName, type Declared, declaredFields } from '../declared.ts'
import { AlreadyExists, type Collection, StaleVersion, type Store, type StoredDocument } from '../store.ts'
import { mongoQuery } from './query.ts'
import { available } from './unavailable.ts'

export interface MongoStoreSettings {
  /** A replica set, even if it has one member: a standalone server has neither majorities nor retryable writes. */
  uri: string
  database: string
  /** Enables TLS with these files; the address may have further options. */
  tls?: Pick<mongo.MongoClientOptions, 'tls' | 'tlsCAFile' | 'tlsCertificateKeyFile'> | undefined
  /** Milliseconds to find a primary. */
  selectionTimeout?: number
  /** Milliseconds to wait for a majority, and then for the response. An operation is tried twice. */
  answerTimeout?: number
}

/**
 * The distributed store: one MongoDB collection a collection, each document as it is, each declared field an index.
 *
 * - Writes wait for the journals of a majority. One whose answer is lost is sent again under the same transaction number,
 *   by which the server knows whether it was done: a `replace` never fails with `StaleVersion` for its own success.
 * - Reads go to the primary and see what a majority has: every acknowledged write and none that an election can undo.
 *   `find` reads one snapshot, so that a document that moves within the index meanwhile is neither missed nor given twice.
 *   A primary that is cut off and does not know it yet (10 s by default) may lack what its successor acknowledged. Reading
 *   `linearizable` would wait for a majority on every `get`, and is not to be had for a snapshot.
 */
export const openMongoStore = ({
  uri,
  database,
  tls,
  selectionTimeout = 3000,
  answerTimeout = 10_000,
}: MongoStoreSettings): Store => {
  const connection = createConnection()
  const options = {
    ...tls,
    serverSelectionTimeoutMS: selectionTimeout,
    connectTimeoutMS: selectionTimeout,
    socketTimeoutMS: answerTimeout,
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: answerTimeout / 2 },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    retryWrites: true,
    retryReads: true,
    ignoreUndefined: true,
    bufferCommands: false,
  } as const
  let closed = false
  let opening: Promise<mongo.Db> | undefined

  /** Connects at the first use, and again at the next one if that failed. The driver then stays connected. */
  const connected = () => {
    if (closed) throw new Unavailable('the store is closed')
    opening ??= connection.openUri(uri, options).then(
      () => connection.getClient().db(database),
      (error) => {
        opening = undefined
        throw error
      },
    )
    return opening
  }

  return {
    collection: (name, spec) =>
      available(async () => {
        const documents = (await connected()).collection<StoredDocument>(checkedName(name))
        const fields = [...spec.indexes, ...(spec.lists ?? [])].map((field) => [field])
        const pages = (spec.pages ?? []).flatMap(({ order, by }) => by.map((field) => [field, order]))
        await createIndexes(documents, [...fields, ...pages])
        return mongoCollection(documents, declaredFields(name, spec))
      }),
    ping: () =>
      available(async () => {
        const probes = (await connected()).collection<{ _id: string; at: Date }>('probe')
        await probes.updateOne({ _id: 'probe' }, { $set: { at: new Date() } }, { upsert: true })
      }),
    close: async () => {
      closed = true
      await opening?.catch(() => {})
      await connection.destroy()
    },
  }
}

/** Waits for the indexes, each with `_id` for the ties of an order, and of those documents alone that have its fields. */
const createIndexes = async (documents: mongo.Collection<StoredDocument>, indexes: string[][]) => {
  if (indexes.length === 0) return
  const each = <T>(fields: string[], value: T) => Object.fromEntries(fields.map((field) => [checkedName(field), value]))
  await documents.createIndexes(
    indexes.map((fields) => ({
      key: { ...each(fields, 1 as const), _id: 1 },
      partialFilterExpression: each(fields, { $exists: true }),
    })),
  )
}

const isTaken = (error: { code?: unknown }) => error.code === 11_000

const mongoCollection = <D extends StoredDocument>(
  documents: mongo.Collection<StoredDocument>,
  declared: Declared,
): Collection<D> => ({
  get: (id) => available(async () => ((await documents.findOne({ _id: id })) ?? undefined) as D | undefined),

  insert: (document) =>
    available(async () => {
      try {
        await documents.insertOne(document)
      } catch (error) {
        if (!(error instanceof mongo.MongoServerError && isTaken(error))) throw error
        throw new AlreadyExists(`${documents.collectionName} has ${document._id} already`)
      }
    }),

  insertMissing: (missing) =>
    available(async () => {
      if (missing.length === 0) return
      try {
        await documents.insertMany(missing, { ordered: false })
      } catch (error) {
        if (!(error instanceof mongo.MongoBulkWriteError)) throw error
        const refused = [error.writeErrors].flat()
        // The driver gives every error of a bulk write this class, that of a connection too, which refused nothing and did nothing.
        if (refused.length === 0) throw error.errorResponse instanceof Error ? error.errorResponse : error
        if (!refused.every(isTaken)) throw error
        if (error.result.getWriteConcernError())
          throw new Unavailable(`MongoDB cannot serve: ${error}`, { cause: error })
      }
    }),

  replace: (document, expectedVersion) =>
    available(async () => {
      const { _id } = document
      const { matchedCount } = await documents.replaceOne({ _id, version: expectedVersion }, document)
      if (matchedCount > 0) return
      throw new StaleVersion(`${documents.collectionName} has no ${_id} at version ${expectedVersion}`)
    }),

  find: (query) =>
    available(async () => {
      const { filter, sort } = mongoQuery(query, declared)
      const { limit } = query
      const cursor = documents.find(filter, { sort, limit, batchSize: limit, readConcern: { level: 'snapshot' } })
      return (await cursor.toArray()) as StoredDocument[] as D[]
    }),

  count: (where, most) =>
    available(async () => {
      const { filter } = mongoQuery({ where, limit: most }, declared)
      return await documents.countDocuments(filter, { limit: most })
    }),
})
