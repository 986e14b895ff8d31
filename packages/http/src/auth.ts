import { pace } from '@techbridge/bus'
import { type Caller, caller, type Message, message, Unavailable } from '@techbridge/contracts'
import {
  createRemoteJWKSet,
  errors,
  type JWTHeaderParameters,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose'
import { makePlain } from './body/make-plain.ts'
import { HttpProblem } from './problem.ts'

export interface AuthSettings {
  /** Of the tokens that are taken: `iss` and `aud`. */
  issuer: string
  audience: string
  /** Seconds after its issue at which a token is no longer taken, whatever its `exp`; twelve hours when absent. */
  maxAge?: number
}

export const defaultMaxTokenAge = 12 * 3600

/** Turns the bearer token of a request into who is calling. Throws a 401 problem when it is not acceptable. */
export type Authenticator = (token: string) => Promise<SignedIn>

interface SignedIn {
  caller: Caller
  /** When the token was issued, in seconds since 1970. */
  issued: number
  /** When the token ends, by `exp` or by its age, in seconds since 1970. */
  expires: number
}

const refuse = (said: Message) => new HttpProblem(401, said, {}, { 'WWW-Authenticate': 'Bearer error="invalid_token"' })

/** Seconds by which the clocks of the issuer and of this process may differ. */
const clockTolerance = 10

const accessTokenTypes = ['at+jwt', 'jwt']
/** Claims that only the id_token of OpenID Connect has: it tells a client who signed in and is no key to an API. */
const idTokenClaims = ['nonce', 'at_hash', 'c_hash', 's_hash']

/** `typ` compared as RFC 7515 has it: without regard to case, `application/` left out. */
const isAccessToken = ({ typ }: JWTHeaderParameters, payload: JWTPayload) =>
  typeof typ === 'string' &&
  accessTokenTypes.includes(typ.toLowerCase().replace('application/', '')) &&
  !idTokenClaims.some((claim) => claim in payload)

/**
 * Checks type, signature, issuer, audience and times (`exp` and `iat` are required, the token no older than `maxAge`), then the claims
 * `sub`, `role` and `org` (id, name, country, kind).
 */
export const jwtAuthenticator = (
  keys: JWTVerifyGetKey,
  { issuer, audience, maxAge = defaultMaxTokenAge }: AuthSettings,
): Authenticator => {
  const options = {
    issuer,
    audience,
    algorithms: ['RS256', 'ES256', 'EdDSA'],
    requiredClaims: ['exp', 'iat'],
    maxTokenAge: maxAge,
    clockTolerance,
  }
  return async (token) => {
    const { payload, protectedHeader } = await jwtVerify(token, orUnavailable(keys), options).catch(refuseToken)
    if (!isAccessToken(protectedHeader, payload)) throw refuse(message('not-signed-in.other-token'))
    const given = { subject: payload.sub, role: payload.role, organisation: payload.org }
    const { value, errors: notPlain } = await makePlain(caller, given, 'token', pace)
    if (notPlain[0]) throw refuse(message('not-signed-in.name', { reason: notPlain[0].message }))
    const claims = caller.safeParse(value)
    if (!claims.success) throw refuse(message('not-signed-in.claims'))
    const { exp, iat } = payload as { exp: number; iat: number }
    return { caller: claims.data, issued: iat, expires: Math.min(exp, iat + maxAge) }
  }
}

const refuseToken = (error: unknown): never => {
  if (error instanceof Unavailable) throw error
  if (error instanceof errors.JWTExpired) throw refuse(message('not-signed-in.expired'))
  // Whatever else, keys too short for their algorithm among it, the token cannot be trusted.
  throw refuse(message('not-signed-in.refused'))
}

/** Fetching keys fails with `Unavailable` when the issuer is away; a key that is not there is the token's fault. */
const orUnavailable =
  (keys: JWTVerifyGetKey): JWTVerifyGetKey =>
  async (...asked) => {
    try {
      return await keys(...asked)
    } catch (error) {
      if (isWithoutKeys(error)) throw new Unavailable('the issuer’s keys cannot be fetched', { cause: error })
      throw error
    }
  }

/** The issuer cannot be reached (`TypeError`, from fetch), is too slow, or answers with something that is no key set. */
const isWithoutKeys = (error: unknown) =>
  (error instanceof TypeError && error.cause !== undefined) ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  (error instanceof errors.JOSEError && error.code === errors.JOSEError.code)

/** The keys of an OpenID Connect issuer, fetched from its JWKS and kept. */
export const remoteKeys = (jwksUrl: string) => createRemoteJWKSet(new URL(jwksUrl))

export const bearerToken = (header: string | undefined): string | undefined => {
  if (header === undefined) return undefined
  const token = header.match(/^Bearer +([\w.~+/-]+=*)$/i)?.[1]
  if (!token) throw refuse(message('not-signed-in.malformed'))
  return token
}
