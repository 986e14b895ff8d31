import { createTurns, turns } from '@techbridge/bus'
import { formatCursor, type Place, parseCursor } from '@techbridge/port'
import type { Query } from '@techbridge/store'

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
  place(document: D): Place
  show(document: D): T | Promise<T>
}

/** A page of a store's list, as far as it fits, and the cursor of the next one. Other work can run between its items. */
export const readPage = async <D, T>({ find, query, cursor, limit, place, show }: Listing<D, T>) => {
  const othersTurn = turns(nextItem)
  const items: T[] = []
  let characters = 0
  const order = `${query.order?.by ?? 'id'} ${query.order?.descending ? 'descending' : 'ascending'}`
  let after = cursor === undefined ? undefined : parseCursor(cursor, order)
  for (;;) {
    const wanted = Math.min(partSize, limit - items.length + 1)
    const found = await find({ ...query, after: after && [after.value, after.id], limit: wanted })
    for (const document of found) {
      if (items.length === limit || characters >= pageCharacters)
        return { items, next: after && formatCursor(order, after) }
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
