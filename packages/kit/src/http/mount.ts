import { isUtf8 } from 'node:buffer'
import type { Caller } from '@techbridge/contracts'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import { type Authenticator, bearerToken } from './auth.ts'
import { etagOf, preconditions } from './preconditions.ts'
import { HttpProblem } from './problem.ts'
import { mayCall, type Route } from './route.ts'
import { checkLines, validated } from './validate.ts'

const jsonLimit = '512kb'
const ndjsonLimit = '8mb'

const expressPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')

/** One row of the route table as an Express route: who calls, what they send, what they get. */
export const mount = (app: Express, { endpoint, handler }: Route, authenticate: Authenticator) => {
  const parsers: RequestHandler[] = []
  if (endpoint.bodyFormat === 'ndjson') {
    parsers.push(express.text({ type: 'application/x-ndjson', limit: ndjsonLimit, verify: requireUtf8 }))
  } else if (endpoint.body) {
    parsers.push(express.json({ limit: jsonLimit, strict: false, verify: requireUtf8 }))
  }

  const handle: RequestHandler = async (request, response) => {
    const caller = response.locals.caller as Caller | undefined
    requireBodyType(
      request,
      endpoint.bodyFormat === 'ndjson' ? 'application/x-ndjson' : 'application/json',
      Boolean(endpoint.body),
    )
    const reply = await handler({
      params: validated(endpoint.params, request.params, 'path'),
      query: validated(endpoint.query ?? undefined, request.query, 'query'),
      body: endpoint.bodyFormat === 'ndjson' ? undefined : validated(endpoint.body, request.body, 'body'),
      lines: endpoint.bodyFormat === 'ndjson' ? checkLines(endpoint.body, request.body, endpoint.maxLines ?? 1) : [],
      caller,
      options: preconditions(request, endpoint, caller),
      lastEventId: request.get('last-event-id'),
      expires: response.locals.expires as number | undefined,
    } as never)
    if (typeof reply === 'function') return await (request.method === 'HEAD' ? endHead(response) : reply(response))
    send(response, endpoint.status, reply, endpoint.reply.parse(reply.body))
  }

  const name: RequestHandler = (_request, response, next) => {
    response.locals.route = endpoint.path
    next()
  }
  app[endpoint.method](expressPath(endpoint.path), name, identify(endpoint, authenticate), ...parsers, handle)
}

/** Who calls is known before the body is read, so that strangers cannot make us read large ones. */
const identify =
  (endpoint: Route['endpoint'], authenticate: Authenticator): RequestHandler =>
  async (request, response, next) => {
    const token = bearerToken(request.get('authorization'))
    const signedIn = token === undefined ? undefined : await authenticate(token)
    const caller = signedIn?.caller
    if (!mayCall(endpoint.access, caller)) {
      if (!caller) {
        throw new HttpProblem(
          401,
          'not-signed-in',
          'Sign in: send Authorization: Bearer and a token.',
          {},
          {
            'WWW-Authenticate': 'Bearer',
          },
        )
      }
      const roles = (endpoint.access as readonly string[]).join(', ')
      throw new HttpProblem(403, 'wrong-role', `This is for the roles ${roles}; you are signed in as ${caller.role}.`)
    }
    response.locals.caller = caller
    response.locals.expires = signedIn?.expires
    next()
  }

const requireBodyType = (request: Request, type: string, wanted: boolean) => {
  if (!wanted) return
  if (request.get('content-type') === undefined || !request.is(type)) {
    throw new HttpProblem(415, 'unsupported-media-type', `Send the body as Content-Type: ${type}.`, {
      errors: [{ path: 'header.content-type', message: `must be ${type}` }],
    })
  }
}

/** JSON is UTF-8 (RFC 8259); the parsers would quietly put replacement characters where bytes are not. */
const requireUtf8 = (_request: unknown, _response: unknown, bytes: Buffer) => {
  if (!isUtf8(bytes)) {
    throw new HttpProblem(400, 'malformed-utf8', 'The body is not UTF-8.', {
      errors: [{ path: 'body', message: 'must be UTF-8' }],
    })
  }
}

/** A stream has no end, so the answer to HEAD is the headers alone. */
const endHead = async (response: Response) =>
  void response.type('text/event-stream').set('Cache-Control', 'no-store').end()

const send = (
  response: Response,
  status: number,
  reply: { version?: number; variant?: string; location?: string; replayed?: boolean },
  body: unknown,
) => {
  response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Authorization' })
  if (reply.version !== undefined) response.set('ETag', etagOf(reply.version, reply.variant))
  if (reply.location) response.set('Location', reply.location)
  if (reply.replayed) response.set('Idempotency-Replayed', 'true')
  response.status(status)
  if (response.req.fresh) return void response.status(304).end()
  response.json(body)
}
