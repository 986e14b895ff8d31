import { Database } from '@techbridge/sqlite'
import { checkedName, declaredFields, textsOf } from './declared.ts'
import {
  AlreadyExists,
  type Collection,
  type CollectionSpec,
  type Filter,
  type Query,
  type Scalar,
  StaleVersion,
  type Store,
  type StoredDocument,
} from './store.ts'

type Bindable = string | number

const bindable = (value: Scalar): Bindable => (typeof value === 'boolean' ? Number(value) : value)

/** The embedded store: one table a collection, the document as JSON, declared fields as indexed virtual columns, declared lists as tables. */
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

const identifier = (name: string) => `"${checkedName(name)}"`

const createTable = (database: Database, name: string, { indexes, lists = [] }: CollectionSpec) => {
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
  for (const field of lists) createList(database, name, field)
}

const listOf = (name: string, field: string) => `${name}_in_${checkedName(field)}`

/** A table of the texts in a list of each document, which triggers keep as the documents are. */
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

const sqliteCollection = <D extends StoredDocument>(
  database: Database,
  name: string,
  spec: CollectionSpec,
): Collection<D> => {
  const table = identifier(name)
  const { scalar, isList } = declaredFields(name, spec)
  const column = (field: string) => (scalar(field) === '_id' ? '_id' : identifier(field))

  const condition = (filter: Filter, values: Bindable[]) => {
    const parts = Object.entries(filter).map(([field, wanted]) => {
      if (isList(field)) {
        const texts = textsOf(field, wanted)
        values.push(...texts)
        const list = identifier(listOf(name, field))
        return `_id IN (SELECT _id FROM ${list} WHERE value IN (${texts.map(() => '?')}))`
      }
      const target = column(field)
      if (typeof wanted !== 'object') {
        values.push(bindable(wanted))
        return `${target} = ?`
      }
      if (Array.isArray(wanted)) {
        values.push(...wanted.map(bindable))
        return `${target} IN (${wanted.map(() => '?')})`
      }
      const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const
      return Object.entries(wanted)
        .map(([bound, value]) => {
          values.push(value)
          return `${target} ${operators[bound as keyof typeof operators]} ?`
        })
        .join(' AND ')
    })
    return parts.filter(Boolean).join(' AND ') || 'TRUE'
  }

  const select = ({ where = {}, order, after, limit }: Query) => {
    const values: Bindable[] = []
    const filters = (Array.isArray(where) ? where : [where]) as readonly Filter[]
    const parts = [`(${filters.map((filter) => condition(filter, values)).join(' OR ') || 'FALSE'})`]
    const by = column(order?.by ?? '_id')
    const direction = order?.descending ? 'DESC' : 'ASC'
    if (order) parts.push(`${by} IS NOT NULL`)
    if (after) {
      parts.push(`(${by}, _id) ${order?.descending ? '<' : '>'} (?, ?)`)
      values.push(bindable(after[0]), after[1])
    }
    const sql = `SELECT _body FROM ${table} WHERE ${parts.join(' AND ')} ORDER BY ${by} ${direction}, _id ${direction} LIMIT ?`
    return { sql, values: [...values, limit] }
  }

  const parse = (row: Record<string, unknown>) => JSON.parse(row._body as string) as D

  return {
    get: async (id) => {
      const row = database.prepare(`SELECT _body FROM ${table} WHERE _id = ?`).get(id)
      return row && parse(row)
    },

    insert: (document) => {
      const body = JSON.stringify(document)
      return database.write(() => {
        const { changes } = database
          .prepare(`INSERT INTO ${table} (_id, _version, _body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`)
          .run(document._id, document.version, body)
        if (changes === 0) throw new AlreadyExists(`${name} has ${document._id} already`)
      })
    },

    replace: (document, expectedVersion) => {
      const body = JSON.stringify(document)
      return database.write(() => {
        const { changes } = database
          .prepare(`UPDATE ${table} SET _version = ?, _body = ? WHERE _id = ? AND _version = ?`)
          .run(document.version, body, document._id, expectedVersion)
        if (changes === 0) throw new StaleVersion(`${name} has no ${document._id} at version ${expectedVersion}`)
      })
    },

    find: async (query) => {
      const { sql, values } = select(query)
      return database
        .prepare(sql)
        .all(...values)
        .map(parse)
    },

    count: async (where, most) => {
      const values: Bindable[] = []
      const matching = `SELECT 1 FROM ${table} WHERE ${condition(where, values)} LIMIT ?`
      const row = database.prepare(`SELECT count(*) AS count FROM (${matching})`).get(...values, most)
      return Number(row?.count)
    },
  }
}
