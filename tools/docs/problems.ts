import { type Endpoint, problem } from '@techbridge/contracts'
import type { ZodOpenApiResponseObject } from 'zod-openapi'

const descriptions = {
  400: 'Path, query or headers are not valid, the body is not JSON, or no body is allowed',
  401: 'No token, or one that is not valid here',
  403: 'The caller may not do this',
  404: 'There is no such record that the caller may see',
  409: 'The record is in a state that does not allow this; `allowed` says what it does allow',
  410: 'The key of the content was erased; nobody can read it any more',
  412: 'The record has changed since the version that If-Match names',
  413: 'The body is too large',
  415: 'The media type of the body is not accepted by this endpoint',
  416: 'The content has no such range; Content-Range says how large it is',
  422: 'The content is not valid, or the Idempotency-Key was used for another request',
  428: 'If-Match is missing',
  429: 'Too many requests; Retry-After says how long to wait',
  431: 'Path, query and headers together are too large',
  503: 'A part of the system cannot be reached; Retry-After says when to try again',
} as const
type Status = keyof typeof descriptions

/** Endpoints with parameters that must be given are about records, which may not be there. */
const namesRecords = ({ params, query }: Endpoint) => params !== undefined || query?.safeParse({}).success === false

const takesBody = ({ body, bodyFormat }: Endpoint) => body !== undefined || bodyFormat === 'octets'
const saysItself = ({ alsoAnswers = [] }: Endpoint, status: 404 | 409) => alsoAnswers.includes(status)

const applies: Record<Status, (endpoint: Endpoint) => boolean> = {
  400: () => true,
  401: () => true,
  403: ({ access }) => access !== 'anyone',
  404: (endpoint) => namesRecords(endpoint) || saysItself(endpoint, 404),
  409: (endpoint) => (endpoint.method !== 'get' && endpoint.params !== undefined) || saysItself(endpoint, 409),
  410: ({ responseFormat, bodyFormat }) => responseFormat === 'octets' || bodyFormat === 'octets',
  412: ({ requiresIfMatch }) => requiresIfMatch,
  413: takesBody,
  415: takesBody,
  416: ({ responseFormat }) => responseFormat === 'octets',
  422: ({ method }) => method !== 'get',
  428: ({ requiresIfMatch }) => requiresIfMatch,
  429: () => true,
  431: () => true,
  503: () => true,
}

const retryAfter = {
  'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' as const, minimum: 0 } },
}

const response = (status: Status): ZodOpenApiResponseObject => ({
  id: `Problem${status}`,
  description: descriptions[status],
  ...((status === 429 || status === 503) && { headers: retryAfter }),
  content: { 'application/problem+json': { schema: problem } },
})

const responses = Object.fromEntries(
  Object.keys(descriptions).map((status) => [status, response(Number(status) as Status)]),
) as Record<Status, ZodOpenApiResponseObject>

/** The problems that an endpoint may answer with, by status. */
export const problemResponses = (endpoint: Endpoint) =>
  Object.fromEntries(Object.entries(responses).filter(([status]) => applies[Number(status) as Status](endpoint)))
