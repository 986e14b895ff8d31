import { type Database, turns } from '@techbridge/sqlite'
import type { Frequencies, IndexDocument, IndexSpec } from '../text-index.ts'
import { encodeText, encodeToken, tokenizer } from './tokens.ts'

/** A document as the tables take it. Made when `put` is called, so that later changes by the caller do not count. */
export interface Row {
  id: string
  version: number
  enriched: boolean
  /** By text field of the spec. */
  texts: string[]
  /** Tokens in all text fields. */
  length: number
  /** [number of the field, value]. */
  keywords: [number, string][]
  /** By number field of the spec. */
  numbers: (number | null)[]
  source: string
}

/** What stands under an id, with its source as JSON. */
export interface StoredJson {
  id: string
  version: number
  json: string
}

export const rowOf = (
  spec: IndexSpec,
  { id, version, enriched = false, text, keywords, numbers, source }: IndexDocument,
): Row => ({
  id,
  version,
  enriched,
  texts: spec.text.map((field) => encodeText(text[field] ?? [])),
  length: spec.text.reduce((length, field) => length + (text[field]?.length ?? 0), 0),
  keywords: spec.keywords.flatMap((field, number) =>
    [...new Set(keywords[field])].map((value): [number, string] => [number, value]),
  ),
  numbers: spec.numbers.map((field) => numbers[field] ?? null),
  source: JSON.stringify(source ?? null),
})

/**
 * The tables of one copy of an index. A rebuild makes the next generation beside the live one. Fields are numbered, so that
 * any name will do: `t0`, `n0` are columns, keywords carry the number in their row.
 */
export class Generation {
  readonly number: number
  readonly spec: IndexSpec
  readonly text: string
  /** The text without its restricted fields: `bm25` weighs by the length of whole rows. */
  readonly #open: string
  readonly documents: string
  readonly keywords: string
  readonly #sources: string
  readonly #vocabulary: string
  readonly #db: Database

  constructor(db: Database, number: number, spec: IndexSpec) {
    this.#db = db
    this.number = number
    this.spec = spec
    this.text = tableOf(number, 'text')
    this.#open = tableOf(number, 'open')
    this.documents = tableOf(number, 'documents')
    this.keywords = tableOf(number, 'keywords')
    this.#sources = tableOf(number, 'sources')
    this.#vocabulary = tableOf(number, 'vocabulary')
  }

  /**
   * Sources stay apart, so that a search walks narrow rows. The text table keeps its content: one of FTS5's `contentless_delete`
   * tables would never take replaced documents out of the totals that `bm25` weighs with.
   */
  create(): void {
    const { spec, text, documents, keywords } = this
    const columns = spec.numbers.map((_, n) => `, n${n} REAL`).join('')
    this.#db.exec(`
      ${textTable(text, spec.text.map(this.columnOf))}
      CREATE VIRTUAL TABLE ${this.#vocabulary} USING fts5vocab(${text}, row);
      CREATE TABLE ${documents} (
        doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, length INTEGER NOT NULL ${columns}
      ) STRICT;
      CREATE TABLE ${this.#sources} (doc INTEGER PRIMARY KEY, source TEXT NOT NULL) STRICT;
      CREATE TABLE ${keywords} (
        doc INTEGER NOT NULL, field INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (doc, field, value)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX ${keywords}_by_value ON ${keywords} (field, value, doc);
      ${spec.numbers.map((_, n) => this.#orderBy(n)).join('\n')}
    `)
    if (spec.restricted) this.addOpen()
  }

  /** The table of what is not restricted, filled from the whole text. Only within a write. */
  addOpen(): void {
    const columns = openFields(this.spec).map(this.columnOf)
    const rows = ['rowid', ...columns].join(', ')
    this.#db.exec(`
      ${textTable(this.#open, columns)}
      INSERT INTO ${this.#open} (${rows}) SELECT ${rows} FROM ${this.text};
    `)
  }

  /** Where to look for what is in these fields, and all fields that are there, in the order of its columns. */
  textOf(fields: readonly string[]): { table: string; fields: readonly string[] } {
    const { spec, text } = this
    const open = openFields(spec)
    const isOpen = spec.restricted !== undefined && fields.every((field) => open.includes(field))
    return isOpen ? { table: this.#open, fields: open } : { table: text, fields: spec.text }
  }

  columnOf = (field: string): string => `t${this.spec.text.indexOf(field)}`

  /** The columns of numbers that the tables lack, from this place in the spec on. Only within a write. */
  addNumbers(from: number): void {
    for (let n = from; n < this.spec.numbers.length; n++) {
      this.#db.exec(`ALTER TABLE ${this.documents} ADD COLUMN n${n} REAL; ${this.#orderBy(n)}`)
    }
  }

  #orderBy(n: number): string {
    return `CREATE INDEX ${this.documents}_by_n${n} ON ${this.documents} (n${n});`
  }

  /** Gives the ids of the rows that were skipped. Only within a write. */
  put(rows: readonly Row[]): string[] {
    const skipped: string[] = []
    let documents = 0
    let tokens = 0
    for (const row of rows) {
      const before = this.#put(row)
      if (!before) {
        skipped.push(row.id)
        continue
      }
      documents += Number(row.length > 0) - Number(before.length > 0)
      tokens += row.length - before.length
    }
    this.#db
      .prepare('UPDATE generations SET documents = documents + ?, tokens = tokens + ? WHERE number = ?')
      .run(documents, tokens, this.number)
    return skipped
  }

  /** Returns what stood there before, or undefined when that is not to be replaced. */
  #put(row: Row): { length: number } | undefined {
    const db = this.#db
    const stored = db.prepare(`SELECT doc, version, length FROM ${this.documents} WHERE id = ?`).get(row.id) as
      | { doc: number; version: number; length: number }
      | undefined
    if (stored && (stored.version > row.version || (stored.version === row.version && !row.enriched))) return undefined
    const { doc } = db
      .prepare(
        `REPLACE INTO ${this.documents} VALUES (?, ?, ?, ?${this.spec.numbers.map(() => ', ?').join('')}) RETURNING doc`,
      )
      .get(stored?.doc ?? null, row.id, row.version, row.length, ...row.numbers) as { doc: number }
    this.#putText(this.text, this.spec.text, doc, row, stored)
    if (this.spec.restricted) this.#putText(this.#open, openFields(this.spec), doc, row, stored)
    if (stored) db.prepare(`DELETE FROM ${this.keywords} WHERE doc = ?`).run(doc)
    const keyword = db.prepare(`INSERT INTO ${this.keywords} VALUES (?, ?, ?)`)
    for (const [field, value] of row.keywords) keyword.run(doc, field, value)
    db.prepare(`REPLACE INTO ${this.#sources} VALUES (?, ?)`).run(doc, row.source)
    return { length: stored?.length ?? 0 }
  }

  #putText(table: string, fields: readonly string[], doc: number, row: Row, stored: { length: number } | undefined) {
    if (stored?.length) this.#db.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(doc)
    if (row.length === 0) return
    const texts = fields.map((field) => row.texts[this.spec.text.indexOf(field)]!)
    const columns = ['rowid', ...fields.map(this.columnOf)]
    this.#db
      .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
      .run(doc, ...texts)
  }

  get(id: string): StoredJson | undefined {
    const found = this.#db.prepare(`SELECT doc, version FROM ${this.documents} WHERE id = ?`).get(id) as
      | { doc: number; version: number }
      | undefined
    return found && { id, version: found.version, json: this.sourceOf(found.doc) }
  }

  /** As JSON. */
  sourceOf(doc: number): string {
    const { source } = this.#db.prepare(`SELECT source FROM ${this.#sources} WHERE doc = ?`).get(doc) as {
      source: string
    }
    return source
  }

  /** A common token takes as long as there are documents with it, so that others have their turn in between. */
  async frequencies(tokens: readonly string[]): Promise<Frequencies> {
    const totals = this.#db.prepare('SELECT documents, tokens FROM generations WHERE number = ?').get(this.number) as {
      documents: number
      tokens: number
    }
    const count = this.#db.prepare(`SELECT doc AS documents FROM ${this.#vocabulary} WHERE term = ?`)
    const counts: [string, number][] = []
    const mayGoOn = turns()
    for (const token of tokens) {
      await mayGoOn()
      counts.push([token, (count.get(encodeToken(token))?.documents as number | undefined) ?? 0])
    }
    const averageLength = totals.documents === 0 ? 0 : totals.tokens / totals.documents
    return { documents: totals.documents, averageLength, counts: Object.fromEntries(counts) }
  }
}

const tableNames = ['text', 'open', 'documents', 'keywords', 'sources', 'vocabulary'] as const
const tableOf = (number: number, name: (typeof tableNames)[number]) => `g${number}_${name}`

const openFields = ({ text, restricted = [] }: IndexSpec) => text.filter((field) => !restricted.includes(field))

const textTable = (name: string, columns: readonly string[]) =>
  `CREATE VIRTUAL TABLE ${name} USING fts5(${[...columns, `tokenize = '${tokenizer}'`].join(', ')});`

/** The vocabulary goes first: it reads the text table. */
export function dropGeneration(db: Database, number: number): void {
  for (const name of tableNames.toReversed()) db.exec(`DROP TABLE IF EXISTS ${tableOf(number, name)}`)
  db.prepare('DELETE FROM generations WHERE number = ?').run(number)
}
