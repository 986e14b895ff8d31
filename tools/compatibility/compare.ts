import { constraintProblems, type Violation } from './constraints.ts'
import { alternatives, resolved, type Schema, type Schemas } from './schema.ts'

/**
 * What a schema describes: an event that was kept and is read again, a request that callers send, or a response that they read. A request
 * may ask for less than before, a response may promise more.
 */
export type Use = 'event' | 'request' | 'response'

/** A schema, what its references point at, and what it describes. */
export interface Rooted {
  schema: Schema
  schemas: Schemas
  use: Use
}

const step = (path: string, name: string) =>
  /^\w+$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`

/**
 * What breaks between the old schema and the new one, as far as JSON Schema says: the log holds old events, which new code reads again
 * from the start, callers send what was taken before, and readers count on every field that they were promised.
 */
export const violations = (before: Rooted, after: Rooted, path = '$'): Violation[] => {
  const old = alternatives(resolved(before.schema, before.schemas), before.schemas)
  const now = alternatives(resolved(after.schema, after.schemas), after.schemas)
  const at = (schema: Schema, root: Rooted): Rooted => ({ ...root, schema })

  return old.flatMap((member) => {
    const attempts = now.map((other) => inOne(at(member, before), at(other, after), path))
    const closest = attempts.reduce((best, found) => (found.length < best.length ? found : best))
    if (closest.length === 0) return []
    return now.length === 1 && old.length === 1
      ? closest
      : [
          { path, problem: 'union member removed or narrowed: none of the new members takes what this one took' },
          ...closest,
        ]
  })
}

const inOne = (before: Rooted, after: Rooted, path: string): Violation[] => [
  ...constraintProblems(before.schema, after.schema, before.use).map((problem) => ({ path, problem })),
  ...inProperties(before, after, path),
  ...inOtherProperties(before, after, path),
  ...inPart('propertyNames', before, after, `${path}.*~`),
  ...inPart('items', before, after, `${path}[*]`),
]

const inProperties = (before: Rooted, after: Rooted, path: string): Violation[] => {
  const now = after.schema.properties ?? {}
  const inOld = Object.entries(before.schema.properties ?? {}).flatMap(([name, schema]) => {
    const other = now[name]
    if (!other) return [{ path: step(path, name), problem: 'property removed' }]
    return violations({ ...before, schema }, { ...after, schema: other }, step(path, name))
  })
  return [...inOld, ...inRequired(before, after, path), ...inNewProperties(before, after, path)]
}

const inRequired = ({ schema: before, use }: Rooted, { schema: after }: Rooted, path: string): Violation[] => {
  const [old, now] = [before.required ?? [], after.required ?? []]
  const added = use === 'response' ? [] : now.filter((name) => !old.includes(name))
  const dropped = use === 'request' ? [] : old.filter((name) => !now.includes(name) && after.properties?.[name])
  return [
    ...added.map((name) => [name, `newly required: old ${use}s may lack it`] as const),
    ...dropped.map((name) => [name, 'no longer required: readers count on it'] as const),
  ].map(([name, problem]) => ({ path: step(path, name), problem }))
}

/** A new property may hold whatever it likes, unless the old schema said what further properties hold. */
const inNewProperties = (before: Rooted, after: Rooted, path: string): Violation[] => {
  const { additionalProperties: others, properties = {} } = before.schema
  if (typeof others !== 'object') return []
  return Object.entries(after.schema.properties ?? {})
    .filter(([name]) => !(name in properties))
    .flatMap(([name, schema]) => violations({ ...before, schema: others }, { ...after, schema }, step(path, name)))
}

const inOtherProperties = (before: Rooted, after: Rooted, path: string): Violation[] => {
  const [old, now] = [before.schema.additionalProperties ?? true, after.schema.additionalProperties ?? true]
  if (old === false || now === true || (now === false && before.use === 'response')) return []
  if (now === false)
    return [{ path, problem: `additionalProperties closed: old ${before.use}s may have further properties` }]
  const schema = old === true ? {} : old
  return violations({ ...before, schema }, { ...after, schema: now }, `${path}.*`)
}

const inPart = (part: 'items' | 'propertyNames', before: Rooted, after: Rooted, path: string): Violation[] => {
  const now = after.schema[part]
  return now ? violations({ ...before, schema: before.schema[part] ?? {} }, { ...after, schema: now }, path) : []
}
