import { identityApi } from '@techbridge/contracts'
import { type AuthSettings, defaultMaxTokenAge, implement, type Route } from '@techbridge/http'
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { readOrCreateFile } from './read-or-create-file.ts'

/** Signs tokens for anyone who asks: for development and tests only. The key is stored, so that tokens survive a restart. */
export interface DevelopmentIssuer {
  keys: ReturnType<typeof createLocalJWKSet>
  routes: Route[]
}

export const createDevelopmentIssuer = async (keyFile: string, settings: AuthSettings): Promise<DevelopmentIssuer> => {
  const lifetimeSeconds = settings.maxAge ?? defaultMaxTokenAge
  const { jwk, privateKey } = await loadKey(keyFile)
  const { d: _, ...publicJwk } = jwk

  const routes = implement(identityApi, {
    issueToken: async ({ body }) => {
      const token = await new SignJWT({ role: body.role, org: body.organisation })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: jwk.kid })
        .setSubject(body.subject ?? `${body.role}@${body.organisation.id}`)
        .setIssuer(settings.issuer)
        .setAudience(settings.audience)
        .setIssuedAt()
        .setExpirationTime(`${lifetimeSeconds}s`)
        .sign(privateKey)
      return {
        noStore: true,
        body: { access_token: token, token_type: 'Bearer' as const, expires_in: lifetimeSeconds },
      }
    },
  })
  return { keys: createLocalJWKSet({ keys: [publicJwk as JWK] }), routes }
}

const loadKey = async (file: string) => {
  const make = async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    return JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'development', alg: 'ES256', use: 'sig' })
  }
  const kept = await readOrCreateFile(file, make)
  try {
    const jwk = JSON.parse(kept) as JWK
    const privateKey = await importJWK(jwk, 'ES256')
    if ('type' in privateKey && privateKey.type === 'private') return { jwk, privateKey }
  } catch {
    // The parser's message helps nobody and may contain part of the key.
  }
  throw new Error(`${file} holds no key. Remove it, and another is made; tokens from before are then refused`)
}
