import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Database, unpack } from '@techbridge/sqlite'
import type { Store, StoredDocument } from '@techbridge/store'
import { openAdapters } from '../adapters.ts'
import { readConfig } from '../config.ts'
import { engineConnections } from '../engine-settings.ts'
import { createLogger } from '../log.ts'
import { filesOf, isDatabase } from './files.ts'
import { currentFormat, formatOf } from './format.ts'
import { runningOn } from './holder.ts'
import { digestOf } from './manifest.ts'
import { Refused } from './refused.ts'

interface Moved {
  documents: number
  events: number
  deadLetters: number
}

interface Move extends StoredDocument {
  /** SHA-256 of the databases that are moved, so that only the same move goes on. */
  source: string
  done: boolean
}

const page = 200

/**
 * Writes documents and event log of a stopped system into empty engines. One that was cut off goes on when it is called again
 * on the same data. Everything is read back and compared before it is done. The data folder stays as it is.
 */
export const move = async (data: string, environment: NodeJS.ProcessEnv = process.env): Promise<Moved> => {
  const folder = resolve(data)
  const running = await runningOn(folder)
  running?.destroy()
  if (running) throw new Refused(`Techbridge runs on ${folder}. Stop it first.`)
  if (!existsSync(join(folder, 'events.db')))
    throw new Refused(`${folder} holds no data of Techbridge. Give the data folder with --data.`)
  if (formatOf(folder) !== currentFormat)
    throw new Refused(`${folder} has another format. Run techbridge upgrade first.`)

  const settings = enginesOf(folder, environment)
  const source = await fingerprint(folder)
  const adapters = await openAdapters(settings, createLogger(settings, 'stderr'))
  try {
    const marks = await adapters.storeOf('move').collection<Move>('moves', { indexes: [] })
    const mark = await marks.get('move')
    if (mark?.done)
      throw new Refused('The engines hold what was moved there already, and perhaps more. Give empty ones.')
    if (mark && mark.source !== source)
      throw new Refused('Another move to these engines was begun. Finish that one, or give empty engines.')
    const services = filesOf(folder)
      .filter((name) => isDatabase(name) && name !== 'events.db' && !name.endsWith('-index.db'))
      .map((name) => name.slice(0, -'.db'.length))
    const each = async (work: (database: Database, store: Store) => Promise<number>) => {
      let documents = 0
      for (const name of services) {
        const database = new Database(join(folder, `${name}.db`))
        try {
          documents += await work(database, adapters.storeOf(name))
        } finally {
          database.close()
        }
      }
      return documents
    }
    if (!mark) {
      await each(checkEmpty)
      await marks.insert({ _id: 'move', version: 1, source, done: false })
    }
    await each(copyDocuments)
    const { moveLog } = await import('@techbridge/bus/move')
    const { KAFKA_BROKERS: brokers, KAFKA_REPLICAS: replicas } = settings
    const options = { brokers, clientId: 'techbridge-move', replicas, connection: engineConnections(settings).kafka }
    const { events, deadLetters } = await moveLog(join(folder, 'events.db'), options, mark !== undefined)
    const documents = await each(compareDocuments)
    await marks.replace({ _id: 'move', version: 2, source, done: true }, 1)
    return { documents, events, deadLetters }
  } finally {
    await adapters.close()
  }
}

/** The settings of the engines, as services take them, and no others. */
const enginesOf = (folder: string, environment: NodeJS.ProcessEnv) => {
  const secret = join(folder, 'secret')
  const given = Object.entries(environment).filter(([name]) => /^(KAFKA|MONGODB)_/.test(name))
  const settings = readConfig({
    ...Object.fromEntries(given),
    SECRET: environment.SECRET ?? (existsSync(secret) ? readFileSync(secret, 'utf8') : undefined),
    AUTH_DEV: '1',
    LOG_LEVEL: 'warn',
  })
  const { KAFKA_BROKERS, MONGODB_URI } = settings
  if (!KAFKA_BROKERS || !MONGODB_URI)
    throw new Refused('Name the engines to move to in KAFKA_BROKERS and MONGODB_URI, as for the services.')
  return { ...settings, KAFKA_BROKERS, MONGODB_URI }
}

/** Folds the logs into their databases, which refuses those that are open elsewhere, and tells what they hold. */
const fingerprint = async (folder: string) => {
  const digests: string[] = []
  for (const name of filesOf(folder).filter(isDatabase)) {
    new Database(join(folder, name)).close()
    digests.push((await digestOf(folder, name)).sha256)
  }
  return digests.join(' ')
}

/** The tables that hold documents. */
const collectionsIn = (database: Database): string[] =>
  database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND EXISTS
       (SELECT 1 FROM pragma_table_info(sqlite_schema.name) AS field WHERE field.name = '_body') ORDER BY name`,
    )
    .all()
    .map(({ name }) => String(name))

function* documentsIn(database: Database, collection: string): Generator<StoredDocument> {
  for (let after = ''; ; ) {
    const rows = database
      .prepare(`SELECT _id, _body FROM "${collection}" WHERE _id > ? ORDER BY _id LIMIT ${page}`)
      .all(after)
    for (const { _id, _body } of rows) {
      after = String(_id)
      yield JSON.parse(unpack(_body))
    }
    if (rows.length < page) return
  }
}

const checkEmpty = async (database: Database, store: Store) => {
  for (const name of collectionsIn(database)) {
    const collection = await store.collection(name, { indexes: [] })
    if ((await collection.count({}, 1)) > 0)
      throw new Refused(
        `MongoDB has documents in ${name} already. Give an empty one, or drop the databases techbridge-*.`,
      )
  }
  return 0
}

const copyDocuments = async (database: Database, store: Store) => {
  const { AlreadyExists } = await import('@techbridge/store')
  for (const name of collectionsIn(database)) {
    const collection = await store.collection(name, { indexes: [] })
    for (const document of documentsIn(database, name)) {
      await collection.insert(document).catch((error) => {
        if (!(error instanceof AlreadyExists)) throw error
      })
    }
  }
  return 0
}

/** Gives the number of documents, all of which are the same on both sides. */
const compareDocuments = async (database: Database, store: Store) => {
  let documents = 0
  for (const name of collectionsIn(database)) {
    const collection = await store.collection(name, { indexes: [] })
    let own = 0
    for (const document of documentsIn(database, name)) {
      own += 1
      if (!isDeepStrictEqual(await collection.get(document._id), document))
        throw new Refused(
          `${document._id} of ${name} is not the same in MongoDB. Drop the databases techbridge-* and move again.`,
        )
    }
    const found = await collection.count({}, own + 1)
    if (found !== own)
      throw new Refused(`MongoDB has more documents in ${name} than were moved. Who else writes there?`)
    documents += own
  }
  return documents
}
