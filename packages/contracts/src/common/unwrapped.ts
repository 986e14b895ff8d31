import { z } from 'zod'

const known = new WeakMap<z.ZodType, z.ZodType>()

/** The schema of a value that is present. The first member of a union is the complete one. */
export const unwrapped = (schema: z.ZodType): z.ZodType => {
  const inner = known.get(schema) ?? unwrap(schema)
  known.set(schema, inner)
  return inner
}

const unwrap = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrapped(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodPipe)
    return unwrapped((schema.in instanceof z.ZodTransform ? schema.out : schema.in) as z.ZodType)
  if (schema instanceof z.ZodUnion) return unwrapped(schema.options[0] as z.ZodType)
  return schema
}
