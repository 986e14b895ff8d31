import { message } from '@techbridge/contracts'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { HttpProblem, toProblem } from './problem.ts'

/** The methods of a path for `Allow`: where GET is allowed, so is HEAD. */
const allowOf = (methods: readonly string[]) =>
  [
    ...new Set([
      ...methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])),
      'OPTIONS',
    ]),
  ]
    .sort()
    .join(', ')

/** Responds to other methods of a path with 405 and `Allow`; OPTIONS gets `Allow` alone. */
export const refuseMethod = (methods: readonly string[]): RequestHandler => {
  const allow = allowOf(methods)
  return (request, response) => {
    response.set('Allow', allow)
    if (request.method === 'OPTIONS') return void response.status(204).end()
    throw new HttpProblem(405, message('method-not-allowed', { path: request.path, allow }))
  }
}

/** Responds to requests for unknown paths. */
export const refuseUnknown: RequestHandler = (request) => {
  throw new HttpProblem(404, message('no-such-path', { path: request.path }))
}

/** Responds to every error with a problem; a fault of ours is logged in full and reported in general terms. */
export const answerProblem = (
  log: Logger,
  logDenial: (denial: HttpProblem, request: Request, response: Response) => void = () => undefined,
): ErrorRequestHandler => {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const known = toProblem(error)
    if (known) logDenial(known, request, response)
    else log.error({ err: error, method: request.method, route: response.locals.route }, 'request failed')
    const { status, problem, headers } = known ?? new HttpProblem(500, message('internal'))
    response
      .status(status)
      .set({ 'Cache-Control': 'no-store', ...headers })
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, instance: request.originalUrl.split('?')[0] }))
  }
}
