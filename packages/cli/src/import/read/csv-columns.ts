import { needsApi, offersApi } from '@techbridge/contracts'
import { toPlainLine } from '@techbridge/plain-text'
import { z } from 'zod'
import type { Kind } from '../record.ts'

/** The value of a cell. What cannot be converted stays unchanged, so that the server refuses it and names the field. */
type Read = (cell: string) => unknown

const text: Read = (cell) => cell
const number: Read = (cell) => (Number.isNaN(Number(cell)) ? cell : Number(cell))
/** A semicolon that ends an entity, as in `R&amp;D`, separates nothing. */
const separated = (cell: string): string[] => {
  const parts: string[] = []
  let isOpen = false
  for (const part of cell.split(';')) {
    if (isOpen) parts.push(`${parts.pop()};${part}`)
    else parts.push(part)
    const [entity] = /&#?[A-Za-z\d]{2,32}$/.exec(part) ?? []
    isOpen = entity !== undefined && toPlainLine(`${entity};`) !== `${entity};`
  }
  return parts
}

const list: Read = (cell) =>
  separated(cell)
    .map((one) => one.trim())
    .filter((one) => one !== '')
const numbers: Read = (cell) => (list(cell) as string[]).map(number)
const yesNo: Read = (cell) => ({ true: true, yes: true, false: false, no: false })[cell.toLowerCase()] ?? cell

interface Column {
  path: string[]
  read: Read
}

/** Columns that are not named by the path of their field. */
const ownNames: Record<string, string> = {
  originalLanguage: 'language',
  keywordsMarket: 'marketKeywords',
  keywordsTechnology: 'technologyKeywords',
}

/** How cells of a field are read; `undefined` where a cell cannot hold it, such as a list of objects. */
const readerOf = ({ type, enum: values, items }: JsonSchema, resolve: Resolve): Read | undefined => {
  if (type === 'string' || values) return text
  if (type === 'number' || type === 'integer') return number
  if (type === 'boolean') return yesNo
  if (type !== 'array' || !items) return undefined
  const one = readerOf(resolve(items), resolve)
  return one === text ? list : one === number ? numbers : undefined
}

/** A column for each field of an import row that fits a cell: `content.price.min` is `priceMin`, `organisation.id` is `organisationId`. */
const columnsOf = ({ body = z.object({}) }: { body?: z.ZodType }): Record<string, Column> => {
  const { $defs, ...root } = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const resolve: Resolve = (schema) =>
    schema.$ref
      ? { ...resolve($defs?.[schema.$ref.slice('#/$defs/'.length)] ?? {}), ...schema, $ref: undefined }
      : schema
  const found: [string, Column][] = []
  const visit = (schema: JsonSchema, path: string[]) => {
    const { properties } = resolve(schema)
    if (properties) {
      for (const [name, field] of Object.entries(properties)) visit(field, [...path, name])
      return
    }
    const read = readerOf(resolve(schema), resolve)
    const name = camelCase(path[0] === 'content' ? path.slice(1) : path)
    if (read) found.push([ownNames[name] ?? name, { path, read }])
  }
  visit(root, [])
  return Object.fromEntries(found)
}

interface JsonSchema {
  $ref?: string
  $defs?: Record<string, JsonSchema>
  type?: string
  enum?: unknown[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
}
type Resolve = (schema: JsonSchema) => JsonSchema

const camelCase = ([first = '', ...rest]: string[]) =>
  first + rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')

/** Columns by the field that they fill, as the contracts declare it. Money is in minor units. */
export const columns: Record<Kind, Record<string, Column>> = {
  offers: columnsOf(offersApi.import),
  needs: columnsOf(needsApi.import),
}

/** `title` is the one in the original language, `title.en` a translation. */
const textColumn = /^(title|summary|description|advantages)(?:\.([A-Za-z0-9-]+))?$/

export const knownColumn = (name: string, as: Kind) => Object.hasOwn(columns[as], name) || textColumn.test(name)

/** The import row of a CSV row. An empty cell is an absent field. */
export const rowOf = (cells: Record<string, string>, as: Kind): unknown => {
  const row = {}
  for (const [name, cell] of Object.entries(cells)) {
    if (cell === '') continue
    const [, part, language = cells.language ?? ''] = textColumn.exec(name) ?? []
    if (part) {
      setAt(row, ['content', 'texts', language, part], cell)
      continue
    }
    const column = columns[as][name]
    if (column) setAt(row, column.path, column.read(cell))
  }
  return row
}

const setAt = (target: Record<string, any>, [name, ...rest]: string[], value: unknown): void => {
  if (rest.length === 0) {
    target[name!] = value
    return
  }
  target[name!] ??= {}
  setAt(target[name!], rest, value)
}
