import assert from 'node:assert/strict'
import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, test } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { type Authenticator, bearerToken, jwtAuthenticator, remoteKeys } from '../src/auth.ts'
import { HttpProblem } from '../src/problem.ts'

const settings = { issuer: 'https://issuer.example.org', audience: 'techbridge' }
const { privateKey, publicKey } = await generateKeyPair('ES256')
const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }
const authenticate = jwtAuthenticator(createLocalJWKSet({ keys: [jwk] }), settings)

const org = { id: 'dianchi-university', name: 'Dianchi', country: 'CN', kind: 'university' }
const claims = { sub: 'someone', role: 'provider', org, iss: settings.issuer, aud: settings.audience }
const now = () => Math.floor(Date.now() / 1000)
const sign = (payload: JWTPayload, key = privateKey, header: object = {}) =>
  new SignJWT({ iat: now(), exp: now() + 60, ...payload })
    .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt', ...header })
    .sign(key)

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

  test('is refused without the times of its issue and its end', async () => {
    await assertRefused(sign({ ...claims, exp: undefined }))
    await assertRefused(sign({ ...claims, iat: undefined }))
  })

  test('is refused when it was issued in the future, or longer ago than the maximum age', async () => {
    const twoDays = 48 * 3600
    await assertRefused(sign({ ...claims, iat: now() + 600, exp: now() + 1200 }))
    await assertRefused(sign({ ...claims, iat: now() - twoDays, exp: now() + twoDays }))
    const patient = jwtAuthenticator(createLocalJWKSet({ keys: [jwk] }), { ...settings, maxAge: 3 * 24 * 3600 })
    assert.ok(await patient(await sign({ ...claims, iat: now() - twoDays, exp: now() + twoDays })))
  })

  test('ends at its age when that comes before its own end', async () => {
    const iat = now()
    assert.equal((await authenticate(await sign({ ...claims, iat, exp: iat + 60 }))).expires, iat + 60)
    assert.equal((await authenticate(await sign({ ...claims, iat, exp: iat + 10 ** 6 }))).expires, iat + 12 * 3600)
  })

  test('is an access token, by its type in any spelling', async () => {
    for (const typ of ['at+jwt', 'AT+JWT', 'application/at+jwt', 'JWT', 'jwt'])
      assert.ok(await authenticate(await sign(claims, privateKey, { typ })), typ)
    for (const typ of [undefined, null, ['JWT'], 'id+jwt', 'logout+jwt', 'dpop+jwt', 'secevent+jwt'])
      await assertRefused(sign(claims, privateKey, { typ }))
  })

  test('is refused when it is an id_token, also for our audience', async () => {
    for (const claim of ['nonce', 'at_hash', 'c_hash'])
      await assertRefused(sign({ ...claims, [claim]: 'x' }, privateKey, { typ: 'JWT' }))
  })

  test('is refused when its key is too short for its algorithm, whatever the key set says', async () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const keys = { keys: [jwk, { ...short.publicKey.export({ format: 'jwk' }), kid: 'short', alg: 'RS256' }] }
    const parts = [
      { alg: 'RS256', kid: 'short', typ: 'at+jwt' },
      { ...claims, iat: now(), exp: now() + 60 },
    ]
    const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    const signature = createSign('RSA-SHA256').update(signed).sign(short.privateKey).toString('base64url')
    const withShortKey = jwtAuthenticator(createLocalJWKSet(keys), settings)
    await assertRefused(`${signed}.${signature}`, withShortKey)
    assert.ok(await withShortKey(await sign(claims)), 'others are taken')
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
    await assertRefused(
      new SignJWT({ iat: now(), exp: now() + 60, ...claims })
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
        .sign(secret),
    )
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
