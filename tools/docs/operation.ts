import type { Access, Endpoint } from '@techbridge/contracts'
import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { problemResponses } from './problems.ts'

const ifMatch = z
  .string()
  .regex(/^(\*|"[0-9]{1,9}(-[A-Za-z0-9_.]{1,50})?"(, *"[0-9]{1,9}(-[A-Za-z0-9_.]{1,50})?")*)$/)
  .meta({
    param: { id: 'IfMatch' },
    description: 'ETag of the record that the change is based on; several, or `*` for any',
    example: '"3"',
  })
const ifNoneMatch = z
  .string()
  .optional()
  .meta({ param: { id: 'IfNoneMatch' }, description: 'ETag that the caller has; answers 304 when it is still current' })
const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional()
  .meta({
    param: { id: 'IdempotencyKey' },
    description:
      'Chosen by the caller. A request that the same caller repeats with the same key is carried out once: an action once on its record, a creation once. A different request under that key is refused with 422. Keys are separate for each caller and each record.',
  })
const lastEventId = z
  .string()
  .optional()
  .meta({ param: { id: 'LastEventId' }, description: 'Id of the last message received; the stream continues after it' })

const acceptLanguage = z
  .string()
  .optional()
  .meta({
    param: { id: 'AcceptLanguage' },
    description:
      'Languages wanted for texts, as in RFC 9110; each is looked up as in RFC 4647 (3.4). Where none is there, the texts are English. The parameter `lang` comes first',
    example: 'th, en;q=0.5',
  })

const contentLanguage = z.string().meta({ header: { id: 'ContentLanguage' }, description: 'Language of the texts' })
const range = z
  .string()
  .optional()
  .meta({ param: { id: 'Range' }, description: 'The bytes that are wanted', example: 'bytes=0-1023' })
const contentDigest = z
  .string()
  .optional()
  .meta({
    param: { id: 'ContentDigest' },
    description: 'SHA-256 of the body (RFC 9530)',
    example: 'sha-256=:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=:',
  })

const etag = z
  .string()
  .meta({ header: { id: 'ETag' }, description: 'Version of the record, and what the caller may do with it' })
const location = z.string().meta({ header: { id: 'Location' }, description: 'Path of what was created' })
const replayed = z
  .literal('true')
  .optional()
  .meta({ header: { id: 'IdempotencyReplayed' }, description: 'Set when the request had already been carried out' })

const who = (access: Access) => {
  if (access === 'anyone') return 'For everyone; callers who are signed in may see more.'
  if (access === 'signedIn') return 'For everyone signed in.'
  return `For the roles: ${access.join(', ')}.`
}

const hasVersion = ({ response }: Endpoint) => response instanceof z.ZodObject && 'version' in response.shape
const isVersionedRead = (endpoint: Endpoint) => endpoint.method === 'get' && hasVersion(endpoint)

/** Keys are kept in the history of records; what is posted otherwise says why it may be repeated without. */
const keepsKeys = (endpoint: Endpoint) => endpoint.method === 'post' && hasVersion(endpoint)

const headersOf = (endpoint: Endpoint) => ({
  ...(endpoint.requiresIfMatch && { 'If-Match': ifMatch }),
  ...(isVersionedRead(endpoint) && { 'If-None-Match': ifNoneMatch }),
  ...(keepsKeys(endpoint) && { 'Idempotency-Key': idempotencyKey }),
  ...(endpoint.inLanguages && { 'Accept-Language': acceptLanguage }),
  ...(endpoint.responseFormat === 'octets' && { 'If-None-Match': ifNoneMatch, Range: range }),
  ...(endpoint.bodyFormat === 'octets' && { 'Content-Digest': contentDigest }),
  ...(endpoint.responseFormat === 'eventStream' && { 'Last-Event-ID': lastEventId }),
})

const parametersOf = (endpoint: Endpoint) => {
  const headers = headersOf(endpoint)
  return {
    ...(endpoint.params && { path: endpoint.params as z.ZodObject }),
    ...(endpoint.query && { query: endpoint.query as z.ZodObject }),
    ...(Object.keys(headers).length > 0 && { header: z.object(headers) }),
  }
}

const octets = { type: 'string', format: 'binary' } as const

const bodyOf = ({ body, bodyFormat, maxLines, maxBytes }: Endpoint): Pick<ZodOpenApiOperationObject, 'requestBody'> => {
  if (bodyFormat === 'octets') {
    const description = `Bytes as they are, at most ${maxBytes}.`
    return { requestBody: { required: true, description, content: { 'application/octet-stream': { schema: octets } } } }
  }
  if (!body) return {}
  if (bodyFormat !== 'ndjson')
    return { requestBody: { required: true, content: { 'application/json': { schema: body } } } }
  const description = `One JSON document per line, at most ${maxLines} lines; the schema is that of a line.`
  return { requestBody: { required: true, description, content: { 'application/x-ndjson': { schema: body } } } }
}

/** One server-sent event by its fields. */
const messageOf = (data: z.ZodType) =>
  z.object({
    id: z.string().meta({ description: 'Where to continue after it, as Last-Event-ID' }),
    event: z.string().meta({ description: 'Type of the event' }),
    data: z.string().meta({
      description: 'The event as JSON',
      contentMediaType: 'application/json',
      contentSchema: z.toJSONSchema(data),
    }),
  })

const successOf = (endpoint: Endpoint): ZodOpenApiResponseObject => {
  if (endpoint.responseFormat === 'eventStream') {
    const description = 'Server-sent events. A message without data only updates the place to continue from.'
    return { description, content: { 'text/event-stream': { schema: messageOf(endpoint.response) } } }
  }
  if (endpoint.responseFormat === 'octets')
    return { description: 'The content, under the type that was declared', content: { '*/*': { schema: octets } } }
  const headers = {
    ...(hasVersion(endpoint) && { ETag: etag }),
    ...(endpoint.inLanguages && { 'Content-Language': contentLanguage }),
    ...(endpoint.status === 201 && hasVersion(endpoint) && { Location: location }),
    ...(keepsKeys(endpoint) && { 'Idempotency-Replayed': replayed }),
  }
  return {
    description: { 200: 'Done', 201: 'Created', 202: 'Accepted and in progress' }[endpoint.status],
    ...(Object.keys(headers).length > 0 && { headers: z.object(headers) }),
    content: { 'application/json': { schema: endpoint.response } },
  }
}

/** An endpoint of the route table as an OpenAPI operation. */
export const operation = (operationId: string, endpoint: Endpoint): ZodOpenApiOperationObject => ({
  operationId,
  tags: [endpoint.tag],
  summary: endpoint.summary,
  description: [endpoint.description, who(endpoint.access)].filter(Boolean).join('\n\n'),
  security: endpoint.access === 'anyone' ? [{}, { bearer: [] }] : [{ bearer: [] }],
  requestParams: parametersOf(endpoint),
  ...bodyOf(endpoint),
  responses: {
    [String(endpoint.status)]: successOf(endpoint),
    ...(endpoint.responseFormat === 'octets' && {
      '206': { description: 'The range of the content that was asked for', content: { '*/*': { schema: octets } } },
    }),
    ...((isVersionedRead(endpoint) || endpoint.responseFormat === 'octets') && {
      '304': { description: 'The caller has the current version' },
    }),
    ...problemResponses(endpoint),
  },
})
