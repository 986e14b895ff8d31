import { isDeepStrictEqual } from 'node:util'
import type { Use } from './compare.ts'
import { type Schema, typesOf, valuesOf } from './schema.ts'

/** What a new schema refuses that the old one took. */
export interface Violation {
  /** JSON path in the event. */
  path: string
  problem: string
}

const lowerBounds = ['minimum', 'minLength', 'minItems', 'minProperties', 'exclusiveMinimum']
const upperBounds = ['maximum', 'maxLength', 'maxItems', 'maxProperties', 'exclusiveMaximum']
const annotations = [
  'title',
  'description',
  'default',
  'example',
  'examples',
  'deprecated',
  'id',
  '$id',
  '$schema',
  '$comment',
]
const compared = [
  ...['type', 'const', 'enum', 'properties', 'required', 'additionalProperties', 'propertyNames', 'items'],
  ...['anyOf', 'oneOf', 'allOf', '$ref'],
]
const judged = new Set([...lowerBounds, ...upperBounds, ...annotations, ...compared])

const show = (value: unknown) => JSON.stringify(value)

const typeProblems = (before: Schema, after: Schema) => {
  const [old, now] = [typesOf(before), typesOf(after)]
  if (!now) return []
  const lost = (old ?? ['any type']).filter(
    (type) => !now.includes(type) && !(type === 'integer' && now.includes('number')),
  )
  return lost.length > 0 ? [`type changed: ${lost.join(', ')} is no longer taken, only ${now.join(', ')}`] : []
}

const valueProblems = (before: Schema, after: Schema) => {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  if (!now) return []
  if (!old) return [`restricted to the values ${now.map(show).join(', ')}`]
  const lost = old.filter((value) => !now.some((other) => isDeepStrictEqual(value, other)))
  return lost.length > 0 ? [`value removed: ${lost.map(show).join(', ')}`] : []
}

const boundProblems = (before: Schema, after: Schema) => {
  const tightened = (keyword: string, sign: 1 | -1) => {
    const [old, now] = [before[keyword], after[keyword]] as (number | undefined)[]
    return now !== undefined && (old === undefined || sign * now > sign * old)
  }
  return [
    ...lowerBounds.filter((keyword) => tightened(keyword, 1)),
    ...upperBounds.filter((keyword) => tightened(keyword, -1)),
  ].map((keyword) => `${keyword} tightened: ${show(before[keyword]) ?? 'none'} became ${show(after[keyword])}`)
}

/** Beside a format the pattern only spells it out, and each release of Zod may spell it in another way. */
const spellsFormat = (keyword: string, before: Schema, after: Schema) =>
  keyword === 'pattern' && after.format !== undefined && after.format === before.format

/** Extensions, such as who may see a field, refuse nothing. */
const isExtension = (keyword: string) => keyword.startsWith('x-')

/** Patterns, formats and whatever else: whether another one takes as much cannot be told, so only dropping it is allowed. */
const otherProblems = (before: Schema, after: Schema) =>
  Object.keys(after)
    .filter(
      (keyword) => !judged.has(keyword) && !isExtension(keyword) && !isDeepStrictEqual(before[keyword], after[keyword]),
    )
    .filter((keyword) => !spellsFormat(keyword, before, after))
    .map((keyword) => `${keyword} changed: ${show(before[keyword]) ?? 'none'} became ${show(after[keyword])}`)

/** Readers of the old schema may meet a value of another type. */
const newTypes = (before: Schema, after: Schema) => {
  const [old, now] = [typesOf(before), typesOf(after)]
  if (!old) return []
  const gained = (now ?? ['any type']).filter(
    (type) => !old.includes(type) && !(type === 'integer' && old.includes('number')),
  )
  return gained.length > 0 ? [`type changed: readers of ${old.join(', ')} may get ${gained.join(', ')}`] : []
}

/** Problems of one value by itself, apart from what it contains. In a response, bounds may tighten and values may join an enum. */
export const constraintProblems = (before: Schema, after: Schema, use: Use) =>
  use === 'response' ? [...newTypes(before, after), ...valueProblems(before, after)] : taken(before, after)

const taken = (before: Schema, after: Schema) => [
  ...typeProblems(before, after),
  ...valueProblems(before, after),
  ...boundProblems(before, after),
  ...otherProblems(before, after),
]
