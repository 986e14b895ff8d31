import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, test } from 'node:test'
import { Unavailable } from '@techbridge/contracts'
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { type Authenticator, bearerToken, jwtAuthenticator, remoteKeys } from '../src/http/auth.ts'
import { HttpProblem } from '../src/http/problem.ts'

const settings = { issuer: 'https://issuer.example.org', audience: 'techbridge' }
const { privateKey, publicKey } = await generateKeyPair('ES256')
const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }
const authenticate = jwtAuthenticator(createLocalJWKSet({ keys: [jwk] }), settings)

const org = { id: 'dianchi-university', name: 'Dianchi', country: 'CN', kind: 'university' }
const claims = { sub: 'someone', role: 'provider', org, iss: settings.issuer, aud: settings.audience }
const now = () => Math.floor(Date.now() / 1000)
const sign = (payload: JWTPayload, key = privateKey, header: object = {}) =>
  new SignJWT({ exp: now() + 60, ...payload }).setProtectedHeader({ alg: 'ES256', kid: 'k1', ...header }).sign(key)

const assertRefused = (token: Promise<string> | string, by: Authenticator = authenticate) =>
  assert.rejects(
    async () => by(await token),
    (error: unknown) => {
      assert.ok(error instanceof HttpProblem, String(error))
      assert.equal(error.status, 401)
      assert.match(error.headers['WWW-Authenticate']!, /^Bearer error="invalid_token"/)
      return true
    },
  )

describe('a token', () => {
  test('tells who calls', async () => {
    const caller = { subject: 'someone', role: 'provider', organisation: org }
    assert.deepEqual((await authenticate(await sign(claims))).caller, caller)
  })

  test('is refused when expired or not yet valid', async () => {
    await assertRefused(sign({ ...claims, exp: now() - 60 }))
    await assertRefused(sign({ ...claims, nbf: now() + 600 }))
  })

  test('is refused from another issuer or for another audience', async () => {
    await assertRefused(sign({ ...claims, iss: 'https://elsewhere.example.org' }))
    await assertRefused(sign({ ...claims, aud: 'another' }))
    await assertRefused(sign({ ...claims, iss: undefined }))
    await assertRefused(sign({ ...claims, aud: undefined }))
  })

  test('is refused unsigned, signed by another, or by a secret', async () => {
    await assertRefused(new UnsecuredJWT({ ...claims, exp: now() + 60 }).encode())
    await assertRefused(sign(claims, (await generateKeyPair('ES256')).privateKey))
    await assertRefused(sign(claims, privateKey, { kid: 'k2' }))
    const secret = new TextEncoder().encode(JSON.stringify(jwk))
    await assertRefused(new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret))
    const [header, , signature] = (await sign(claims)).split('.')
    const changed = Buffer.from(JSON.stringify({ ...claims, role: 'admin' })).toString('base64url')
    await assertRefused(`${header}.${changed}.${signature}`)
  })

  test('is refused without the claims that say who calls', async () => {
    for (const missing of [
      { sub: undefined },
      { role: undefined },
      { role: 'king' },
      { org: undefined },
      { org: 'x' },
    ]) {
      await assertRefused(sign({ ...claims, ...missing }))
    }
    await assertRefused(sign({ ...claims, org: { ...org, country: 'XX' } }))
  })

  test('is refused when it is garbage', async () => {
    for (const garbage of ['x', 'a.b', 'a.b.c', '..', 'e30.e30.', `${await sign(claims)}x`])
      await assertRefused(garbage)
  })
})

describe('the Authorization header', () => {
  test('holds Bearer and a token, or nothing', () => {
    assert.equal(bearerToken(undefined), undefined)
    assert.equal(bearerToken('Bearer a.b-c_d~e+f/g=='), 'a.b-c_d~e+f/g==')
    assert.equal(bearerToken('bearer  x'), 'x')
    for (const wrong of ['', 'Bearer', 'Bearer ', 'Basic dTpw', 'Bearer a b', 'Bearer ä', 'xBearer y']) {
      assert.throws(() => bearerToken(wrong), HttpProblem, wrong)
    }
  })
})

describe('the keys of a remote issuer', () => {
  const serve = async (listener: RequestListener) => {
    const server = createServer(listener).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    after(() => server.close())
    const { port } = server.address() as AddressInfo
    return jwtAuthenticator(remoteKeys(`http://127.0.0.1:${port}/keys`), settings)
  }

  test('are fetched and taken', async () => {
    const remote = await serve((_, response) => void response.end(JSON.stringify({ keys: [jwk] })))
    assert.equal((await remote(await sign(claims))).caller.subject, 'someone')
    await assertRefused(sign(claims, (await generateKeyPair('ES256')).privateKey), remote)
  })

  test('that cannot be had are the issuer’s fault, not the caller’s', async () => {
    const broken: RequestListener[] = [
      (_, response) => void response.writeHead(500).end(),
      (_, response) => void response.end('no keys here'),
      (_, response) => void response.end('{"keys": 1}'),
      (request) => void request.destroy(),
    ]
    for (const listener of broken) {
      const remote = await serve(listener)
      await assert.rejects(async () => remote(await sign(claims)), Unavailable)
    }
  })
})
