import { BadCursor, formatCursor, parseCursor } from '@techbridge/port'
import { pace } from '@techbridge/sqlite'
import type { NearestQuery, SearchQuery, SearchResult } from '../text-index.ts'
import type { Columns } from './columns.ts'
import { firstOf } from './first-of.ts'
import type { Generation } from './generation.ts'
import { type Scores, scoresOf } from './scores.ts'
import type { Stored } from './sources.ts'
import type { Condition } from './value-sets.ts'

const FACET_VALUES = 10

/** Reading the sources is left to the caller. */
export type Found = Omit<SearchResult, 'hits'> & { hits: (Stored & { score: number })[] }

/**
 * Scores all documents with the tokens from what is in memory, then filters, counts and picks the page; only what the page shows is read from
 * the tables.
 */
export async function search(generation: Generation, query: SearchQuery): Promise<Found> {
  const { tokens = [], favouring = [] } = query.match ?? {}
  for (const token of [...tokens, ...favouring.map(({ token }) => token)]) {
    await pace()
    generation.postings.of(token)
  }
  const { columns } = generation
  const scores = query.match && scoresOf(generation, query.match)
  const order = orderOf(columns, query, scores)
  const conditions = [...columns.conditions(query), ...(await phraseConditions(generation, query))]
  const matching = (scores?.docs ?? [...columns.ids.keys()]).filter(
    (doc) => columns.ids[doc] !== undefined && conditions.every((holds) => holds(doc)),
  )
  const behind = query.after === undefined ? matching : matching.filter(order.after(query.after))
  const found = firstOf(behind, query.limit + 1, order.compare)
  const last = found[query.limit - 1]
  return {
    hits: found.slice(0, query.limit).flatMap((doc) => {
      const stored = generation.get(columns.ids[doc] ?? '')
      return stored ? [{ ...stored, score: scores?.of(doc) ?? 0 }] : []
    }),
    total: matching.length,
    facets: Object.fromEntries(
      (query.facets ?? []).map((field) => [field, columns.count(field, matching, FACET_VALUES)]),
    ),
    next:
      last !== undefined && found.length > query.limit
        ? formatCursor(order.name, { value: order.value(last), id: columns.ids[last] ?? '' })
        : undefined,
  }
}

export async function nearest(generation: Generation, query: NearestQuery): Promise<Found['hits']> {
  await pace()
  const { columns, vectors } = generation
  const conditions = columns.conditions(query)
  const near = vectors.near(query.vector, (doc) => conditions.every((holds) => holds(doc)))
  const idOf = (doc: number) => columns.ids[doc] ?? ''
  const found = firstOf(
    near,
    query.limit,
    (one, other) => other.score - one.score || (idOf(one.doc) < idOf(other.doc) ? -1 : 1),
  )
  return found.flatMap(({ doc, score }) => {
    const stored = generation.get(idOf(doc))
    return stored ? [{ ...stored, score }] : []
  })
}

const phraseConditions = async (generation: Generation, { phrases }: SearchQuery): Promise<Condition[]> => {
  if (!phrases) return []
  const { fields, each = [], without = [] } = phrases
  const having: ReadonlySet<number>[] = []
  for (const alternatives of each) {
    await pace()
    having.push(generation.having(fields, alternatives))
  }
  await pace()
  const lacking = generation.having(fields, without)
  return [
    ...having.map(
      (docs): Condition =>
        (doc) =>
          docs.has(doc),
    ),
    (doc) => !lacking.has(doc),
  ]
}

interface Order {
  /** What a cursor is checked against. */
  name: string
  /** What a cursor holds beside the id. */
  value(doc: number): number
  compare(one: number, other: number): number
  after(cursor: string): (doc: number) => boolean
}

function orderOf(columns: Columns, { order }: SearchQuery, scores: Scores | undefined): Order {
  const idOf = (doc: number) => columns.ids[doc] ?? ''
  const numbers = order && columns.number(order.by)
  const value = (doc: number) => numbers?.[doc] ?? scores?.of(doc) ?? 0
  const descending = order ? order.descending === true : scores !== undefined
  const sign = descending ? -1 : 1
  const direction = descending ? 'descending' : 'ascending'
  const kind = order ? `number:${order.by}` : 'score'
  const name = order || scores ? `${kind} ${direction}` : 'id'
  const distance = (ofOne: number, id: string, ofOther: number, otherId: string) =>
    sign * (ofOne - ofOther) || (id < otherId ? -1 : Number(id > otherId))
  return {
    name,
    value,
    compare: (one, other) => distance(value(one), idOf(one), value(other), idOf(other)),
    after(cursor) {
      const { value: reached, id } = parseCursor(cursor, name)
      if (typeof reached !== 'number') throw new BadCursor('this is not a cursor')
      return (doc) => distance(value(doc), idOf(doc), reached, id) > 0
    },
  }
}
