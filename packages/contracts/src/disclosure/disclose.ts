import { z } from 'zod'
import { startOfDay } from '../common/days.ts'
import { unwrapped } from '../common/unwrapped.ts'
import type { Party } from '../matching/vocabulary.ts'
import { type DisclosureStage, disclosureStages, type Mark, markOf, type ShownAt, type Whole } from './marks.ts'

/** The stage up to which somebody reads a record, and their side: what belongs to that side is read as their own. */
export interface Viewer {
  stage: DisclosureStage
  side?: Party
}

/** What remains of a value: public fields are present, others may be. */
export type Disclosed<T extends z.core.$ZodType> = T extends Whole
  ? z.output<T>
  : T extends z.ZodObject<infer Shape>
    ? { [K in keyof Shape as Shape[K] extends ShownAt<'public'> ? K : never]: Disclosed<Shape[K]> } & {
        [K in keyof Shape as Shape[K] extends ShownAt<'public'> ? never : K]?: Disclosed<NonNullable<Shape[K]>>
      }
    : T extends z.ZodRecord<infer _, infer V extends z.core.$ZodType>
      ? Record<string, Disclosed<V>>
      : T extends z.ZodArray<infer E extends z.core.$ZodType>
        ? Disclosed<E>[]
        : T extends z.ZodOptional<infer I extends z.core.$ZodType>
          ? Disclosed<I> | undefined
          : z.output<T>

const reaches = (stage: DisclosureStage, needed: DisclosureStage) =>
  disclosureStages.indexOf(stage) >= disclosureStages.indexOf(needed)

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a record is anonymous, if it or its content says so. */
const anonymityOf = ({ anonymous, content }: Fields): unknown =>
  anonymous ?? (isFields(content) ? content.anonymous : undefined)

const viewerOf = ({ of, writtenBy }: Mark, record: Fields, viewer: Viewer): Viewer => {
  const side = of ?? (writtenBy === undefined ? undefined : record[writtenBy])
  const isOwn = side !== undefined && side === viewer.side
  return isOwn && !reaches(viewer.stage, 'own') ? { ...viewer, stage: 'own' } : viewer
}

const isShown = ({ stage }: Mark, viewer: Viewer, isAnonymous: boolean) =>
  reaches(viewer.stage, stage === 'identity' ? (isAnonymous ? 'confidential' : 'public') : stage)

const inDays = (value: unknown) => (typeof value === 'string' ? startOfDay(value) : value)

const disclosed = (schema: z.ZodType, value: unknown, viewer: Viewer, isAnonymous: boolean): unknown => {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodArray)
    return Array.isArray(value)
      ? value.map((one) => disclosed(inner.element as z.ZodType, one, viewer, isAnonymous))
      : undefined
  if (inner instanceof z.ZodRecord)
    return isFields(value)
      ? Object.fromEntries(
          Object.entries(value).map(([key, one]) => [
            key,
            disclosed(inner.valueType as z.ZodType, one, viewer, isAnonymous),
          ]),
        )
      : undefined
  if (inner instanceof z.ZodObject) return isFields(value) ? ofRecord(inner, value, viewer, isAnonymous) : undefined
  return value
}

type DeclaredField = readonly [name: string, field: z.ZodType, mark: Mark]
/** By schema: what is declared does not change once it is asked for, and is asked for with each record. */
const declaredFields = new WeakMap<z.ZodObject, readonly DeclaredField[]>()

const fieldsOf = (schema: z.ZodObject): readonly DeclaredField[] => {
  const known = declaredFields.get(schema)
  if (known) return known
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]): DeclaredField[] => {
    const mark = markOf(schema, name)
    return mark ? [[name, field, mark]] : []
  })
  declaredFields.set(schema, fields)
  return fields
}

const ofRecord = (schema: z.ZodObject, record: Fields, outer: Viewer, inherited: boolean): Fields => {
  const anonymity = anonymityOf(record)
  const isAnonymous = anonymity === undefined ? inherited : anonymity !== false
  const fields = fieldsOf(schema).flatMap(([name, field, mark]): [string, unknown][] => {
    const viewer = viewerOf(mark, record, outer)
    if (!isShown(mark, viewer, isAnonymous)) return 'hiddenAs' in mark ? [[name, mark.hiddenAs]] : []
    const value = record[name]
    if (value === undefined) return []
    const given = mark.exactFrom && !reaches(viewer.stage, mark.exactFrom) ? inDays(value) : value
    return [[name, disclosed(field, given, viewer, isAnonymous)]]
  })
  return Object.fromEntries(fields)
}

/**
 * What a viewer may read of a record, by the stages that its schema declares. This is the only place where that is decided, for HTTP,
 * search, the stream and explanations. Fields that the schema does not know or does not mark stay hidden, and so does the owner unless
 * the record says that it is not anonymous. Hidden fields are not read, so getters may compute what few viewers see.
 */
export const disclose = <T extends z.ZodType>(
  schema: T,
  record: z.output<T> | object,
  viewer: DisclosureStage | Viewer,
): Disclosed<T> =>
  disclosed(schema, record, typeof viewer === 'string' ? { stage: viewer } : viewer, true) as Disclosed<T>

/** The schema of what is disclosed of another one at a stage: fields that may be hidden are left out or optional. */
export const schemaAt = <T extends z.ZodType>(schema: T, stage: DisclosureStage): z.ZodType<Disclosed<T>> =>
  reduced(schema, stage) as z.ZodType<Disclosed<T>>

const reduced = (schema: z.ZodType, stage: DisclosureStage): z.ZodType => {
  if (schema instanceof z.ZodOptional) return keeping(schema, reduced(schema.unwrap() as z.ZodType, stage).optional())
  if (schema instanceof z.ZodRecord) {
    const value = reduced(schema.valueType as z.ZodType, stage)
    return value === schema.valueType ? schema : keeping(schema, z.record(schema.keyType as z.ZodString, value))
  }
  if (!(schema instanceof z.ZodObject)) return schema
  const entries = Object.entries(schema.shape as Record<string, z.ZodType>)
  const shape = Object.fromEntries(
    entries.flatMap(([name, field]): [string, z.ZodType][] => {
      const mark = markOf(schema, name)
      if (!mark || !isShown(mark, { stage }, false)) return []
      return [[name, reduced(field, stage)]]
    }),
  )
  const isSame = entries.every(([name, field]) => shape[name] === field)
  return isSame ? schema : z.object(shape)
}

/** With the documentation of the schema that it replaces. */
const keeping = (schema: z.ZodType, instead: z.ZodType): z.ZodType => {
  const { id, ...said } = schema.meta() ?? {}
  return instead.meta(said)
}
