import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** An OpenID Connect issuer as far as Techbridge knows one: it publishes its keys and signs tokens. */
export const startIssuer = async (audience: string) => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }]
  const server = createServer((_request, response) => void response.end(JSON.stringify({ keys })))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const organisation = { id: 'transfer-office', name: 'Transfer Office', country: 'CN', kind: 'agency' }
  return {
    issuer,
    jwksUrl: `${issuer}/jwks`,
    officer: await new SignJWT({ role: 'officer', org: organisation })
      .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: 'at+jwt' })
      .setSubject('officer')
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
