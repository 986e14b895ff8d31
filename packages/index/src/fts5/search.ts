import type { Database } from '@techbridge/sqlite'
import { formatCursor, parseCursor } from '../cursor.ts'
import type { Bounds, Favoured, Phrase, SearchQuery, SearchResult } from '../text-index.ts'
import type { Generation } from './generation.ts'
import { matchExpression } from './tokens.ts'

const FACET_VALUES = 10

type Match = NonNullable<SearchQuery['match']>

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
  const { documents } = generation
  db.prepare('DELETE FROM matched').run()
  if (!match) {
    const where = all(filters)
    db.prepare(`INSERT INTO matched SELECT d.doc, 0 FROM ${documents} d WHERE ${where.sql}`).run(...where.values)
    return
  }
  if (match.tokens.length === 0) return
  const found = scored(generation, match, match.tokens, match.require)
  if (!found) return
  const where = all([found.where, ...filters])
  db.prepare(
    `INSERT INTO matched SELECT d.doc, ${found.score.sql}
     FROM ${found.table} CROSS JOIN ${documents} d ON d.doc = ${found.table}.rowid WHERE ${where.sql}`,
  ).run(...found.score.values, ...where.values)
  for (const [weight, tokens] of byWeight(match.favouring ?? [])) favour(db, generation, match, tokens, weight)
}

/** As scores of tokens add up, those of one weight are added together. */
function favour(db: Database, generation: Generation, match: Match, tokens: readonly string[], weight: number): void {
  const found = scored(generation, match, tokens, 'any')
  if (!found) return
  const { table, score, where } = found
  db.prepare(
    `INSERT INTO matched SELECT m.doc, ? * ${score.sql} FROM ${table} CROSS JOIN matched m ON m.doc = ${table}.rowid
     WHERE ${where.sql} ON CONFLICT (doc) DO UPDATE SET score = score + excluded.score`,
  ).run(weight, ...score.values, ...where.values)
}

const byWeight = (favouring: readonly Favoured[]): Map<number, string[]> => {
  const tokens = new Map<number, string[]>()
  for (const { token, weight } of favouring) tokens.set(weight, [...(tokens.get(weight) ?? []), token])
  return tokens
}

/** Where tokens stand in the fields of a query, and the score of a row of that table by them; nowhere without fields. */
function scored(generation: Generation, { fields }: Match, tokens: readonly string[], require: Match['require']) {
  const phrases = tokens.map((token) => [token])
  const found = standing(generation, Object.keys(fields), phrases, require)
  if (!found) return undefined
  const boosts = found.fields.map((field) => fields[field] ?? 0)
  return {
    ...found,
    score: { sql: `-bm25(${found.table}, ${boosts.map(() => '?').join(', ')})`, values: boosts },
  }
}

/** Where phrases stand in fields: rows of a table, whose fields are given in the order of its columns. */
function standing(
  generation: Generation,
  fields: readonly string[],
  phrases: readonly Phrase[],
  require: Match['require'],
) {
  const named = generation.spec.text.filter((field) => fields.includes(field))
  if (named.length === 0) return undefined
  const { table, fields: all } = generation.textOf(named)
  const expression = matchExpression(phrases, named.map(generation.columnOf), require)
  return { table, fields: all, where: { sql: `${table} MATCH ?`, values: [expression] } }
}

const nothing: Part = { sql: 'false', values: [] }

/** Of `d`: the documents that have one of the phrases. */
function having(generation: Generation, fields: readonly string[], phrases: readonly Phrase[]): Part {
  const found = phrases.length > 0 ? standing(generation, fields, phrases, 'any') : undefined
  if (!found) return nothing
  const { table, where } = found
  return { sql: `d.doc IN (SELECT rowid FROM ${table} WHERE ${where.sql})`, values: where.values }
}

const all = (parts: readonly Part[]): Part => ({
  sql: parts.map(({ sql }) => sql).join(' AND ') || 'true',
  values: parts.flatMap(({ values }) => values),
})

/** Matched documents are looked up one by one; without a match the list of those with the value leads. */
function filtersOf(
  generation: Generation,
  { match, phrases, where = {}, range = {}, outside = {} }: SearchQuery,
): Part[] {
  const { spec, keywords } = generation
  const { fields = [], each = [], without = [] } = phrases ?? {}
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
  return [
    ...accepted,
    ...Object.entries(range).map(inBounds),
    ...Object.entries(outside).map((one) => negated(inBounds(one))),
    ...each.map((alternatives) => having(generation, fields, alternatives)),
    ...(without.length > 0 ? [negated(having(generation, fields, without))] : []),
  ]
}

const negated = ({ sql, values }: Part): Part => ({ sql: `NOT (${sql})`, values })

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
