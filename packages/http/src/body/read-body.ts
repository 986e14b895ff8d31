import { isUtf8 } from 'node:buffer'
import { type AnyEndpoint, bodyLimits, message, messageAt } from '@techbridge/contracts'
import express, { type Request, type RequestHandler } from 'express'
import { HttpProblem } from '../problem.ts'

/** Bytes of all bodies that one process handles at a time; parsed, they take several times as much memory. */
const bytesInAll = 32 * 1024 * 1024
const byteOrderMark = '\ufeff'

/** Reads the body of a request into `request.body`, as text, or refuses it as early as possible. */
export type BodyReader = (endpoint: AnyEndpoint) => RequestHandler[]

/** `total`: bytes of bodies that may be handled at a time; further requests get 503. */
export const createBodyReader = (total = bytesInAll): BodyReader => {
  const reserve = reserving(total)
  return ({ body, bodyFormat, maxBytes = 0 }) => {
    if (bodyFormat === 'octets')
      return [requireType('application/octet-stream'), requireIdentity, limitLength(maxBytes), reserve(maxBytes)]
    if (!body) return [refuseBody]
    const [type, limit] =
      bodyFormat === 'ndjson'
        ? (['application/x-ndjson', bodyLimits.lines] as const)
        : (['application/json', bodyLimits.json] as const)
    return [requireType(type), reserve(limit), express.raw({ type: () => true, limit }), decode]
  }
}

const requireType =
  (type: string): RequestHandler =>
  (request, _response, next) => {
    const given = request.get('content-type')
    if (given === undefined || !request.is(type)) {
      throw new HttpProblem(415, message('unsupported-media-type', { type }), {
        errors: [messageAt('header.content-type', message('field.content-type', { type }))],
      })
    }
    for (const [, charset = ''] of given.matchAll(/;\s*charset\s*=\s*"?([^\s";]*)/gi)) {
      if (/^utf-?8$/i.test(charset)) continue
      throw new HttpProblem(415, message('unsupported-charset'), {
        errors: [messageAt('header.content-type', message('field.charset'))],
      })
    }
    next()
  }

/** Bytes that are kept as they come have one encoding. */
const requireIdentity: RequestHandler = (request, _response, next) => {
  if ((request.get('content-encoding') ?? 'identity') !== 'identity')
    throw new HttpProblem(415, message('unsupported-encoding.octets'), {
      errors: [messageAt('header.content-encoding', message('field.absent'))],
    })
  next()
}

/** A length that is too large is refused before anything is read; who reads the body counts what comes without one. */
const limitLength =
  (most: number): RequestHandler =>
  (request, response, next) => {
    if (Number(request.get('content-length') ?? 0) > most) {
      response.set('Connection', 'close')
      throw new HttpProblem(413, message('too-large'), {
        errors: [messageAt('body', message('field.bytes', { most }))],
      })
    }
    next()
  }

/** Reserves the size of a body until the response is sent. */
const reserving = (total: number) => {
  let free = total
  return (limit: number): RequestHandler =>
    (request, response, next) => {
      const isCompressed = (request.get('content-encoding') ?? 'identity') !== 'identity'
      const length = Number(request.get('content-length'))
      const bytes = isCompressed || !(length <= limit) ? limit : length
      if (bytes > free) {
        throw new HttpProblem(503, message('busy'), {}, { 'Retry-After': '1' })
      }
      free -= bytes
      response.once('close', () => {
        free += bytes
      })
      next()
    }
}

/** JSON is UTF-8 (RFC 8259). A byte order mark before it is ignored. */
const decode: RequestHandler = (request, _response, next) => {
  const bytes: Buffer = request.body ?? Buffer.alloc(0)
  if (!isUtf8(bytes)) {
    throw new HttpProblem(400, message('malformed-utf8'), {
      errors: [messageAt('body', message('field.utf8'))],
    })
  }
  const text = bytes.toString()
  request.body = text.startsWith(byteOrderMark) ? text.slice(1) : text
  next()
}

/** A body is sent for a reason, so one that the endpoint does not read is refused, not dropped. */
const refuseBody: RequestHandler = async (request, _response, next) => {
  if (await hasContent(request)) {
    throw new HttpProblem(400, message('body-not-taken'), {
      errors: [messageAt('body', message('field.absent'))],
    })
  }
  next()
}

/** `Content-Length: 0` and an empty chunked body count as no content. */
const hasContent = async (request: Request): Promise<boolean> => {
  if (request.get('transfer-encoding') === undefined) return Number(request.get('content-length') ?? 0) > 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) if (chunk.length > 0) return true
  return false
}
