import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import express from 'express'
import { createProxyMiddleware } from 'http-proxy-middleware'
import { createRotation } from './rotation.ts'

export const serviceNames = ['offers', 'needs', 'matching', 'licensing', 'search'] as const
export type ServiceName = (typeof serviceNames)[number]

/** Where each path of the API is served. What several services have (dead letters, lag) any of them answers. */
const serviceOf: Record<string, ServiceName> = {
  '/v1/offers': 'offers',
  '/v1/needs': 'needs',
  '/v1/matches': 'matching',
  '/v1/cases': 'licensing',
  '/v1/search': 'search',
  '/v1/stream': 'search',
  '/v1/dead-letters': 'search',
  '/v1/lag': 'search',
  '/v1/tokens': 'offers',
}

const unavailable = {
  type: 'urn:techbridge:problem:unavailable',
  title: 'Unavailable',
  status: 503,
  detail: 'The service cannot be reached. Try again soon.',
}

const isReady = (url: string) =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

/**
 * One port in front of all services. It knows paths and addresses, nothing else: requests go to the instances of a service in
 * turn, and a service that is away shows as 503.
 */
export const createGateway = (urlsOf: (service: ServiceName) => readonly string[], pages: RequestHandler) => {
  const app = express()
  app.disable('x-powered-by')
  app.get('/health/live', (_request, response) => void response.json({ status: 'up' }))
  app.get('/health/ready', async (_request, response) => {
    const served = serviceNames.map(async (name) => (await Promise.all(urlsOf(name).map(isReady))).includes(true))
    const ready = (await Promise.all(served)).every(Boolean)
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' })
  })
  const rotations = new Map(serviceNames.map((name) => [name, createRotation(urlsOf(name))]))
  const chosen = new WeakMap<IncomingMessage, string>()
  for (const [path, service] of Object.entries(serviceOf)) {
    const rotation = rotations.get(service)!
    app.use(
      createProxyMiddleware({
        pathFilter: path,
        router: (request) => {
          const url = rotation.next()
          chosen.set(request, url)
          return url
        },
        xfwd: true,
        on: {
          error: (_error, request, response) => {
            rotation.failed(chosen.get(request) ?? '')
            if (!('writeHead' in response) || response.headersSent) return void response.destroy()
            response.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '5' })
            response.end(JSON.stringify(unavailable))
          },
        },
      }),
    )
  }
  app.use(pages)
  return app
}
