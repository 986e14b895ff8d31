import { type Api, apis, requestFacts } from '@techbridge/contracts'
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import { operation } from './operation.ts'

const operationId = (context: string, name: string) => `${context}${name[0]?.toUpperCase()}${name.slice(1)}`

const endpoints = Object.entries<Api>(apis).flatMap(([context, api]) =>
  Object.entries(api).map(([name, endpoint]) => ({ id: operationId(context, name), endpoint })),
)

const paths = () => {
  const found: ZodOpenApiPathsObject = {}
  for (const { id, endpoint } of endpoints) {
    found[endpoint.path] = { ...found[endpoint.path], [endpoint.method]: operation(id, endpoint) }
  }
  return found
}

const tags = [...new Set(endpoints.map(({ endpoint }) => endpoint.tag))].map((name) => ({ name }))

/** The HTTP interface of every service as an OpenAPI 3.1 document. */
export const openapi = () =>
  openReferences(
    createDocument(
      {
        openapi: '3.1.0',
        info: {
          title: 'Techbridge',
          version: '1',
          description:
            'Matchmaking between licensable technologies and the enterprises that need them. Errors are RFC 9457 problem details. Requests with unknown fields are refused; replies may gain fields. Texts that people write are made plain first: HTML, Markdown, entities and control characters become what they show, limits of length count what is left, and `changed` in the answer says what became of which text.',
          license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        },
        servers: [{ url: '/' }],
        tags,
        paths: paths(),
        components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      },
      {
        override: ({ jsonSchema, zodSchema, io }) => {
          if (io === 'input') asRequest(Object.assign(jsonSchema, requestFacts.get(zodSchema)))
          // A response may gain fields without a new version, so clients must not be told that there are no others.
          else if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
        },
      },
    ),
  )

/** Beside a reference it would refuse every field: it knows none of those that are referred to. */
const openReferences = <D>(document: D): D =>
  JSON.parse(JSON.stringify(document), (_, value) => {
    if (value?.$ref && value.additionalProperties === false) delete value.additionalProperties
    return value
  })

/** What every request refuses, whatever its contract: fields that it does not know, and numbers that a double does not keep. */
const asRequest = (schema: {
  type?: unknown
  properties?: unknown
  additionalProperties?: unknown
  minimum?: number
  maximum?: number
}) => {
  if (schema.type === 'object' && schema.properties) schema.additionalProperties ??= false
  if (schema.type === 'number') {
    schema.minimum ??= Number.MIN_SAFE_INTEGER
    schema.maximum ??= Number.MAX_SAFE_INTEGER
  }
}
