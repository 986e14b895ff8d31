import type { RequestListener } from 'node:http'
import { message } from '@techbridge/contracts'
import express, { type Express, type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { answerProblem, refuseMethod, refuseUnknown } from './answers.ts'
import type { Authenticator } from './auth.ts'
import { createBodyReader } from './body/read-body.ts'
import { createDenialLog, type Pseudonym } from './denials.ts'
import { mountAll } from './mount.ts'
import { observe } from './observe.ts'
import { HttpProblem } from './problem.ts'
import type { Route } from './route.ts'

export interface AppOptions {
  routes: readonly Route[]
  authenticate: Authenticator
  log: Logger
  /** Fails when something that this process needs cannot serve. */
  ready: () => Promise<void>
  /** What `GET /health/ready` says beside that. */
  reports?: () => Record<string, string>
  /** Number of proxies in front of this process whose `X-Forwarded-For` is trusted. */
  trustProxy?: number
  /** Requests per minute and caller address. */
  requestsPerMinute: number
  /** The name of a caller in the log. */
  pseudonym: Pseudonym
  /** Pages beside the API, such as its docs; mounted before the routes. */
  pages?: RequestHandler
  /** Responds to `GET /metrics`, which like health checks is not rate-limited. */
  metrics?: RequestListener
}

/** The HTTP side of one or several services: everything that is the same for every endpoint, around the route table. */
export const createApp = (options: AppOptions): Express => {
  const {
    routes,
    authenticate,
    log,
    ready,
    reports,
    requestsPerMinute,
    trustProxy = 0,
    pseudonym,
    pages,
    metrics,
  } = options
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy)
  app.set('etag', false)
  app.set('query parser', false)
  app.use(helmet())
  app.use(observe(log))

  app.get('/health/live', (_request, response) => void response.json({ status: 'up' }))
  app.get('/health/ready', async (_request, response) => {
    await ready()
    response.json({ status: 'ready', ...reports?.() })
  })
  app.all(['/health/live', '/health/ready'], refuseMethod(['get']))
  if (metrics) app.get('/metrics', metrics)

  app.use(
    rateLimit({
      windowMs: 60_000,
      limit: requestsPerMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_request, _response, next) => next(new HttpProblem(429, message('too-many-requests'))),
    }),
  )
  if (pages) app.use(pages)

  mountAll(app, routes, { authenticate, readBody: createBodyReader() })
  app.use(refuseUnknown)
  app.use(answerProblem(log, createDenialLog(log, pseudonym)))
  return app
}
