import type { Request, Response } from 'express'
import { decodeJwt } from 'jose'
import type { Logger } from 'pino'
import type { HttpProblem } from './problem.ts'

const windowMs = 60_000
/** Lines per minute in total, and per subject or per kind without a subject: repeated denials must not fill the log. */
const limits = { inAll: 600, ofOne: 30 }

/** Replaces a subject by a constant pseudonym, which nobody can trace back without the secret. */
export type Pseudonym = (subject: string) => string

/** The subject that a token claims, whether or not the token is valid. */
const claimedSubject = (request: Request): string | undefined => {
  try {
    return decodeJwt((request.get('authorization') ?? '').replace(/^Bearer +/i, '')).sub
  } catch {
    return undefined
  }
}

/** A refusal, or a record that this caller does not find: one that exists but is hidden looks the same. */
const isDenial = ({ status, problem }: HttpProblem, response: Response) =>
  status === 401 ||
  status === 403 ||
  status === 429 ||
  (status === 404 && problem.type.endsWith(':not-found') && response.locals.caller !== undefined)

/** Logs who was denied what, at `info`, with the subject under a pseudonym. Beyond the limits, denials are counted, not logged. */
export const createDenialLog = (log: Logger, pseudonym: Pseudonym, { inAll, ofOne } = limits) => {
  let written = new Map<string, number>()
  let total = 0
  let suppressed = 0

  const endWindow = () => {
    if (suppressed > 0) log.info({ event: 'denials-not-logged', count: suppressed }, 'more was denied than is logged')
    written = new Map()
    total = 0
    suppressed = 0
  }

  return (denial: HttpProblem, request: Request, response: Response) => {
    if (!isDenial(denial, response)) return
    const { caller, route } = response.locals
    const subject = caller?.subject ?? claimedSubject(request)
    const code = denial.problem.type.split(':').at(-1)
    const who = subject === undefined ? undefined : pseudonym(String(subject))
    const key = who ?? `${code}`
    const count = (written.get(key) ?? 0) + 1
    if (total === 0) setTimeout(endWindow, windowMs).unref()
    total += 1
    if (count > ofOne || total > inAll) {
      suppressed += 1
      return
    }
    written.set(key, count)
    const { method } = request
    const event = denial.status === 401 && request.get('authorization') ? 'sign-in-failed' : 'denied'
    log.info(
      { event, status: denial.status, code, method, route, role: caller?.role, subject: who },
      event === 'denied' ? 'denied' : 'sign-in failed',
    )
  }
}
