import { type Rooted, type Use, violations } from './compare.ts'
import type { Schema, Schemas } from './schema.ts'

interface Content {
  content?: Record<string, { schema?: Schema }>
}

interface Parameter {
  $ref?: string
  name: string
  in: string
  required?: boolean
  schema?: Schema
}

interface Operation {
  parameters?: Parameter[]
  requestBody?: Content & { required?: boolean }
  responses: Record<string, Content & { $ref?: string }>
}

/** What the comparison reads of docs/api/openapi.json. */
export interface HttpDocument {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Schemas; parameters?: Record<string, Parameter> }
}

export interface Break {
  /** Such as `POST /v1/offers`. */
  operation: string
  /** Where in its request or response. */
  path: string
  problem: string
}

/** Every way in which the API of `after` is more than a growth of that of `before`. */
export const breaks = (before: HttpDocument, after: HttpDocument): Break[] =>
  Object.entries(before.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, old]) => {
      const now = after.paths[path]?.[method]
      const found = now
        ? inOperation({ operation: old, document: before }, { operation: now, document: after })
        : [removed]
      return found.map((one) => ({ operation: `${method.toUpperCase()} ${path}`, ...one }))
    }),
  )

type Found = Omit<Break, 'operation'>

const removed: Found = { path: '$', problem: 'operation removed' }

interface Side {
  operation: Operation
  document: HttpDocument
}

const inOperation = (before: Side, after: Side): Found[] => [
  ...inParameters(before, after),
  ...inBody(before, after),
  ...inResponses(before, after),
]

const rooted = (schema: Schema | undefined, { document }: Side, use: Use): Rooted => ({
  schema: schema ?? {},
  schemas: document.components.schemas,
  use,
})

/** Parameters by their place and name; header names have no case. */
const parametersOf = ({ operation, document }: Side) =>
  new Map(
    (operation.parameters ?? []).map((given) => {
      const name = given.$ref?.split('/').at(-1)
      const one = (name === undefined ? given : document.components.parameters?.[name]) ?? given
      return [`${one.in}.${one.in === 'header' ? one.name.toLowerCase() : one.name}`, one] as const
    }),
  )

const inParameters = (before: Side, after: Side): Found[] => {
  const [old, now] = [parametersOf(before), parametersOf(after)]
  const inOld = [...old].flatMap(([path, one]) => {
    const other = now.get(path)
    // A header that nobody reads any more harms nobody; an unknown query parameter is refused.
    if (!other) return one.in === 'header' ? [] : [{ path, problem: 'parameter removed' }]
    return [
      ...(other.required && !one.required ? [{ path, problem: 'parameter newly required' }] : []),
      ...violations(rooted(one.schema, before, 'request'), rooted(other.schema, after, 'request'), path),
    ]
  })
  const added = [...now]
    .filter(([path, { required }]) => required && !old.has(path))
    .map(([path]) => ({ path, problem: 'new parameter that is required' }))
  return [...inOld, ...added]
}

const inBody = (before: Side, after: Side): Found[] => {
  const [old, now] = [before.operation.requestBody, after.operation.requestBody]
  if (!old) return now?.required ? [{ path: 'request', problem: 'body newly required' }] : []
  if (!now) return [{ path: 'request', problem: 'body removed: requests with one are refused' }]
  const becameRequired = now.required && !old.required ? [{ path: 'request', problem: 'body newly required' }] : []
  return [...becameRequired, ...inContent('request', [old, before], [now, after], 'request')]
}

const inResponses = (before: Side, after: Side): Found[] =>
  Object.entries(before.operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([status, old]) => {
      const now = after.operation.responses[status]
      if (!now) return [{ path: `response ${status}`, problem: 'status removed' }]
      return inContent(`response ${status}`, [old, before], [now, after], 'response')
    })

const inContent = (path: string, [old, before]: [Content, Side], [now, after]: [Content, Side], use: Use): Found[] =>
  Object.entries(old.content ?? {}).flatMap(([type, { schema }]) => {
    const other = now.content?.[type]
    if (!other) return [{ path, problem: `media type ${type} removed` }]
    return violations(rooted(schema, before, use), rooted(other.schema, after, use), path)
  })
