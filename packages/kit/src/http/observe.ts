import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { requestDuration } from '../metrics.ts'
import { beginSpan, within } from '../trace.ts'

/**
 * A span, a measurement and a log line for each request, named by its route and never by its path, query or token: those may speak
 * of people.
 */
export const observe = (log: Logger): RequestHandler => {
  const duration = requestDuration()
  return (request, response, next) => {
    const start = performance.now()
    const span = beginSpan(request.method, 'server', request.get('traceparent'))
    response.once('close', () => {
      const seconds = (performance.now() - start) / 1000
      const attributes = {
        'http.request.method': request.method,
        'http.route': (response.locals.route as string | undefined) ?? 'none',
        'http.response.status_code': response.statusCode,
      }
      duration.record(seconds, attributes)
      span.set(attributes)
      span.end(response.statusCode >= 500 ? `status ${response.statusCode}` : undefined)
      within(span, () => log.debug({ ...attributes, seconds }, 'request'))
    })
    within(span, next)
  }
}
