import { Database, pack, unpack } from '@techbridge/sqlite'
import {
  AlreadyExists,
  type Collection,
  type CollectionSpec,
  StaleVersion,
  type Store,
  type StoredDocument,
} from '../store.ts'
import { type Bindable, identifier, listOf, pageIndexes, pageIndexPrefix, sqliteQueries } from './query.ts'

/** The embedded store: one table per collection, the document as JSON, declared fields as indexed virtual columns, declared lists as tables. */
export const openSqliteStore = (file: string): Store => {
  const database = new Database(file)
  return {
    collection: async (name, spec) => {
      await database.write(() => createTable(database, name, spec))
      return sqliteCollection(database, name, spec)
    },
    ping: () => database.probe(),
    close: async () => database.close(),
  }
}

const createTable = (database: Database, name: string, spec: CollectionSpec) => {
  const { indexes, lists = [] } = spec
  const table = identifier(name)
  database.exec(
    `CREATE TABLE IF NOT EXISTS ${table} (_id TEXT PRIMARY KEY, _version INTEGER NOT NULL, _body TEXT NOT NULL)`,
  )
  const existing = new Set(
    database
      .prepare(`SELECT name FROM pragma_table_xinfo('${name}')`)
      .all()
      .map((column) => column.name),
  )
  for (const field of indexes) {
    const column = identifier(field)
    if (!existing.has(field)) {
      database.exec(
        `ALTER TABLE ${table} ADD COLUMN ${column} GENERATED ALWAYS AS (json_extract(_body, '$.${field}')) VIRTUAL`,
      )
    }
    database.exec(`CREATE INDEX IF NOT EXISTS ${identifier(`${name}_by_${field}`)} ON ${table} (${column}, _id)`)
  }
  createPageIndexes(database, name, spec)
  for (const field of lists) createList(database, name, field)
}

/** Indexes of an earlier version for other fields have other names, and are dropped. */
const createPageIndexes = (database: Database, name: string, spec: CollectionSpec) => {
  const wanted = pageIndexes(name, spec)
  const isWanted = (index: unknown) => wanted.some((one) => one.name === index)
  const existing = database.prepare('SELECT name FROM pragma_index_list(?)').all(name)
  for (const { name: index } of existing)
    if (String(index).startsWith(pageIndexPrefix(name)) && !isWanted(index)) database.exec(`DROP INDEX "${index}"`)
  for (const { name: index, columns } of wanted)
    database.exec(`CREATE INDEX IF NOT EXISTS ${identifier(index)} ON ${identifier(name)} (${columns})`)
}

/** A table of the texts in a list of each document, which triggers keep up to date. */
const createList = (database: Database, name: string, field: string) => {
  const [table, list] = [identifier(name), identifier(listOf(name, field))]
  const texts = (document: string) =>
    `SELECT DISTINCT each.value, ${document}._id FROM json_each(${document}._body, '$.${field}') AS each`
  const isThere = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '${listOf(name, field)}'`).get()
  if (isThere) return
  database.exec(`
    CREATE TABLE ${list} (value TEXT NOT NULL, _id TEXT NOT NULL, PRIMARY KEY (value, _id)) WITHOUT ROWID;
    CREATE INDEX ${identifier(`${listOf(name, field)}_by_id`)} ON ${list} (_id);
    CREATE TRIGGER ${identifier(`${listOf(name, field)}_inserted`)} AFTER INSERT ON ${table} BEGIN
      INSERT INTO ${list} ${texts('NEW')};
    END;
    CREATE TRIGGER ${identifier(`${listOf(name, field)}_updated`)} AFTER UPDATE ON ${table} BEGIN
      DELETE FROM ${list} WHERE _id = NEW._id;
      INSERT INTO ${list} ${texts('NEW')};
    END;
    INSERT INTO ${list}
      SELECT DISTINCT each.value, ${table}._id FROM ${table}, json_each(${table}._body, '$.${field}') AS each;
  `)
}

/** Where SQLite reads nothing of the documents. A field that is declared later wants a collection of another name. */
const isPacked = ({ indexes, lists = [] }: CollectionSpec) => indexes.length + lists.length === 0

/**
 * A commit can be read before it is on disk. Whoever reads such a document waits until it is: a repeated request that finds its own
 * write done would otherwise be acknowledged before the write is.
 */
const durable = (database: Database) => {
  /** The last write of each document whose last write is not known to be on disk. */
  const unsynced = new Map<string, object>()
  const forget = (written: Iterable<readonly [id: string, write: object]>) => {
    for (const [id, write] of written) if (unsynced.get(id) === write) unsynced.delete(id)
  }

  return {
    /** Writes `documents` durably. After a failed sync they are still not known to be on disk. */
    write: async (documents: readonly string[], work: () => void): Promise<void> => {
      const one = {}
      await database.write(work, () => {
        for (const id of documents) unsynced.set(id, one)
      })
      forget(documents.map((id) => [id, one]))
    },
    onDisk: async (documents: readonly string[]): Promise<void> => {
      const waiting = documents.flatMap((id) => {
        const one = unsynced.get(id)
        return one ? [[id, one] as const] : []
      })
      if (waiting.length === 0) return
      await database.settled()
      forget(waiting)
    },
  }
}

const sqliteCollection = <D extends StoredDocument>(
  database: Database,
  name: string,
  spec: CollectionSpec,
): Collection<D> => {
  const table = identifier(name)
  const { condition, select } = sqliteQueries(name, spec)

  const parse = (row: Record<string, unknown>) => JSON.parse(unpack(row._body)) as D
  const bodyOf = (document: D) => (isPacked(spec) ? pack(JSON.stringify(document)) : JSON.stringify(document))

  const { write, onDisk } = durable(database)

  return {
    get: async (id) => {
      const row = database.prepare(`SELECT _body FROM ${table} WHERE _id = ?`).get(id)
      if (!row) return undefined
      await onDisk([id])
      return parse(row)
    },

    insert: (document) => {
      const body = bodyOf(document)
      return write([document._id], () => {
        const { changes } = database
          .prepare(`INSERT INTO ${table} (_id, _version, _body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`)
          .run(document._id, document.version, body)
        if (changes === 0) throw new AlreadyExists(`${name} has ${document._id} already`)
      })
    },

    insertMissing: (documents) => {
      const rows = documents.map((document) => [document._id, document.version, bodyOf(document)] as const)
      const ids = documents.map(({ _id }) => _id)
      return write(ids, () => {
        const insert = database.prepare(
          `INSERT INTO ${table} (_id, _version, _body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
        )
        for (const row of rows) insert.run(...row)
      })
    },

    replace: (document, expectedVersion) => {
      const body = bodyOf(document)
      return write([document._id], () => {
        const { changes } = database
          .prepare(`UPDATE ${table} SET _version = ?, _body = ? WHERE _id = ? AND _version = ?`)
          .run(document.version, body, document._id, expectedVersion)
        if (changes === 0) throw new StaleVersion(`${name} has no ${document._id} at version ${expectedVersion}`)
      })
    },

    find: async (query) => {
      const { sql, values } = select(query)
      const found = database
        .prepare(sql)
        .all(...values)
        .map(parse)
      await onDisk(found.map(({ _id }) => _id))
      return found
    },

    count: async (where, most) => {
      const values: Bindable[] = []
      const matching = `SELECT 1 FROM ${table} WHERE ${condition(where, values)} LIMIT ?`
      const row = database.prepare(`SELECT count(*) AS count FROM (${matching})`).get(...values, most)
      return Number(row?.count)
    },
  }
}
