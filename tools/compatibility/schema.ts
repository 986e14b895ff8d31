/** The parts of a JSON Schema (draft 7, as AsyncAPI has it) that contracts use. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  [keyword: string]: unknown
}

/** Schemas that `$ref` may point at, by name. */
export type Schemas = Record<string, Schema>

const prefix = '#/components/schemas/'

/** The schema itself: references followed, and `allOf`, which only carries a description beside a reference, merged. */
export const resolved = (schema: Schema, schemas: Schemas): Schema => {
  const { $ref, allOf, ...own } = schema
  const target = $ref === undefined ? undefined : schemas[$ref.slice(prefix.length)]
  if ($ref !== undefined && !target) throw new Error(`${$ref} points at nothing`)
  const parts = [...(target ? [target] : []), ...(allOf ?? [])].map((part) => resolved(part, schemas))
  return [...parts, own].reduce(merged, {})
}

const merged = (one: Schema, other: Schema): Schema => ({
  ...one,
  ...other,
  ...((one.properties ?? other.properties) && { properties: { ...one.properties, ...other.properties } }),
  ...((one.required ?? other.required) && {
    required: [...new Set([...(one.required ?? []), ...(other.required ?? [])])],
  }),
})

/** The alternatives of a union; a schema that is none is its only alternative. */
export const alternatives = (schema: Schema, schemas: Schemas): Schema[] => {
  const members = schema.anyOf ?? schema.oneOf
  if (!members) return [schema]
  const { anyOf, oneOf, ...common } = schema
  return members.flatMap((member) => alternatives(merged(common, resolved(member, schemas)), schemas))
}

/** `integer` counts as a `number`; no `type` means any. */
export const typesOf = ({ type }: Schema): readonly string[] | undefined =>
  type === undefined ? undefined : [type].flat()

export const valuesOf = (schema: Schema): readonly unknown[] | undefined =>
  'const' in schema ? [schema.const] : schema.enum
