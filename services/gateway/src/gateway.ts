import type { ClientRequest, IncomingMessage } from 'node:http'
import { longAnswerMs, message, type ServiceName, serviceNames } from '@techbridge/contracts'
import { HttpProblem } from '@techbridge/http'
import type { RequestHandler } from 'express'
import express from 'express'
import { createProxyMiddleware, type Options } from 'http-proxy-middleware'
import { isReady } from './is-ready.ts'
import { lagOfAll } from './lag.ts'
import { createRotation } from './rotation.ts'
import { type GatewayRoute, gatewayRoutes } from './routes.ts'

const { problem: unavailable } = new HttpProblem(503, message('unavailable.service'))
const { problem: outcomeUnknown } = new HttpProblem(503, message('unavailable.outcome-unknown'))

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])
const connectMs = 5000

const defaults = {
  /** Milliseconds within which an instance must respond, also to imports; the event stream may be silent. */
  answerMs: 60_000,
  /** Milliseconds within which an instance must report whether it is ready. */
  readyMs: 3000,
}

/** Aborts a connection that is not established in time; the operating system would take minutes. */
const connected = (request: ClientRequest, then: () => void) => {
  const { socket } = request
  if (!socket?.connecting) return then()
  const late = setTimeout(() => request.destroy(new Error('no connection in time')), connectMs)
  socket.once('connect', then).once('connect', () => clearTimeout(late))
  socket.once('close', () => clearTimeout(late))
}

/**
 * Appends the address of the client to those that the request names: services trust only the last one, or as many as there are proxies.
 * `Expect` was handled here.
 */
const nameCaller: RequestHandler = ({ headers, socket }, _response, next) => {
  headers['x-forwarded-for'] = [headers['x-forwarded-for'] ?? [], socket.remoteAddress ?? []].flat().join(', ')
  delete headers.expect
  next()
}

/**
 * One port in front of all services. It knows paths and addresses, nothing else: requests go to the instances of a service in
 * turn, and a service that is away shows as 503.
 */
export const createGateway = (
  urlsOf: (service: ServiceName) => readonly string[],
  pages: RequestHandler,
  { answerMs, readyMs } = defaults,
) => {
  const isHealthy = (url: string) => isReady(url, readyMs)
  const app = express()
  app.disable('x-powered-by')
  app.get('/health/live', (_request, response) => void response.json({ status: 'up' }))
  app.get('/health/ready', async (_request, response) => {
    const served = serviceNames.map(async (name) => (await Promise.all(urlsOf(name).map(isHealthy))).includes(true))
    const ready = (await Promise.all(served)).every(Boolean)
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' })
  })
  app.use(nameCaller)
  const rotations = new Map(serviceNames.map((name) => [name, createRotation(urlsOf(name), isHealthy)]))
  const chosen = new WeakMap<IncomingMessage, string>()
  const sent = new WeakSet<IncomingMessage>()
  app.get(
    '/v1/lag',
    lagOfAll(() => [...rotations.values()].map(({ next }) => next()), answerMs, unavailable),
  )
  const routes = gatewayRoutes.map((route) => ({ ...route, rotation: rotations.get(route.service)! }))
  const routeOf = (path: string | undefined) => routes.find((route) => path?.startsWith(route.path))
  const rest = (request: IncomingMessage) => routeOf(request.url)?.rotation.failed(chosen.get(request) ?? '')
  /** Every proxy listens for the end of the server, so that one serves all paths that are answered in one way. */
  const passOn = (answers: GatewayRoute['answers'], options: Options) =>
    app.use(
      createProxyMiddleware({
        ...options,
        pathFilter: (path) => routeOf(path)?.answers === answers,
        router: (request) => {
          const url = routeOf(request.url)!.rotation.next()
          chosen.set(request, url)
          return url
        },
        on: {
          proxyReq: (proxied, request) => connected(proxied, () => sent.add(request)),
          proxyRes: ({ statusCode }, request) => void (statusCode === 503 && rest(request)),
          error: (_error, request, response) => {
            // A caller who never completes a request is not a failure of the instance that waits for it.
            if (!sent.has(request) || request.complete) rest(request)
            if (!('writeHead' in response) || response.headersSent) return void response.destroy()
            const problem = sent.has(request) && !reading.has(request.method ?? '') ? outcomeUnknown : unavailable
            response.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '5' })
            response.end(JSON.stringify(problem))
          },
        },
      }),
    )
  passOn('soon', { proxyTimeout: answerMs })
  passOn('late', { proxyTimeout: longAnswerMs })
  // A stream has a connection of its own: of those that the proxy shares, 256 an instance, streams would leave none for requests.
  passOn('as a stream', { agent: false })
  app.use(pages)
  return app
}
