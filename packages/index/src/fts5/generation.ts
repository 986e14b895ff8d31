import { zstdCompressSync } from 'node:zlib'
import { type Database, pace } from '@techbridge/sqlite'
import type { IndexDocument, IndexSpec, Phrase, Vector } from '../text-index.ts'
import { Columns, type Facts } from './columns.ts'
import { Postings, type Texts, tokensOf } from './postings.ts'
import { type Packed, read, Sources, type Stored, unpacked } from './sources.ts'
import { encodeText, encodeToken, phraseExpression, tokenizer } from './tokens.ts'
import { Vectors } from './vectors.ts'

/** A document as the tables take it. Made when `put` is called, so that later changes by the caller do not count. */
export interface Row {
  id: string
  version: number
  enriched: boolean
  texts: Texts
  facts: Facts
  vector: Vector | undefined
  source: string
}

/** What a write has changed, to be made known to what is kept in memory once it is committed. */
export interface Change {
  doc: number
  id: string
  before: Texts
  after: Texts
  facts: Facts
  vector: Vector | undefined
}

export const rowOf = (
  spec: IndexSpec,
  { id, version, enriched = false, text, keywords, numbers, vector, source }: IndexDocument,
): Row => ({
  id,
  version,
  enriched,
  texts: spec.text.map((field) => (text[field] ?? []).join(' ')),
  facts: {
    lengths: spec.text.map((field) => text[field]?.length ?? 0),
    keywords: spec.keywords.map((field) => [...new Set(keywords[field])]),
    numbers: spec.numbers.map((field) => numbers[field] ?? null),
  },
  vector: vector && { model: vector.model, values: Float32Array.from(vector.values) },
  source: JSON.stringify(source ?? null),
})

/** Texts and sources are many times as long as what else is kept of a document. */
const packed = (text: string): Uint8Array => zstdCompressSync(text)

/** Documents that are read in one go when an index is opened. */
const readAtOnce = 1000

/**
 * The tables of one copy of an index, and what is kept of them in memory. A rebuild makes the next generation beside the live one. Fields are
 * numbered, so that any name will do: `t0` is a column of the text. FTS5 keeps no copy of the text; what a document said is in its body, and
 * tells what is to be taken back when it says something else.
 */
export class Generation {
  readonly number: number
  readonly spec: IndexSpec
  readonly columns: Columns
  readonly postings: Postings
  readonly vectors = new Vectors()
  readonly #sources = new Sources()
  readonly #text: string
  readonly #documents: string
  readonly #bodies: string
  readonly #vocabulary: string
  readonly #vectors: string
  readonly #db: Database

  constructor(db: Database, number: number, spec: IndexSpec) {
    this.#db = db
    this.number = number
    this.spec = spec
    this.#text = tableOf(number, 'text')
    this.#documents = tableOf(number, 'documents')
    this.#bodies = tableOf(number, 'bodies')
    this.#vocabulary = tableOf(number, 'vocabulary')
    this.#vectors = tableOf(number, 'vectors')
    this.columns = new Columns(spec)
    this.postings = new Postings(
      (token) => this.#placesOf(token),
      spec.text.map((field) => !spec.restricted?.includes(field)),
    )
  }

  /** Only within a write, like `put`. */
  create(): void {
    this.#db.exec(`
      CREATE VIRTUAL TABLE ${this.#text} USING fts5(
        ${this.spec.text.map((_, n) => `t${n}`).join(', ')}, tokenize = '${tokenizer}', content = '', contentless_delete = 1
      );
      CREATE VIRTUAL TABLE ${this.#vocabulary} USING fts5vocab(${this.#text}, instance);
      CREATE TABLE ${this.#documents} (
        doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, facts TEXT NOT NULL
      ) STRICT;
      CREATE TABLE ${this.#bodies} (doc INTEGER PRIMARY KEY, texts BLOB NOT NULL, source BLOB NOT NULL) STRICT;
    `)
    this.createVectors()
  }

  /** Generations of versions that had no vectors lack the table. */
  createVectors(): void {
    this.#db.exec(
      `CREATE TABLE IF NOT EXISTS ${this.#vectors} (doc INTEGER PRIMARY KEY, model TEXT NOT NULL, numbers BLOB NOT NULL) STRICT`,
    )
  }

  /** Reads what is kept in memory. To be done once, before anything else. */
  async load(): Promise<void> {
    const some = this.#db.prepare(`SELECT doc, id, facts FROM ${this.#documents} WHERE doc > ? ORDER BY doc LIMIT ?`)
    for (let after = 0; ; ) {
      await pace()
      const rows = some.all<{ doc: number; id: string; facts: string }>(after, readAtOnce)
      for (const { doc, id, facts } of rows) this.columns.set(doc, id, JSON.parse(facts))
      after = rows.at(-1)?.doc ?? after
      if (rows.length < readAtOnce) break
    }
    await this.#loadVectors()
  }

  async #loadVectors(): Promise<void> {
    const some = this.#db.prepare(`SELECT doc, model, numbers FROM ${this.#vectors} WHERE doc > ? ORDER BY doc LIMIT ?`)
    for (let after = 0; ; ) {
      await pace()
      const rows = some.all<{ doc: number; model: string; numbers: Uint8Array }>(after, readAtOnce)
      for (const { doc, model, numbers } of rows)
        this.vectors.set(doc, { model, values: new Float32Array(Uint8Array.from(numbers).buffer) })
      after = rows.at(-1)?.doc ?? after
      if (rows.length < readAtOnce) return
    }
  }

  /** Gives what was changed, and the ids of the rows that were skipped. */
  put(rows: readonly Row[]): { changes: Change[]; skipped: string[] } {
    const changes: Change[] = []
    const skipped: string[] = []
    for (const row of rows) {
      const change = this.#put(row)
      if (change) changes.push(change)
      else skipped.push(row.id)
    }
    return { changes, skipped }
  }

  /** To be done with what `put` gave, as soon as that is committed. */
  took(changes: readonly Change[]): void {
    for (const { doc, id, before, after, facts, vector } of changes) {
      this.columns.set(doc, id, facts)
      this.vectors.set(doc, vector)
      this.#sources.drop(id)
      if (before !== after) this.postings.change(doc, before, after)
    }
  }

  /** `undefined` when what stands there is not to be replaced. */
  #put({ id, version, enriched, texts, facts, vector, source }: Row): Change | undefined {
    const db = this.#db
    const stored = db
      .prepare(`SELECT doc, version, texts FROM ${this.#documents} JOIN ${this.#bodies} USING (doc) WHERE id = ?`)
      .get<{ doc: number; version: number; texts: Uint8Array }>(id)
    if (stored && (stored.version > version || (stored.version === version && !enriched))) return undefined
    const text = JSON.stringify(texts)
    const before = stored && unpacked(stored.texts)
    // Not `run`: the row that FTS5 writes last then has a number that is too large for it.
    if (stored && before !== text) db.prepare(`DELETE FROM ${this.#text} WHERE rowid = ?`).all(stored.doc)
    const written = db
      .prepare(`REPLACE INTO ${this.#documents} VALUES (?, ?, ?, ?) RETURNING doc`)
      .get<{ doc: number }>(stored?.doc ?? null, id, version, JSON.stringify(facts))
    const doc = Number(written?.doc)
    const body = stored && before === text ? stored.texts : packed(text)
    db.prepare(`REPLACE INTO ${this.#bodies} VALUES (?, ?, ?)`).run(doc, body, packed(source))
    this.#putVector(doc, vector)
    if (before === text) return { doc, id, before: texts, after: texts, facts, vector }
    if (texts.some((one) => one !== '')) this.#insertText.run(doc, ...texts.map((one) => encodeText(tokensOf(one))))
    return { doc, id, before: before ? JSON.parse(before) : texts.map(() => ''), after: texts, facts, vector }
  }

  #putVector(doc: number, vector: Vector | undefined): void {
    const { buffer, byteOffset, byteLength } = vector?.values ?? new Float32Array()
    const numbers = new Uint8Array(buffer, byteOffset, byteLength)
    if (vector) this.#db.prepare(`REPLACE INTO ${this.#vectors} VALUES (?, ?, ?)`).run(doc, vector.model, numbers)
    else this.#db.prepare(`DELETE FROM ${this.#vectors} WHERE doc = ?`).run(doc)
  }

  get #insertText() {
    const columns = this.spec.text.map((_, n) => `t${n}`)
    const values = columns.map(() => '?')
    return this.#db.prepare(`INSERT INTO ${this.#text} (rowid, ${columns.join(', ')}) VALUES (?, ${values.join(', ')})`)
  }

  /** Not within a write, which may be undone or be followed by another of its group: what is kept must be what stands. */
  get(id: string): Stored | undefined {
    const kept = this.#sources.of(id)
    if (kept) return kept
    const found = this.#find(id)
    return found && this.#sources.keep(found)
  }

  /** As the tables have it, within a write too. */
  read(id: string): Stored | undefined {
    const found = this.#find(id)
    return found && read(found)
  }

  #find(id: string): Packed | undefined {
    return this.#db
      .prepare(
        `SELECT id, version, source AS bytes FROM ${this.#documents} JOIN ${this.#bodies} USING (doc) WHERE id = ?`,
      )
      .get<Packed>(id)
  }

  /** The documents that have one of the phrases within one of the fields. */
  having(fields: readonly string[], phrases: readonly Phrase[]): ReadonlySet<number> {
    const columns = [...this.spec.text.keys()].filter((n) => fields.includes(this.spec.text[n] ?? ''))
    if (columns.length === 0 || phrases.length === 0) return new Set()
    const expression = phraseExpression(
      phrases,
      columns.map((n) => `t${n}`),
    )
    const found = this.#db
      .prepare(`SELECT json_group_array(rowid) AS docs FROM ${this.#text} WHERE ${this.#text} MATCH ?`)
      .get<{ docs: string }>(expression)
    return new Set(JSON.parse(found?.docs ?? '[]'))
  }

  /** Document × fields + field for each use of a token, in order. As JSON, since a row for each takes much longer. */
  #placesOf(token: string): number[] {
    const places = this.#db
      .prepare(
        `SELECT json_group_array(doc * ${this.spec.text.length} + substr(col, 2)) AS places FROM ${this.#vocabulary} WHERE term = ?`,
      )
      .get<{ places: string }>(encodeToken(token))
    return JSON.parse(places?.places ?? '[]')
  }
}

/** Those of earlier formats among them. */
const tableNames = ['text', 'open', 'documents', 'keywords', 'sources', 'bodies', 'vocabulary', 'vectors'] as const
const prefixOf = (number: number) => `g${number}_`
export const tableOf = (number: number, name: (typeof tableNames)[number]) => `${prefixOf(number)}${name}`

/** The vocabulary goes first: it reads the text table. */
export function dropGeneration(db: Database, number: number): void {
  for (const name of tableNames.toReversed()) db.exec(`DROP TABLE IF EXISTS ${tableOf(number, name)}`)
  db.prepare('DELETE FROM generations WHERE number = ?').run(number)
  db.forget(prefixOf(number))
}
