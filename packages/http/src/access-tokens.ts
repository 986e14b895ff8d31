import { createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto'
import { accessTokenSeconds, type Caller, message } from '@techbridge/contracts'
import { decodeJwt, SignJWT } from 'jose'
import { type Authenticator, jwtAuthenticator } from './auth.ts'
import { HttpProblem } from './problem.ts'

/** Issuer of the tokens that the directory gives. */
export const directoryIssuer = 'urn:techbridge:directory'

/** Gives tokens that every service of the deployment accepts for a few minutes. */
export interface AccessTokens {
  /**
   * `maker`: the subject of the member who made the key that the token is for. `since`: when it was looked up that they may have it, so
   * that what ended meanwhile ends the token too.
   */
  issue(caller: Caller, given: { maker?: string; since: Date }): Promise<{ token: string; seconds: number }>
}

/** Who signed in at an issuer that the deployment trusts. */
export interface SignIns {
  /** The subject, as memberships name it. Throws a 401 problem when the token is not accepted. */
  subjectOf(token: string): Promise<string>
}

/** DER of an Ed25519 private key (RFC 8410), up to its 32 bytes. */
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key pair that follows from the secret, so that all instances of a deployment have it and none must be fetched. */
const keysOf = (secret: string) => {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'techbridge access tokens', 32))
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Start, bytes]), format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

/** Issues the tokens of the directory, and accepts them. */
export const createAccessTokens = (
  secret: string,
  audience: string,
): AccessTokens & { authenticate: Authenticator } => {
  const { privateKey, publicKey } = keysOf(secret)
  return {
    issue: async ({ subject, role, organisation }, { maker, since }) => {
      const token = await new SignJWT({ role, org: organisation, ...(maker && { maker }) })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
        .setSubject(subject)
        .setIssuer(directoryIssuer)
        .setAudience(audience)
        .setIssuedAt(since)
        .setExpirationTime(Math.floor(since.getTime() / 1000) + accessTokenSeconds)
        .sign(privateKey)
      return { token, seconds: accessTokenSeconds }
    },
    authenticate: jwtAuthenticator(async () => publicKey, {
      issuer: directoryIssuer,
      audience,
      maxAge: accessTokenSeconds,
    }),
  }
}

/** The issuer that a token claims; nothing has checked it. */
export const claimedIssuer = (token: string): string | undefined => {
  try {
    return decodeJwt(token).iss
  } catch {
    return undefined
  }
}

/** Accepts the tokens of the directory, and those of the issuer. */
export const eitherIssuer =
  (directory: Authenticator, issuer: Authenticator): Authenticator =>
  (token) =>
    claimedIssuer(token) === directoryIssuer ? directory(token) : issuer(token)

export const refusedExchange = () =>
  new HttpProblem(401, message('not-signed-in.exchange'), {}, { 'WWW-Authenticate': 'Bearer' })
