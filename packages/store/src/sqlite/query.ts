import { checkedName, declaredFields, textsOf } from '../declared.ts'
import type { CollectionSpec, Filter, Query, Scalar } from '../store.ts'

export type Bindable = string | number

const bindable = (value: Scalar): Bindable => (typeof value === 'boolean' ? Number(value) : value)

export const identifier = (name: string) => `"${checkedName(name)}"`

/** The table of a declared list. */
export const listOf = (name: string, field: string) => `${name}_in_${checkedName(field)}`

export const pageIndexPrefix = (name: string) => `${name}_page_`

/**
 * One index for each order of a list and its filters. Each contains all declared fields, so that other conditions can be checked
 * without reading the document.
 */
export const pageIndexes = (name: string, { indexes, pages = [] }: CollectionSpec) =>
  pages.flatMap(({ order, by }) =>
    [[order], ...by.map((field) => [field, order])].map((leading) => ({
      name: pageIndexName(name, leading, indexes),
      columns: [
        ...leading.map(identifier),
        '_id',
        ...indexes.filter((field) => !leading.includes(field)).map(identifier),
      ].join(', '),
    })),
  )

const pageIndexName = (name: string, leading: readonly string[], indexes: readonly string[]) =>
  `${pageIndexPrefix(name)}${leading.join('_')}_${indexes.length}`

/** The most lists that are merged. */
const mostBranches = 30

/** The queries of `find` and `count`. */
export const sqliteQueries = (name: string, spec: CollectionSpec) => {
  const table = identifier(name)
  const { scalar, isList } = declaredFields(name, spec)
  const column = (field: string) => (scalar(field) === '_id' ? '_id' : identifier(field))

  const condition = (filter: Filter, values: Bindable[]) => {
    const parts = Object.entries(filter).map(([field, wanted]) => {
      if (isList(field)) {
        const texts = textsOf(field, wanted)
        values.push(...texts)
        const list = identifier(listOf(name, field))
        return `_id IN (SELECT _id FROM ${list} WHERE value IN (${texts.map(() => '?')}))`
      }
      const target = column(field)
      if (typeof wanted !== 'object') {
        values.push(bindable(wanted))
        return `${target} = ?`
      }
      if (Array.isArray(wanted)) {
        values.push(...wanted.map(bindable))
        return `${target} IN (${wanted.map(() => '?')})`
      }
      const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const
      return Object.entries(wanted)
        .map(([bound, value]) => {
          values.push(value)
          return `${target} ${operators[bound as keyof typeof operators]} ?`
        })
        .join(' AND ')
    })
    return parts.filter(Boolean).join(' AND ') || 'TRUE'
  }

  /** Conditions and order of a query, and what they bind, over any of the filters. */
  const ordered = ({ order, after, limit }: Query, filters: readonly Filter[]) => {
    const values: Bindable[] = []
    const parts = [`(${filters.map((filter) => condition(filter, values)).join(' OR ') || 'FALSE'})`]
    const by = column(order?.by ?? '_id')
    const direction = order?.descending ? 'DESC' : 'ASC'
    if (order) parts.push(`${by} IS NOT NULL`)
    if (after) {
      parts.push(`(${by}, _id) ${order?.descending ? '<' : '>'} (?, ?)`)
      values.push(bindable(after[0]), after[1])
    }
    const sql = `WHERE ${parts.join(' AND ')} ORDER BY ${by} ${direction}, _id ${direction} LIMIT ?`
    return { sql, values: [...values, limit], by, direction }
  }

  /**
   * The filters as lists that each have an index in this order, with the index; `undefined` when some have none. SQLite itself would
   * sort all their documents.
   */
  const branchesOf = (filters: readonly Filter[], order: Query['order']) => {
    const page = spec.pages?.find((one) => one.order === order?.by)
    if (!page || filters.some((filter) => Object.keys(filter).some(isList))) return undefined
    const branches = filters.flatMap((filter) => {
      const leading = page.by.find((field) => field in filter && isEquality(filter[field]))
      const index = pageIndexName(name, leading === undefined ? [page.order] : [leading, page.order], spec.indexes)
      const wanted = leading === undefined ? [] : [...new Set([filter[leading] as Scalar | readonly Scalar[]].flat())]
      return leading === undefined
        ? [{ filter, index }]
        : wanted.map((value) => ({ filter: { ...filter, [leading]: value }, index }))
    })
    return branches.length <= mostBranches ? branches : undefined
  }

  const select = (query: Query) => {
    const { where = {}, order, limit } = query
    const filters = (Array.isArray(where) ? where : [where]) as readonly Filter[]
    const branches = branchesOf(filters, order)
    if (!branches || branches.length === 0) {
      const { sql, values } = ordered(query, branches ? [] : filters)
      return { sql: `SELECT _body FROM ${table} ${sql}`, values }
    }
    const parts = branches.map(({ filter, index }) => ({ index, ...ordered(query, [filter]) }))
    const { by, direction } = parts[0]!
    const lists = parts.map(
      ({ index, sql }) =>
        `SELECT * FROM (SELECT ${by} AS place, _id FROM ${table} INDEXED BY ${identifier(index)} ${sql})`,
    )
    const inOrder = `ORDER BY place ${direction}, page._id ${direction}`
    const places = `${lists.join(' UNION ')} ORDER BY place ${direction}, _id ${direction} LIMIT ?`
    return {
      sql: `SELECT _body FROM (${places}) AS page JOIN ${table} AS document ON document._id = page._id ${inOrder}`,
      values: [...parts.flatMap(({ values }) => values), limit],
    }
  }

  return { condition, select }
}

const isEquality = (wanted: Filter[string] | undefined) => typeof wanted !== 'object' || Array.isArray(wanted)
