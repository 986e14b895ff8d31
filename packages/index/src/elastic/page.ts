import { formatCursor, type Place, parseCursor } from '@techbridge/port'
import type { SearchQuery } from '../text-index.ts'

/** Where a page begins: after a place, seen from a point in time (the engine's name for a frozen view of the index). */
export interface Beginning {
  place: Place
  pit?: string
}

/** What a cursor is checked against. */
const orderName = ({ match, order }: SearchQuery): string => {
  if (order) return `number:${order.by} ${order.descending ? 'descending' : 'ascending'}`
  return match ? 'score' : 'id'
}

/** `<place>.<point in time>`, both base64url. */
export function formatBeginning(query: SearchQuery, { place, pit }: Beginning): string {
  const cursor = formatCursor(orderName(query), place)
  return pit === undefined ? cursor : `${cursor}.${Buffer.from(pit).toString('base64url')}`
}

/** Fails with `BadCursor` when it is malformed or belongs to another order. */
export function parseBeginning(query: SearchQuery, cursor: string): Beginning {
  const [place = '', pit] = cursor.split('.')
  return {
    place: parseCursor(place, orderName(query)),
    pit: pit === undefined ? undefined : Buffer.from(pit, 'base64url').toString(),
  }
}

export const searchAfter = ({ match, order }: SearchQuery, { value, id }: Place): (number | string)[] =>
  match || order ? [value, id] : [id]
