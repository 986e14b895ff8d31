import { pace } from '@techbridge/bus'
import { type Caller, caller, type Message, message } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
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
  /** `iss` and `aud` of accepted tokens. */
  issuer: string
  audience: string
  /** Seconds after which a token is no longer accepted, whatever its `exp`; twelve hours by default. */
  maxAge?: number
}

export const defaultMaxTokenAge = 12 * 3600

/** The caller that a bearer token names. Throws a 401 problem when the token is not accepted. */
export type Authenticator = (token: string) => Promise<SignedIn>

export interface SignedIn {
  caller: Caller
  /** The subject of the member who made the API key that the token was issued for. */
  maker?: string
  /** When the token was issued, in seconds since 1970. */
  issued: number
  /** Whether something ended since that the token depends on. */
  isRevoked?: () => boolean
  /** When the token ends, by `exp` or by its age, in seconds since 1970. */
  expires: number
}

export const refuse = (said: Message) =>
  new HttpProblem(401, said, {}, { 'WWW-Authenticate': 'Bearer error="invalid_token"' })

/** Seconds by which the clocks of the issuer and of this process may differ. */
const clockTolerance = 10

const accessTokenTypes = ['at+jwt', 'jwt']
/** Claims that only the id_token of OpenID Connect has, which tells a client who signed in and does not give access to an API. */
const idTokenClaims = ['nonce', 'at_hash', 'c_hash', 's_hash']

/** `typ` is compared as in RFC 7515: ignoring case and `application/`. */
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
    const maker = typeof payload.maker === 'string' ? payload.maker : undefined
    return { caller: claims.data, ...(maker && { maker }), issued: iat, expires: Math.min(exp, iat + maxAge) }
  }
}

const refuseToken = (error: unknown): never => {
  if (error instanceof Unavailable) throw error
  if (error instanceof errors.JWTExpired) throw refuse(message('not-signed-in.expired'))
  // Whatever else is wrong, such as a key too short for its algorithm, the token cannot be trusted.
  throw refuse(message('not-signed-in.refused'))
}

/** Fetching keys fails with `Unavailable` when the issuer is unavailable; an unknown key is the token's fault. */
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

/** The issuer cannot be reached (`TypeError`, from fetch), is too slow, or returns something other than a key set. */
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
