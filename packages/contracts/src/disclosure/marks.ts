import { z } from 'zod'
import type { Party } from '../matching/vocabulary.ts'

/**
 * How far somebody may read a record, from what everyone reads to what only officers read. `details`: for a party that accepted a
 * match. `confidential`: for a party once both agreed. `own`: for the owner. Each includes those before it.
 */
export const disclosureStages = ['public', 'details', 'confidential', 'own', 'office'] as const
export type DisclosureStage = (typeof disclosureStages)[number]

/** `identity` reveals whose record it is: public for a named profile, confidential for an anonymous one. */
export type FieldStage = DisclosureStage | 'identity'

interface Options {
  /** Below this stage an instant is shown as the beginning of its day. */
  exactFrom?: DisclosureStage
  /** Replaces a hidden value in fields that are always present. */
  hiddenAs?: unknown
  /** The side that the field belongs to: it reads the field as its own. */
  of?: Party
  /** Name of the sibling field that says which side wrote this one: that side reads it as its own. */
  writtenBy?: string
}

export interface Mark extends Options {
  stage: FieldStage
}

const marks = z.registry<Mark>()
const values = z.registry<{ whole: true }>()

declare const shownAt: unique symbol
/** A schema whose field is shown from this stage on. */
export interface ShownAt<S extends FieldStage> {
  readonly [shownAt]: S
}

/** Declares from which stage on the field with this schema is shown. A field without a stage is shown to nobody and fails a test. */
export const shown = <S extends FieldStage, T extends z.ZodType>(
  stage: S,
  schema: T,
  options: Options = {},
): T & ShownAt<S> => {
  const field = schema.meta({ 'x-disclosure': stage })
  marks.add(field, { stage, ...options })
  return field as T & ShownAt<S>
}

declare const shownAsOne: unique symbol
/** A schema of objects that are shown or hidden as a whole. */
export interface Whole {
  readonly [shownAsOne]: true
}

/** Declares that an object is shown or hidden as a whole: its fields have no stages of their own. */
export const whole = <T extends z.ZodObject>(schema: T): T & Whole => {
  values.add(schema, { whole: true })
  return schema as T & Whole
}

const asOne: Mark = { stage: 'public' }

/** The declared disclosure of a field; `undefined` when there is none. */
export const markOf = (object: z.ZodObject, name: string): Mark | undefined =>
  declared(object.shape[name] as z.ZodType) ?? (values.get(object) ? asOne : undefined)

/** A field that another schema makes optional keeps its declaration. */
const declared = (field: z.ZodType): Mark | undefined =>
  marks.get(field) ?? (field instanceof z.ZodOptional ? declared(field.unwrap() as z.ZodType) : undefined)
