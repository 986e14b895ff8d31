import { createHash } from 'node:crypto'
import { type AnyEndpoint, type Caller, type Message, message, messageAt } from '@techbridge/contracts'
import type { CommandOptions } from '@techbridge/runtime'
import type { Request } from 'express'
import { HttpProblem } from './problem.ts'

export const etagOf = (version: number, variant?: string) => `"${version}${variant ? `-${variant}` : ''}"`

const headerProblem = (status: number, said: Message, header: string, wrong: Message) =>
  new HttpProblem(status, said, { errors: [messageAt(`header.${header}`, wrong)] })

/** The versions that `If-Match` names; `undefined` for `*`, which any version matches. */
const expectedVersions = (header: string): number[] | undefined => {
  if (header.trim() === '*') return undefined
  return header.split(',').map((tag) => {
    const version = tag.trim().match(/^"(\d{1,9})(?:-[\w.]{1,50})?"$/)?.[1]
    if (!version) {
      throw headerProblem(400, message('bad-if-match'), 'if-match', message('field.etag'))
    }
    return Number(version)
  })
}

const hash = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)

/** The key of a request as records keep it: each caller has keys of their own. `content`: what the request asks for. */
export const idempotencyFor = (caller: Caller | undefined, key: string, ...content: string[]) => ({
  key: hash(caller?.organisation.id ?? '', caller?.subject ?? '', key),
  fingerprint: hash(...content),
})

const idempotencyOf = (request: Request, caller: Caller | undefined): CommandOptions['idempotency'] => {
  const given = request.get('idempotency-key')
  if (given === undefined) return undefined
  if (!/^[\x21-\x7e]{1,200}$/.test(given)) {
    throw headerProblem(400, message('bad-idempotency-key'), 'idempotency-key', message('field.idempotency-key'))
  }
  return idempotencyFor(caller, given, request.method, request.path, JSON.stringify(request.body ?? null))
}

/** The conditions of the request on the record before it is changed. */
export const preconditions = (request: Request, endpoint: AnyEndpoint, caller: Caller | undefined): CommandOptions => {
  const ifMatch = request.get('if-match')
  if (endpoint.requiresIfMatch && ifMatch === undefined) {
    throw headerProblem(428, message('if-match-needed'), 'if-match', message('field.missing'))
  }
  return {
    ...(ifMatch !== undefined && { expected: expectedVersions(ifMatch) }),
    ...(endpoint.method === 'post' && { idempotency: idempotencyOf(request, caller) }),
  }
}
