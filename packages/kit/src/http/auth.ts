import { type Caller, caller, Unavailable } from '@techbridge/contracts'
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { HttpProblem } from './problem.ts'

export interface AuthSettings {
  /** Of the tokens that are taken: `iss` and `aud`. */
  issuer: string
  audience: string
}

/** Turns the bearer token of a request into who is calling. Throws a 401 problem when it is not acceptable. */
export type Authenticator = (token: string) => Promise<SignedIn>

export interface SignedIn {
  caller: Caller
  /** When the token ends, in seconds since 1970; absent when it does not. */
  expires?: number
}

const refuse = (detail: string) =>
  new HttpProblem(401, 'not-signed-in', detail, {}, { 'WWW-Authenticate': 'Bearer error="invalid_token"' })

/** Checks signature, issuer, audience and times, then the claims `sub`, `role` and `org` (id, name, country, kind). */
export const jwtAuthenticator = (keys: JWTVerifyGetKey, { issuer, audience }: AuthSettings): Authenticator => {
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms: ['RS256', 'ES256', 'EdDSA'] })
      const claims = caller.safeParse({ subject: payload.sub, role: payload.role, organisation: payload.org })
      if (!claims.success) throw refuse('The token lacks the claims sub, role and org (id, name, country, kind).')
      return { caller: claims.data, expires: payload.exp }
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw refuse('The token has expired. Sign in again.')
      if (isWithoutKeys(error)) throw new Unavailable('the issuer’s keys cannot be fetched', { cause: error })
      if (error instanceof errors.JOSEError) throw refuse('The token is not valid here. Sign in again.')
      throw error
    }
  }
}

/** The issuer cannot be reached (`TypeError`, from fetch), is too slow, or answers with something that is no key set. */
const isWithoutKeys = (error: unknown) =>
  error instanceof TypeError ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  (error instanceof errors.JOSEError && error.code === errors.JOSEError.code)

/** The keys of an OpenID Connect issuer, fetched from its JWKS and kept. */
export const remoteKeys = (jwksUrl: string) => createRemoteJWKSet(new URL(jwksUrl))

export const bearerToken = (header: string | undefined): string | undefined => {
  if (header === undefined) return undefined
  const token = header.match(/^Bearer +([\w.~+/-]+=*)$/i)?.[1]
  if (!token) throw refuse('Authorization must be "Bearer " and a token.')
  return token
}
