import { ProblemResponse } from '@techbridge/client'
import { brief } from './show/text.ts'

/** Something that the user can fix; the message says how. */
export class Failure extends Error {
  override name = 'Failure'
  readonly exitCode: number
  constructor(message: string, options?: ErrorOptions & { exitCode?: number }) {
    super(message, options)
    this.exitCode = options?.exitCode ?? 1
  }
}

export const exitCodeOf = (error: unknown) => (error instanceof Failure ? error.exitCode : 1)

/** Why `fetch` got no answer, such as `ECONNREFUSED`; `undefined` for errors of another origin. */
export const networkCause = (error: unknown): string | undefined => {
  if (!(error instanceof TypeError) || !(error.cause instanceof Error)) return undefined
  const { cause } = error
  const first = cause instanceof AggregateError ? (cause.errors[0] ?? cause) : cause
  return (first as NodeJS.ErrnoException).code ?? first.message
}

/** Codes of a connection that broke before the response. */
const broken = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

/** The error in words: what, where, what to do. */
export const explain = (error: unknown, url: string): string => {
  if (error instanceof Failure) return error.message
  if (error instanceof ProblemResponse) return explainProblem(error)
  const cause = networkCause(error)
  if (cause === 'ECONNREFUSED') return `Nothing answers at ${url}. Is Techbridge running? Start it with: npm start`
  if (cause !== undefined && broken.has(cause)) return `The connection to ${url} broke. Is Techbridge running?`
  if (cause !== undefined) return `Cannot reach ${url} (${cause}). Check the address in --url.`
  if (error instanceof TypeError && error.message.includes('Invalid URL')) {
    return `${url} is no address. Give one such as --url http://127.0.0.1:8080`
  }
  return `Unexpected: ${error instanceof Error ? error.message : error}`
}

const explainProblem = ({ problem: { title, status, detail, errors = [], allowed = [] } }: ProblemResponse) => {
  const repeats = errors.some(({ message }) => detail.includes(message))
  return [
    `${title} (${status}): ${brief(repeats ? firstSentence(detail) : detail, 500)}`,
    ...errors.map(({ path, message }) => `  ${brief(`${path}: ${message}`, 200)}`),
    ...(allowed.length > 0 ? [`Possible now: ${brief(allowed.join(', '), 200)}`] : []),
    ...(status === 401 ? ['Give a valid token with --token or TECHBRIDGE_TOKEN.'] : []),
  ].join('\n')
}

const firstSentence = (text: string) => text.slice(0, text.indexOf('. ') + 1) || text
