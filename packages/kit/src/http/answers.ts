import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { HttpProblem, toProblem } from './problem.ts'
import type { Route } from './route.ts'

/** Answers what no route took: 405 with what the path takes, or 404. */
export const refuseUnknown = (routes: readonly Route[]): RequestHandler => {
  const patterns = routes.map(({ endpoint }) => ({
    method: endpoint.method.toUpperCase(),
    pattern: new RegExp(`^${endpoint.path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
  }))
  return (request, response) => {
    const fitting = patterns.filter(({ pattern }) => pattern.test(request.path)).map(({ method }) => method)
    if (fitting.length > 0) {
      const methods = [...new Set(fitting)].join(', ')
      response.set('Allow', methods)
      throw new HttpProblem(405, 'method-not-allowed', `${request.path} takes ${methods}.`)
    }
    throw new HttpProblem(404, 'no-such-path', `There is no ${request.path}. The API is described at /docs.`)
  }
}

/** Answers every error as a problem; what is a fault of ours is logged whole and told in general terms. */
export const answerProblem = (log: Logger): ErrorRequestHandler => {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const known = toProblem(error)
    if (!known) log.error({ err: error, method: request.method, route: response.locals.route }, 'request failed')
    const { status, problem, headers } =
      known ?? new HttpProblem(500, 'internal', 'Something went wrong on our side. The request may be repeated.')
    response
      .status(status)
      .set(headers)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, instance: request.originalUrl.split('?')[0] }))
  }
}
