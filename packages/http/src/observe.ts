import { beginSpan, requestDuration, within } from '@techbridge/runtime'
import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'])
const methodOf = ({ method }: Request) => (knownMethods.has(method) ? method : '_OTHER')

/**
 * A span, a measurement and a log line for each request (OpenTelemetry semantic conventions for HTTP), named by its route and never by
 * its path, query or token, which may contain personal data.
 */
export const observe = (log: Logger): RequestHandler => {
  const duration = requestDuration()
  return (request, response, next) => {
    const start = performance.now()
    const method = methodOf(request)
    const span = beginSpan(method, 'server', request.get('traceparent'))
    response.once('close', () => {
      const seconds = (performance.now() - start) / 1000
      const route = (response.locals.route ?? request.route?.path) as string | undefined
      const failure = failureOf(response)
      const attributes = {
        'http.request.method': method,
        'url.scheme': request.protocol,
        ...(route && { 'http.route': route }),
        ...(response.headersSent && { 'http.response.status_code': response.statusCode }),
        ...(failure && { 'error.type': failure }),
      }
      duration.record(seconds, attributes)
      if (route) span.rename(`${method} ${route}`)
      span.set(attributes)
      span.end(failure)
      within(span, () => log.debug({ ...attributes, seconds }, 'request'))
    })
    within(span, next)
  }
}

/** A caller's mistake is not a failure of ours; a caller who disconnected early got no response. */
const failureOf = ({ headersSent, statusCode }: Response) => {
  if (!headersSent) return 'cancelled'
  return statusCode >= 500 ? String(statusCode) : undefined
}
