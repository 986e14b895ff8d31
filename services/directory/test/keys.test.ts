import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, test } from 'node:test'
import type { Caller } from '@techbridge/contracts'
import { assertProblem, eventually, startService } from '@techbridge/testkit'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import supertest from 'supertest'
import { createDirectory } from '../src/service.ts'
import { profile } from './organisation-life.ts'

/** An OpenID Connect issuer of somebody else. */
const openIssuer = async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json')
    const keys = request.url === '/keys'
    response.end(JSON.stringify(keys ? { keys: [jwk] } : { issuer: url, jwks_uri: `${url}/keys` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const signIn = (sub: string, audience = 'techbridge-web') =>
    new SignJWT({ nonce: 'n' })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(url)
      .setAudience(audience)
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey)
  return { url, signIn, close: () => server.close() }
}

const issuer = await openIssuer()
after(issuer.close)
const real = { now: () => new Date(), advance: () => undefined }
const running = await startService(
  { directory: createDirectory },
  { clock: real, settings: { SIGN_IN_ISSUERS: `${issuer.url}|techbridge-web` } },
)
after(running.close)

type Agent = Awaited<ReturnType<typeof running.as>>
let count = 0

const signedIn = (subject: string, id: string, role: Caller['role'] = 'provider'): Promise<Agent> =>
  running.person(subject, role, { id, name: 'Any', country: 'TH', kind: 'other' })
const registered = async () => {
  const id = `keys-${++count}`
  const manager = await signedIn('anna', id)
  await manager.post('/v1/organisations').send(profile).expect(201)
  return { id, manager, path: `/v1/organisations/${id}/members` }
}
type Registered = Awaited<ReturnType<typeof registered>>

const act = async (who: Agent, path: string, action: string, body: object) => {
  const { headers } = await who.get(path)
  return who
    .post(`${path}/${action}`)
    .set('If-Match', headers.etag ?? '"1"')
    .send(body)
}
const done = async (...given: Parameters<typeof act>) => {
  const answer = await act(...given)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}
const makeKey = async ({ manager, path }: Registered, name = 'import') => {
  const body = await done(manager, path, 'make-key', { name, role: 'provider' })
  const { id }: { id: string } = body.keys.at(-1)
  const key: string = body.key
  return { id, key }
}
const exchange = (body: object) => running.anonymous.post('/v1/access-tokens').send(body)
const tokenOf = async (body: object): Promise<Agent> => {
  const answer = await exchange(body)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  assert.ok(answer.body.expires_in <= 300)
  return supertest.agent(running.url).auth(answer.body.access_token, { type: 'bearer' })
}
const joined = async (one: Registered, subject: string, roles: string[]) => {
  const { code } = await done(one.manager, one.path, 'invite', { address: 'boun@example.org', roles })
  const who = await signedIn(subject, one.id, 'seeker')
  await who.post('/v1/invitations/accept').send({ code, address: 'boun@example.org' }).expect(201)
  return who
}
const assertRefused = async (who: Agent, id: string) => {
  const refused = async () => {
    const answer = await who.get(`/v1/organisations/${id}`)
    return answer.status === 401 && answer
  }
  const answer = await eventually('the token is refused', refused, 5000)
  assert.equal(assertProblem(answer, 401, 'not-signed-in').code, 'not-signed-in.revoked')
}
const assertAccepted = async (who: Agent, id: string) => void (await who.get(`/v1/organisations/${id}`).expect(200))
/** Tokens tell whole seconds only. */
const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1000 - (Date.now() % 1000) + 5))

describe('an API key', () => {
  test('is exchanged for a token that acts for the organisation, and has no say over its people', async () => {
    const one = await registered()
    const { id, key } = await makeKey(one)
    const program = await tokenOf({ key })
    await assertAccepted(program, one.id)
    for (const answer of [
      await program.get(one.path),
      await act(program, one.path, 'make-key', { name: 'more', role: 'seeker' }),
      await act(program, one.path, 'revoke-key', { key: id }),
      await act(program, one.path, 'invite', { address: 'eve@example.org', roles: ['manager'] }),
    ])
      assertProblem(answer, 404, 'not-found')
    const { body } = await one.manager.get(one.path).expect(200)
    assert.equal(body.keys[0].usedOn, new Date().toISOString().slice(0, 10))
  })

  test('is shown once, and kept as a hash that nobody reads', async () => {
    const one = await registered()
    const { key } = await makeKey(one)
    const told = [
      await one.manager.get(one.path),
      await one.manager.get(`${one.path}/history`),
      await (await running.as('officer')).get(`${one.path}/history`),
    ].map(({ body }) => JSON.stringify(body))
    const secret = key.slice(-51, -8)
    for (const text of told) assert.ok(text.includes('key_') && !text.includes(secret) && !/[0-9a-f]{64}/.test(text))
    assert.ok(!JSON.stringify(await running.events()).includes(secret))
  })

  test('is refused alike, whatever is wrong', async () => {
    const one = await registered()
    const { key } = await makeKey(one)
    const other = await makeKey(await registered())
    const ofOther = `${key.slice(0, 32)}${other.key.slice(32)}`
    const changed = `${key.slice(0, -9)}${key.at(-9) === 'A' ? 'B' : 'A'}${key.slice(-8)}`
    const refusals = await Promise.all(
      [changed, ofOther, `${key.slice(0, -8)}00000000`].map((text) => exchange({ key: text })),
    )
    const signIn = await exchange({ signIn: await issuer.signIn('stranger'), organisation: one.id })
    const nobody = await exchange({ signIn: await issuer.signIn('stranger'), organisation: 'no-such' })
    const details = [...refusals, signIn, nobody].map((answer) => assertProblem(answer, 401, 'not-signed-in').detail)
    assert.equal(new Set(details).size, 1)
    assertProblem(await exchange({ key: 'tb_live_x' }), 422, 'invalid')
  })

  test('is made by managers alone, twice of one name', async () => {
    const one = await registered()
    await makeKey(one)
    await makeKey(one)
    assertProblem(
      await act(one.manager, one.path, 'make-key', { name: 'import', role: 'seeker' }),
      409,
      'key-name-taken',
    )
    const boun = await joined(one, 'boun', ['seeker'])
    assertProblem(await act(boun, one.path, 'make-key', { name: 'mine', role: 'seeker' }), 403, 'not-yours-to-do')
    assert.deepEqual((await boun.get(one.path).expect(200)).body.keys, [])
    const stranger = await signedIn('anna', 'elsewhere')
    assertProblem(await act(stranger, one.path, 'make-key', { name: 'mine', role: 'seeker' }), 404, 'not-found')
  })

  test('ends when it is revoked, with the tokens issued for it, and no other', async () => {
    const one = await registered()
    const [first, second] = [await makeKey(one), await makeKey(one)]
    const [program, other] = [await tokenOf({ key: first.key }), await tokenOf({ key: second.key })]
    await assertAccepted(program, one.id)
    await done(one.manager, one.path, 'revoke-key', { key: first.id })
    assertProblem(await exchange({ key: first.key }), 401, 'not-signed-in')
    await assertRefused(program, one.id)
    await assertAccepted(other, one.id)
    await assertAccepted(one.manager, one.id)
  })

  test('ends with the membership of who made it, and with their part in looking after the people', async () => {
    const one = await registered()
    for (const [subject, end] of [
      ['boun', (member: string) => done(one.manager, one.path, 'remove', { member, reason: 'Left.' })],
      ['chanda', (member: string) => done(one.manager, one.path, 'change-roles', { member, roles: ['seeker'] })],
    ] as const) {
      const manager = await joined(one, subject, ['manager'])
      const { key } = await makeKey({ ...one, manager }, subject)
      const program = await tokenOf({ key })
      await assertAccepted(program, one.id)
      const { members } = (await one.manager.get(one.path)).body
      await end(members.find((found: { subject: string }) => found.subject === subject).id)
      assertProblem(await exchange({ key }), 401, 'not-signed-in')
      await assertRefused(program, one.id)
      await assertRefused(manager, one.id)
      await assertAccepted(one.manager, one.id)
    }
  })
})

describe('a sign-in', () => {
  test('of another issuer becomes a member by an invitation, and acts in the member’s role', async () => {
    const one = await registered()
    const { code } = await done(one.manager, one.path, 'invite', { address: 'boun@example.org', roles: ['seeker'] })
    const signIn = await issuer.signIn('anna')
    assertProblem(await exchange({ signIn, organisation: one.id }), 401, 'not-signed-in')
    const invitation = { code, address: 'boun@example.org' }
    const boun = await tokenOf({ signIn, organisation: one.id, invitation })
    assert.deepEqual((await boun.get(one.path).expect(200)).body.actions, ['leave'])
    await tokenOf({ signIn, organisation: one.id })
    assertProblem(await exchange({ signIn, organisation: one.id, role: 'provider' }), 401, 'not-signed-in')
    const forOther = await issuer.signIn('anna', 'another-client')
    assertProblem(await exchange({ signIn: forOther, organisation: one.id }), 401, 'not-signed-in')
  })

  test('of a manager names the role; a token of the directory is no sign-in', async () => {
    const one = await registered()
    const { body } = await running.anonymous
      .post('/v1/tokens')
      .send({ subject: 'anna', role: 'seeker', organisation: { id: 'x1', name: 'X', country: 'TH', kind: 'other' } })
    const signIn = body.access_token
    assertProblem(await exchange({ signIn, organisation: one.id }), 409, 'role-needed')
    const answer = await exchange({ signIn, organisation: one.id, role: 'provider' })
    assert.equal(answer.status, 201, JSON.stringify(answer.body))
    const again = { signIn: answer.body.access_token, organisation: one.id, role: 'provider' }
    assertProblem(await exchange(again), 401, 'not-signed-in')
  })
})

describe('a suspended organisation', () => {
  test('has its tokens refused that were issued before; they are not issued again until it is reinstated', async () => {
    const one = await registered()
    const { key } = await makeKey(one)
    const program = await tokenOf({ key })
    const officer = await running.as('officer')
    const suspend = (action: string, version: number) =>
      officer
        .post(`/v1/organisations/${one.id}/${action}`)
        .set('If-Match', `"${version}"`)
        .send({ reason: 'Asked.' })
        .expect(200)
    await suspend('suspend', 1)
    for (const who of [program, one.manager]) await assertRefused(who, one.id)
    assertProblem(await exchange({ key }), 401, 'not-signed-in')
    await suspend('reinstate', 2)
    await nextSecond()
    await assertRefused(program, one.id)
    await assertAccepted(await tokenOf({ key }), one.id)
  })
})

test('readiness says whether revocations are known', async () => {
  const { body } = await running.anonymous.get('/health/ready').expect(200)
  assert.deepEqual(body, { status: 'ready', revocations: 'current' })
})
