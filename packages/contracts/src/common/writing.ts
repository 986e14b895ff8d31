import { z } from 'zod'
import { unwrapped } from './unwrapped.ts'

/**
 * Who writes a string of a request. `text` and `line`: a person, on several lines or on one; it is made plain at the entrance.
 * `opaque`: a machine; it is left unchanged.
 */
export type Writing = 'text' | 'line' | 'opaque'

export interface Written {
  as: Writing
  /** UTF-16 units of the stored text. */
  max: number
}

/** Declared by the schemas of strings. It is not part of validation: events of earlier versions are read unchanged. */
export const writing = z.registry<Written>()

export type Path = readonly (string | number)[]

/** Returns the replacement of a text. */
type Replace = (text: string, written: Written, path: Path) => string

/**
 * The value with each text replaced that the schema declares as written by people. The value need not fit the schema: unknown fields
 * stay. Texts are visited in the order of the value.
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
