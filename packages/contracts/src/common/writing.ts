import { z } from 'zod'
import { unwrapped } from './unwrapped.ts'

/**
 * How a string of a request is written. `text` and `line`: by a person, so that it is made plain at the entrance, on several lines or on one.
 * `opaque`: by a machine, so that nothing of it is touched.
 */
export type Writing = 'text' | 'line' | 'opaque'

export interface Written {
  as: Writing
  /** UTF-16 units, of what is kept. */
  max: number
}

/** What the schemas of strings say of it. It is no part of validation: events of earlier versions are read as they are. */
export const writing = z.registry<Written>()

export type Path = readonly (string | number)[]

/** Gives what is to stand in the place of a text. */
type Replace = (text: string, written: Written, path: Path) => string

/**
 * The value with each text that the schema says a person writes replaced. The value need not fit the schema: what the schema does not
 * know stays. Texts come in the order in which they stand in the value.
 */
export const replaceTexts = (schema: z.ZodType, value: unknown, replace: Replace, path: Path = []): unknown => {
  const inner = unwrapped(schema)
  if (typeof value === 'string') {
    const written = writing.get(inner)
    return written && written.as !== 'opaque' ? replace(value, written, path) : value
  }
  if (Array.isArray(value)) {
    if (!(inner instanceof z.ZodArray)) return value
    return value.map((item, place) => replaceTexts(inner.element as z.ZodType, item, replace, [...path, place]))
  }
  if (typeof value !== 'object' || value === null) return value
  const schemaOf = fieldsOf(inner)
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      const known = schemaOf(name)
      return [name, known ? replaceTexts(known, field, replace, [...path, name]) : field]
    }),
  )
}

const fieldsOf = (schema: z.ZodType): ((name: string) => z.ZodType | undefined) => {
  if (schema instanceof z.ZodObject)
    return (name) => (Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined)
  if (schema instanceof z.ZodRecord) return () => schema.valueType as z.ZodType
  return () => undefined
}
