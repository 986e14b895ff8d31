import { createTurns, turns } from '@techbridge/bus'
import type { Query, Scalar } from '@techbridge/store'
import { badCursor } from './problem.ts'

/** Where a page of a store's list begins, from the opaque cursor of the previous page. */
const decodeCursor = (cursor: string | undefined): Query['after'] => {
  if (cursor === undefined) return undefined
  try {
    const value = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(value) && value.length === 2 && typeof value[1] === 'string' && isScalar(value[0])) {
      return [value[0], value[1]]
    }
  } catch {
    throw badCursor()
  }
  throw badCursor()
}

const isScalar = (value: unknown): value is Scalar => typeof value === 'string' || Number.isFinite(value)

/** Documents read at once, and characters of JSON after which a page ends: large records make a page shorter, not slower. */
const partSize = 10
const pageCharacters = 1024 * 1024
/** Shared by all pages, so that many at once delay other work no more than one does. */
const nextItem = createTurns()

export interface Listing<D, T> {
  find(query: Query): Promise<D[]>
  query: Pick<Query, 'where' | 'order'>
  cursor: string | undefined
  limit: number
  /** The document's position in the order. */
  place(document: D): readonly [Scalar, string]
  show(document: D): T | Promise<T>
}

/** A page of a store's list, as far as it fits, and the cursor of the next one. Other work can run between its items. */
export const readPage = async <D, T>({ find, query, cursor, limit, place, show }: Listing<D, T>) => {
  const othersTurn = turns(nextItem)
  const items: T[] = []
  let characters = 0
  let after = decodeCursor(cursor)
  for (;;) {
    const wanted = Math.min(partSize, limit - items.length + 1)
    const found = await find({ ...query, after, limit: wanted })
    for (const document of found) {
      if (items.length === limit || characters >= pageCharacters) return { items, next: encodeCursor(after) }
      await othersTurn()
      const item = await show(document)
      items.push(item)
      characters += JSON.stringify(item).length
      after = place(document)
    }
    if (found.length < wanted) return { items }
    await othersTurn()
  }
}

const encodeCursor = (place: Query['after']) => Buffer.from(JSON.stringify(place)).toString('base64url')
