import type { MiddlewareHandler } from 'hono'

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** No script, no frame, nothing from elsewhere; and no page is kept, because the next person at the browser may be another. */
export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  context.header('Content-Security-Policy', policy)
  context.header('X-Content-Type-Options', 'nosniff')
  context.header('Referrer-Policy', 'same-origin')
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store')
}

/**
 * Whether a form was sent by a page of this server: browsers say so in `Sec-Fetch-Site`, older ones in `Origin`. What says neither is
 * refused, so that no cookie acts for another site.
 */
export const isOwnForm = (headers: (name: string) => string | undefined): boolean => {
  const site = headers('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = headers('origin')
  return origin !== undefined && URL.parse(origin)?.host === headers('host')
}

/** A path of this server to go back to; `/` for everything else, so that no link leads elsewhere. */
export const ownPath = (given: string | undefined): string => {
  const base = 'http://here'
  const url = given?.startsWith('/') ? URL.parse(given, base) : null
  // `/.//elsewhere` has the path `//elsewhere`, which names another site.
  return url?.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : '/'
}
