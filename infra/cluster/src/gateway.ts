import type { RequestHandler } from 'express'
import express from 'express'
import { createProxyMiddleware } from 'http-proxy-middleware'

/** Where each path of the API is served. What several services have (dead letters, lag) any of them answers. */
const serviceOf: Record<string, string> = {
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

/** One port in front of all services. It knows paths and addresses, nothing else; a service that is away shows as 503. */
export const createGateway = (urls: Record<string, string>, pages: RequestHandler) => {
  const app = express()
  app.disable('x-powered-by')
  app.get('/health/live', (_request, response) => void response.json({ status: 'up' }))
  app.get('/health/ready', async (_request, response) => {
    const answers = await Promise.allSettled(Object.values(urls).map((url) => fetch(`${url}/health/ready`)))
    const ready = answers.every((answer) => answer.status === 'fulfilled' && answer.value.ok)
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' })
  })
  for (const [path, service] of Object.entries(serviceOf)) {
    app.use(
      createProxyMiddleware({
        target: urls[service],
        pathFilter: path,
        xfwd: true,
        on: {
          error: (_error, _request, response) => {
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
