import { type Authenticator, claimedIssuer, refusedExchange, remoteKeys, type SignIns } from '@techbridge/http'
import { Unavailable } from '@techbridge/port'
import type { Seal } from '@techbridge/runtime'
import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import { isSafeUrl } from './bad-config.ts'

/** An OpenID Connect issuer whose sign-ins may be exchanged, and the audience that it knows the deployment by. */
export interface TrustedIssuer {
  issuer: string
  audience: string
}

/** `issuer|audience`, several with commas between them; `undefined` when it is written otherwise. */
export const readIssuers = (list: string): TrustedIssuer[] | undefined => {
  const read = list.split(',').map((one) => {
    const [issuer = '', audience = '', ...rest] = one.trim().split('|')
    return URL.canParse(issuer) && isSafeUrl(issuer) && audience !== '' && rest.length === 0
      ? { issuer, audience }
      : undefined
  })
  const found = read.filter((one) => one !== undefined)
  const isUnique = new Set(found.map(({ issuer }) => issuer)).size === found.length
  return found.length === read.length && isUnique ? found : undefined
}

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() })
const patienceMs = 5000

/** The keys of an issuer, found by OpenID Connect Discovery when they are first needed. */
const discoveredKeys = (issuer: string): JWTVerifyGetKey => {
  let keys: Promise<JWTVerifyGetKey> | undefined
  const discover = async () => {
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
      const found = metadata.parse(await response.json())
      if (found.issuer !== issuer || !isSafeUrl(found.jwks_uri)) throw new Error('names another issuer, or unsafe keys')
      return remoteKeys(found.jwks_uri)
    } catch (cause) {
      keys = undefined
      throw new Unavailable(`the metadata of ${issuer} cannot be used`, { cause })
    }
  }
  return async (...asked) => {
    keys ??= discover()
    return await (await keys)(...asked)
  }
}

/** Seconds after which a sign-in is too old to be exchanged. */
const oldest = 12 * 3600

/**
 * The subject of a sign-in. That of the deployment's own issuer is its `sub`, as in the tokens that services accept of it; that of
 * another issuer follows from issuer and `sub`, so that nobody signs in elsewhere under somebody's name.
 */
export const openSignIns = (issuers: readonly TrustedIssuer[], own: Authenticator, seal: Seal): SignIns => {
  const trusted = new Map(
    issuers.map(({ issuer, audience }) => [issuer, { issuer, audience, keys: discoveredKeys(issuer) }]),
  )
  return {
    subjectOf: async (token) => {
      const found = trusted.get(claimedIssuer(token) ?? '')
      if (!found) return (await own(token)).caller.subject
      const { issuer, audience, keys } = found
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
        requiredClaims: ['sub', 'exp', 'iat'],
        maxTokenAge: oldest,
        clockTolerance: 10,
      }).catch(refuseSignIn)
      return seal.id('signin', `${issuer}\n${payload.sub}`)
    },
  }
}

const refuseSignIn = (error: unknown): never => {
  if (error instanceof Unavailable) throw error
  if (error instanceof TypeError || error instanceof errors.JWKSTimeout)
    throw new Unavailable('the issuer’s keys cannot be fetched', { cause: error })
  throw refusedExchange()
}
