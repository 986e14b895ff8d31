import { z } from 'zod'

/** What a form asks for at one place of a body. */
export type Field = { required: boolean; hint?: string | undefined } & (
  | { kind: 'text'; most?: number | undefined; long: boolean; date: boolean }
  | { kind: 'number'; whole: boolean; least?: number | undefined; most?: number | undefined }
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'choices'; values: readonly string[] }
  | { kind: 'flag' }
  /** A list of short values, one on each line. */
  | { kind: 'lines'; numbers: boolean }
  | { kind: 'group'; fields: Record<string, Field> }
  /** Several groups; a form offers one more than there are. */
  | { kind: 'several'; of: Field }
  /** A group for each language. */
  | { kind: 'texts'; of: Field }
)

interface Schema {
  $ref?: string
  $defs?: Record<string, Schema>
  type?: string
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  enum?: unknown[]
  maxLength?: number
  minimum?: number
  maximum?: number
  format?: string
}

/** Texts longer than this are written in an area of several lines. */
const lineLength = 256
/** Choices up to this many are boxes to tick; longer lists are written as codes, one on each line. */
const mostBoxes = 24

const resolved = (schema: Schema, defs: Record<string, Schema>): Schema => {
  if (!schema.$ref) return schema
  const { $ref, ...own } = schema
  const target = resolved(defs[$ref.replace('#/$defs/', '')] ?? {}, defs)
  return { ...target, ...own }
}

const fieldOf = (given: Schema, defs: Record<string, Schema>, required: boolean): Field => {
  const schema = resolved(given, defs)
  const about = { required, hint: schema.description }
  const texts = schema.enum?.map(String)
  if (texts) return { ...about, kind: 'choice', values: texts }
  if (schema.type === 'boolean') return { ...about, kind: 'flag' }
  if (schema.type === 'integer' || schema.type === 'number')
    return { ...about, kind: 'number', whole: schema.type === 'integer', least: schema.minimum, most: schema.maximum }
  if (schema.type === 'array') {
    const items = resolved(schema.items ?? {}, defs)
    if (items.type === 'object') return { ...about, kind: 'several', of: fieldOf(items, defs, true) }
    const values = items.enum?.map(String)
    return values && values.length <= mostBoxes
      ? { ...about, kind: 'choices', values }
      : { ...about, kind: 'lines', numbers: items.type === 'integer' }
  }
  if (schema.type === 'object' && !schema.properties && typeof schema.additionalProperties === 'object')
    return { ...about, kind: 'texts', of: fieldOf(schema.additionalProperties, defs, true) }
  if (schema.type === 'object') {
    const needed = new Set(schema.required)
    const fields = Object.entries(schema.properties ?? {}).map(([name, one]): [string, Field] => [
      name,
      fieldOf(one, defs, needed.has(name)),
    ])
    return { ...about, kind: 'group', fields: Object.fromEntries(fields) }
  }
  const most = schema.maxLength
  return { ...about, kind: 'text', most, long: most !== undefined && most > lineLength, date: schema.format === 'date' }
}

const made = new WeakMap<z.ZodType, Field>()

/** The form for a body, from the contract that the API checks it by. */
export const formOf = (body: z.ZodType): Field => {
  const known = made.get(body)
  if (known) return known
  const schema: Schema = JSON.parse(JSON.stringify(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' })))
  const field = fieldOf(schema, schema.$defs ?? {}, true)
  made.set(body, field)
  return field
}
