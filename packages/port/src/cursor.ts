/** A cursor that was not given out for this list and order. */
export class BadCursor extends Error {
  override name = 'BadCursor'
}

/** The place of a page's last entry in the order of its list. */
export interface Place {
  /** What the list is ordered by. */
  value: string | number
  id: string
}

/** Opaque to callers. It carries the name of its order, so that it cannot continue another one. */
export const formatCursor = (order: string, { value, id }: Place): string =>
  Buffer.from(JSON.stringify([order, value, id])).toString('base64url')

/** Fails with `BadCursor` when it is malformed or belongs to another order. */
export const parseCursor = (cursor: string, order: string): Place => {
  const parts = decode(cursor)
  if (!Array.isArray(parts) || parts.length !== 3) throw new BadCursor('this is not a cursor')
  const [itsOrder, value, id] = parts
  if (itsOrder !== order) throw new BadCursor('the cursor belongs to another order')
  if (!isValue(value) || typeof id !== 'string') throw new BadCursor('this is not a cursor')
  return { value, id }
}

const isValue = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

const decode = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
