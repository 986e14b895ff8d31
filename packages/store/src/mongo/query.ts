import { type Declared, textsOf } from '../declared.ts'
import type { Filter, Query } from '../store.ts'

type Condition = Record<string, unknown>

const operators: Record<string, string> = { gt: '$gt', gte: '$gte', lt: '$lt', lte: '$lte' }

/** Dropping a condition without a value would find more than requested. */
const given = (field: string, value: unknown) => {
  if (value === undefined || value === null) throw new TypeError(`${field} is to be compared with no value`)
  return value
}

const comparison = (field: string, wanted: Filter[string]): Condition => {
  if (typeof wanted !== 'object') return { $eq: given(field, wanted) }
  if (Array.isArray(wanted)) return { $in: wanted.map((value) => given(field, value)) }
  return Object.fromEntries(
    Object.entries(given(field, wanted) as object).map(([bound, value]) => {
      const operator = operators[bound]
      if (!operator) throw new TypeError(`${bound} is no bound of ${field}`)
      return [operator, given(field, value)]
    }),
  )
}

/** The query of `find`. */
export const mongoQuery = ({ where = {}, order, after, limit }: Query, { scalar, isList }: Declared) => {
  const filters = (Array.isArray(where) ? where : [where]) as readonly Filter[]
  const alternatives = filters.map((filter) =>
    Object.fromEntries(
      Object.entries(filter).map(([field, wanted]): [string, Condition] =>
        // A condition on an array holds when it holds for one of its elements.
        isList(field) ? [field, { $in: textsOf(field, wanted) }] : [scalar(field), comparison(field, wanted)],
      ),
    ),
  )
  const by = scalar(order?.by ?? '_id')
  // $exists, for the partial index; $ne, for a null that is in it.
  const range: Condition = order ? { $exists: true, $ne: null } : {}
  const conditions: Condition[] = []
  // MongoDB refuses an empty $or, and takes a limit of 0 as none. It answers this condition without reading.
  if (alternatives.length === 0 || limit <= 0) conditions.push({ _id: { $in: [] } })
  else if (!alternatives.some(isEmpty)) conditions.push({ $or: alternatives })
  if (after) {
    const [value, id] = after
    const [beyond, from] = order?.descending ? ['$lt', '$lte'] : ['$gt', '$gte']
    // The range limits the index scan, and the condition excludes ties.
    range[from] = value
    conditions.push({ $or: [{ [by]: { [beyond]: value } }, { _id: { [beyond]: id } }] })
  }
  const filter: Condition = {}
  if (!isEmpty(range)) filter[by] = range
  if (conditions.length > 0) filter.$and = conditions
  const direction = order?.descending ? -1 : 1
  return { filter, sort: { [by]: direction, _id: direction } as const }
}

const isEmpty = (condition: Condition) => Object.keys(condition).length === 0
