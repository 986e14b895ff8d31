import { type AnyEndpoint, type Caller, type Change, message } from '@techbridge/contracts'
import type { Express, Request, RequestHandler, Response } from 'express'
import { acceptedLanguages } from './accepted-languages.ts'
import { refuseMethod } from './answers.ts'
import { type Authenticator, bearerToken } from './auth.ts'
import { contentDigest } from './body/content-digest.ts'
import { toldChanges } from './body/make-plain.ts'
import type { BodyReader } from './body/read-body.ts'
import { etagOf, preconditions } from './preconditions.ts'
import { HttpProblem } from './problem.ts'
import { readQuery } from './query.ts'
import { mayCall, type Route, type StreamHandler } from './route.ts'
import { checkLines, parsedBody, validated } from './validate.ts'

const expressPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')

interface Mounting {
  authenticate: Authenticator
  readBody: BodyReader
}

/**
 * The route table as Express routes. A path with a fixed name where another has a parameter comes first ("{" sorts after every letter),
 * and other methods are refused there: `GET /v1/offers/import` does not look for an offer.
 */
export const mountAll = (app: Express, routes: readonly Route[], mounting: Mounting) => {
  const paths = Map.groupBy(routes, ({ endpoint }) => endpoint.path)
  for (const path of [...paths.keys()].sort()) {
    const ofPath = paths.get(path) as Route[]
    for (const route of ofPath) mount(app, route, mounting)
    app.all(expressPath(path), refuseMethod(ofPath.map(({ endpoint }) => endpoint.method)))
  }
}

/** What `identify` passes to the handler. */
interface KnownOfCaller {
  caller?: Caller
  issued?: number
  expires?: number
  isRevoked?: () => boolean
}

/** One row of the route table: the caller, the request, the response. */
const mount = (app: Express, { endpoint, handler }: Route, { authenticate, readBody }: Mounting) => {
  const isLines = endpoint.bodyFormat === 'ndjson'

  const handle: RequestHandler = async (request, response) => {
    const { caller, issued, expires, isRevoked }: KnownOfCaller = response.locals
    const params = endpoint.params && (await validated(endpoint.params, request.params, 'path'))
    const query = await validated(endpoint.query, readQuery(request.url), 'query')
    if (endpoint.body && !isLines) request.body = parsedBody(request.body)
    const body = endpoint.body && !isLines ? await validated(endpoint.body, request.body, 'body') : undefined
    const changes = [...query.changes, ...(body?.changes ?? [])]
    const result = await handler({
      params: params?.value,
      query: query.value,
      body: body?.value,
      lines: isLines ? await checkLines(endpoint.body, request.body, endpoint.maxLines ?? 1) : [],
      caller,
      options: preconditions(request, endpoint, caller),
      lastEventId: request.get('last-event-id'),
      languages: acceptedLanguages(request.get('accept-language')),
      content: received(request),
      contentSha256: endpoint.bodyFormat === 'octets' ? contentDigest(request.get('content-digest')) : undefined,
      issued,
      expires,
      isRevoked,
    })
    if (typeof result === 'function') {
      const isEndless = endpoint.responseFormat === 'eventStream'
      return await (request.method === 'HEAD' && isEndless ? endHead(response) : result(response))
    }
    send(response, endpoint, result, endpoint.response.parse(withChanges(result.body, changes)))
  }

  const name: RequestHandler = (_request, response, next) => {
    response.locals.route = endpoint.path
    next()
  }
  app[endpoint.method](
    expressPath(endpoint.path),
    name,
    ...(endpoint.loopbackOnly ? [requireLoopbackHost] : []),
    identify(endpoint, authenticate),
    ...readBody(endpoint),
    handle,
  )
}

/** The body as it comes. The connection stays open when the handler stops reading, so that an answer can still be sent. */
async function* received(request: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* request.iterator({ destroyOnReturn: false })
  } catch {
    throw new HttpProblem(400, message('upload-broke-off'))
  }
}

/** With the changes, if there are any. A response whose contract has no field for them drops them. */
const withChanges = (body: object, changes: readonly Change[]) =>
  changes.length > 0 ? { ...body, changed: toldChanges(changes) } : body

const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)

/**
 * A page of another site can make a browser call this process under a name of its own (DNS rebinding). Then `Host` or `Origin` is that
 * name.
 */
const requireLoopbackHost: RequestHandler = (request, _response, next) => {
  const addresses = [`http://${request.headers.host}`, request.headers.origin ?? 'http://localhost']
  if (!addresses.every((address) => isLoopback(URL.parse(address)?.hostname ?? '')))
    throw new HttpProblem(403, message('unexpected-host'))
  next()
}

/** The caller is identified before the body is read, so that strangers cannot make us read large ones. */
const identify =
  (endpoint: Route['endpoint'], authenticate: Authenticator): RequestHandler =>
  async (request, response, next) => {
    const token = bearerToken(request.get('authorization'))
    const signedIn = token === undefined ? undefined : await authenticate(token)
    const caller = signedIn?.caller
    response.locals.caller = caller
    response.locals.issued = signedIn?.issued
    response.locals.expires = signedIn?.expires
    response.locals.isRevoked = signedIn?.isRevoked
    if (!mayCall(endpoint.access, caller)) {
      if (!caller) {
        throw new HttpProblem(
          401,
          message('not-signed-in'),
          {},
          {
            'WWW-Authenticate': 'Bearer',
          },
        )
      }
      const roles = endpoint.access as readonly string[]
      throw new HttpProblem(403, message('wrong-role', { roles, role: caller.role }))
    }
    next()
  }

/** A stream has no end, so HEAD gets the headers alone. */
const endHead = async (response: Response) =>
  void response.type('text/event-stream').set('Cache-Control', 'no-store').end()

const send = (
  response: Response,
  { status, inLanguages }: AnyEndpoint,
  result: Omit<Exclude<Awaited<ReturnType<Route['handler']>>, StreamHandler>, 'body'>,
  body: unknown,
) => {
  response.set({
    'Cache-Control': result.noStore ? 'no-store' : 'private, no-cache',
    Vary: inLanguages ? 'Authorization, Accept-Language' : 'Authorization',
  })
  if (result.language) response.set('Content-Language', result.language)
  if (result.version !== undefined) response.set('ETag', etagOf(result.version, result.variant))
  if (result.location) response.set('Location', result.location)
  if (result.replayed) response.set('Idempotency-Replayed', 'true')
  response.status(status)
  if (response.req.fresh) return void response.status(304).end()
  response.json(body)
}
