import { type Message, message, messageAt, type Problem, render } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { BadCursor, Unavailable } from '@techbridge/port'
import { KeyReused, VersionMismatch } from '@techbridge/runtime'
import { bounded, type FieldError } from './body/field-errors.ts'

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Conflict',
  410: 'Gone',
  412: 'Stale version',
  413: 'Too large',
  415: 'Unsupported media type',
  416: 'Range not satisfiable',
  422: 'Invalid content',
  428: 'If-Match needed',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  503: 'Unavailable',
}

/** A problem whose messages all come from the catalogue. */
type SaidProblem = Omit<Problem, keyof Message | 'errors'> & Message & { errors?: FieldError[] }
type More = Partial<Omit<SaidProblem, 'errors'>> & { errors?: readonly FieldError[] }

/** A problem as an HTTP response. The part of the message's code before a dot is the stable end of its `type`. */
export class HttpProblem extends Error {
  readonly status: number
  readonly problem: SaidProblem
  readonly headers: Record<string, string>

  constructor(status: number, said: Message, { errors, ...more }: More = {}, headers: Record<string, string> = {}) {
    super(render(said))
    this.status = status
    this.headers = headers
    this.problem = {
      type: `urn:techbridge:problem:${typeOf(said)}`,
      title: titles[status] ?? 'Error',
      status,
      detail: this.message,
      code: said.code,
      params: said.params,
      ...more,
      ...(errors && { errors: bounded(errors) }),
    }
  }
}

const typeOf = ({ code }: Message) => code.split('.', 1)[0]

const statusOf = { invalid: 422, forbidden: 403, notFound: 404, conflict: 409 } as const

/** express and its parsers mark their errors with `status` and `type`. */
interface ParserError {
  status: number
  type?: string
  message: string
}
const isParserError = (error: unknown): error is ParserError =>
  error instanceof Error &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500

const parserProblems: Record<string, Message> = {
  'entity.too.large': message('too-large'),
  'encoding.unsupported': message('unsupported-encoding'),
}

/** The problem that the caller gets for an error; `undefined` when it is a fault of ours. */
export const toProblem = (error: unknown): HttpProblem | undefined => {
  if (error instanceof HttpProblem) return error
  if (error instanceof DomainError) {
    return new HttpProblem(statusOf[error.kind], error.said, {
      ...(error.allowed && { allowed: [...error.allowed] }),
      ...(error.next && { next: error.next.map(({ by, actions }) => ({ by, actions: [...actions] })) }),
      ...(error.fields && { errors: error.fields }),
      ...(error.found !== undefined && { found: error.found }),
    })
  }
  if (error instanceof VersionMismatch)
    return new HttpProblem(412, message('stale-version', { current: error.current }))
  if (error instanceof KeyReused) return new HttpProblem(422, message('idempotency-key-reused'))
  if (error instanceof BadCursor) {
    return new HttpProblem(400, message('bad-cursor'), {
      errors: [messageAt('query.cursor', message('field.cursor'))],
    })
  }
  if (error instanceof Unavailable) {
    return new HttpProblem(
      503,
      message('unavailable'),
      {},
      {
        'Retry-After': String(error.retryAfterSeconds),
      },
    )
  }
  if (error instanceof URIError && isParserError(error)) {
    return new HttpProblem(400, message('bad-request.path'), {
      errors: [messageAt('path', message('field.percent-encoded'))],
    })
  }
  if (isParserError(error)) {
    const said = parserProblems[error.type ?? ''] ?? message('bad-request', { reason: error.message })
    return new HttpProblem(error.status, said, {
      errors: [messageAt('body', message('field.unreadable', { reason: error.message }))],
    })
  }
  return undefined
}
