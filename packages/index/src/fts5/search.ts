import type { Database } from '@techbridge/sqlite'
import { formatCursor, parseCursor } from '../cursor.ts'
import type { Bounds, SearchQuery, SearchResult } from '../text-index.ts'
import type { Generation } from './generation.ts'
import { matchExpression } from './tokens.ts'

const FACET_VALUES = 10

/** A piece of SQL with the values of its placeholders. */
interface Part {
  sql: string
  values: (string | number)[]
}

interface Hit {
  doc: number
  id: string
  version: number
  score: number
  value: number
}

/** The sources as JSON: reading many large ones is left to the caller. */
export type Found = Omit<SearchResult, 'hits'> & {
  hits: (Omit<SearchResult['hits'][number], 'source'> & { json: string })[]
}

/** What one query matched, with scores: filled once, then counted, paged and faceted without asking the text again. */
export const createMatched = (db: Database): void =>
  db.exec(
    'PRAGMA temp_store = MEMORY; CREATE TEMP TABLE matched (doc INTEGER PRIMARY KEY, score REAL NOT NULL) STRICT;',
  )

/** `d` names the documents in every part. What nothing narrows is read straight from its indexes. */
export function search(db: Database, generation: Generation, query: SearchQuery): Found {
  const { match, facets = [], limit } = query
  const { documents, keywords, spec } = generation
  const order = orderOf(generation, query)
  const after = query.after === undefined ? [] : [order.after(query.after)]
  const filters = filtersOf(generation, query)
  const ordered = query.order ? [{ sql: `${order.value} IS NOT NULL`, values: [] }] : []
  const narrowed = match !== undefined || filters.length > 0
  if (narrowed) fill(db, generation, match, [...filters, ...ordered])

  const where = all(narrowed ? [] : ordered)
  const { total } = db
    .prepare(`SELECT count(*) AS total FROM ${narrowed ? 'matched' : `${documents} d`} WHERE ${where.sql}`)
    .get() as { total: number }
  const page = all([where, ...after])
  const found = db
    .prepare(
      `SELECT d.doc, d.id, d.version, ${narrowed ? 'score' : 0} AS score, ${order.value} AS value
       FROM ${narrowed ? `matched CROSS JOIN ${documents} d USING (doc)` : `${documents} d`}
       WHERE ${page.sql} ORDER BY ${order.by} LIMIT ?`,
    )
    .all<Hit>(...page.values, limit + 1)
  const count = db.prepare(
    `SELECT k.value, count(*) AS count
     FROM ${narrowed ? 'matched d CROSS' : `${documents} d`} JOIN ${keywords} k ON k.doc = d.doc AND k.field = ?
     WHERE ${where.sql} GROUP BY k.value ORDER BY count DESC, k.value LIMIT ${FACET_VALUES}`,
  )
  const counts = facets.map((field) => [
    field,
    count.all(spec.keywords.indexOf(field)).map(({ value, count }) => ({ value, count })),
  ])

  const hits = found.slice(0, limit)
  const last = hits.at(-1)
  return {
    hits: hits.map(({ doc, id, version, score }) => ({ id, version, score, json: generation.sourceOf(doc) })),
    total,
    facets: Object.fromEntries(counts),
    next: last && found.length > limit ? formatCursor(order.name, last) : undefined,
  }
}

/** The join is a CROSS one because the text must lead: the other way round it would be asked once for each document. */
function fill(db: Database, generation: Generation, match: SearchQuery['match'], filters: readonly Part[]): void {
  const { documents, spec } = generation
  db.prepare('DELETE FROM matched').run()
  if (!match) {
    const where = all(filters)
    db.prepare(`INSERT INTO matched SELECT d.doc, 0 FROM ${documents} d WHERE ${where.sql}`).run(...where.values)
    return
  }
  const named = spec.text.filter((field) => Object.hasOwn(match.fields, field))
  if (match.tokens.length === 0 || named.length === 0) return
  const { table, fields } = generation.textOf(named)
  const columns = named.map((field) => generation.columnOf(field))
  const expression = matchExpression(match.tokens, columns, match.require)
  const boosts = fields.map((field) => match.fields[field] ?? 0)
  const where = all([{ sql: `${table} MATCH ?`, values: [expression] }, ...filters])
  db.prepare(
    `INSERT INTO matched SELECT d.doc, -bm25(${table}, ${boosts.map(() => '?').join(', ')})
     FROM ${table} CROSS JOIN ${documents} d ON d.doc = ${table}.rowid WHERE ${where.sql}`,
  ).run(...boosts, ...where.values)
}

const all = (parts: readonly Part[]): Part => ({
  sql: parts.map(({ sql }) => sql).join(' AND ') || 'true',
  values: parts.flatMap(({ values }) => values),
})

/** Matched documents are looked up one by one; without a match the list of those with the value leads. */
function filtersOf(
  { spec, keywords }: Generation,
  { match, where = {}, range = {}, outside = {} }: SearchQuery,
): Part[] {
  const accepted = Object.entries(where).map(([field, values]) => {
    const condition = 'field = ? AND value IN (SELECT value FROM json_each(?))'
    const sql = match
      ? `EXISTS (SELECT 1 FROM ${keywords} WHERE doc = d.doc AND ${condition})`
      : `d.doc IN (SELECT doc FROM ${keywords} WHERE ${condition})`
    return { sql, values: [spec.keywords.indexOf(field), JSON.stringify(values)] }
  })
  const inBounds = ([field, { gte, lte }]: [string, Bounds]): Part => {
    const number = `d.n${spec.numbers.indexOf(field)}`
    return all([
      { sql: `${number} IS NOT NULL`, values: [] },
      ...(gte === undefined ? [] : [{ sql: `${number} >= ?`, values: [gte] }]),
      ...(lte === undefined ? [] : [{ sql: `${number} <= ?`, values: [lte] }]),
    ])
  }
  const without = ({ sql, values }: Part): Part => ({ sql: `NOT (${sql})`, values })
  return [
    ...accepted,
    ...Object.entries(range).map(inBounds),
    ...Object.entries(outside).map((one) => without(inBounds(one))),
  ]
}

interface Order {
  /** What a cursor is checked against. */
  name: string
  by: string
  /** What a cursor holds beside the id. */
  value: string
  after(cursor: string): Part
}

function orderOf({ spec }: Generation, { match, order }: SearchQuery): Order {
  if (!order && !match) {
    const name = 'id'
    return {
      name,
      by: 'd.id',
      value: '0',
      after: (cursor) => ({ sql: 'd.id > ?', values: [parseCursor(cursor, name).id] }),
    }
  }
  const value = order ? `d.n${spec.numbers.indexOf(order.by)}` : 'score'
  const descending = order ? order.descending : true
  const name = `${order ? `number:${order.by}` : 'score'} ${descending ? 'descending' : 'ascending'}`
  const beyond = descending ? '<' : '>'
  return {
    name,
    by: `${value} ${descending ? 'DESC' : 'ASC'}, d.id`,
    value,
    after(cursor) {
      const place = parseCursor(cursor, name)
      const sql = `${value} ${beyond}= ? AND (${value} ${beyond} ? OR d.id > ?)`
      return { sql, values: [place.value, place.value, place.id] }
    },
  }
}
