import { message, messageAt } from '@techbridge/contracts'
import { HttpProblem } from '../problem.ts'

/** The SHA-256 of `Content-Digest` (RFC 9530) in hexadecimal; `undefined` without one. Digests of other algorithms are passed over. */
export const contentDigest = (header: string | undefined): string | undefined => {
  const given = header
    ?.split(',')
    .map((one) => /^ *sha-256 *= *(.*?) *$/i.exec(one)?.[1])
    .find((one) => one !== undefined)
  if (given === undefined) return undefined
  const [, base64 = ''] = /^:([A-Za-z0-9+/]{43}=):$/.exec(given) ?? []
  if (base64 === '')
    throw new HttpProblem(400, message('bad-content-digest'), {
      errors: [messageAt('header.content-digest', message('field.content-digest'))],
    })
  return Buffer.from(base64, 'base64').toString('hex')
}
