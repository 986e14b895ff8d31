import type { Query, Scalar } from '@techbridge/store'
import { badCursor } from './problem.ts'

/** Where a page of a store's list begins, from the opaque cursor that the page before gave. */
export const decodeCursor = (cursor: string | undefined): Query['after'] => {
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

const isScalar = (value: unknown): value is Scalar => typeof value === 'string' || typeof value === 'number'

/** A page from one item more than fits, which tells whether there is a next page. */
export const pageOf = <T>(found: readonly T[], limit: number, place: (last: T) => readonly [Scalar, string]) => {
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, ...(last && { next: Buffer.from(JSON.stringify(place(last))).toString('base64url') }) }
}
