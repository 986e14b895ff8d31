import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { Caller } from '@techbridge/contracts'
import { assertProblem, eventually, fieldsOf, startService } from '@techbridge/testkit'
import { createDirectory } from '../src/service.ts'
import { document, profile } from './organisation-life.ts'

const running = await startService({ directory: createDirectory })
after(running.close)
const officer = await running.as('officer')

type Agent = typeof officer
let count = 0

/** Somebody who is signed in for an organisation, under a name. */
const signedIn = (subject: string, id: string, role: Caller['role'] = 'provider'): Promise<Agent> =>
  running.person(subject, role, { id, name: 'Any', country: 'TH', kind: 'other' })

const registered = async () => {
  const id = `people-${++count}`
  const manager = await signedIn('anna', id)
  await manager.post('/v1/organisations').send(profile).expect(201)
  return { id, manager, path: `/v1/organisations/${id}/members` }
}
const read = async (who: Agent, path: string) => (await who.get(path).expect(200)).body
const act = async (who: Agent, path: string, action: string, body: object, by: Agent = who) => {
  const { headers } = await by.get(path)
  return who
    .post(`${path}/${action}`)
    .set('If-Match', headers.etag ?? '"1"')
    .send(body)
}
const done = async (...given: Parameters<typeof act>) => {
  const answer = await act(...given)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer
}
const address = 'Boun@Example.org'
const invite = async ({ manager, path }: Awaited<ReturnType<typeof registered>>, roles = ['seeker']): Promise<string> =>
  (await done(manager, path, 'invite', { address, roles })).body.code
const accept = (who: Agent, code: string, by = 'boun@example.org') =>
  who.post('/v1/invitations/accept').send({ code, address: by, languages: ['lo'] })
const joined = async (one: Awaited<ReturnType<typeof registered>>, roles?: string[]) => {
  const boun = await signedIn('boun', one.id, 'seeker')
  await accept(boun, await invite(one, roles)).expect(201)
  return boun
}
const subjects = (roster: { members: { subject: string; until?: string }[] }) =>
  roster.members.filter(({ until }) => until === undefined).map(({ subject }) => subject)

describe('the members of an organisation', () => {
  test('begin with who registered it', async () => {
    const { manager, path } = await registered()
    const body = await read(manager, path)
    assert.deepEqual([subjects(body), body.members[0].roles], [['anna'], ['manager']])
    assert.ok(body.actions.includes('invite') && !body.actions.includes('leave'))
  })

  test('are known to members and officers of elsewhere alone; the rest finds no organisation', async () => {
    const one = await registered()
    const boun = await joined(one)
    const { body } = await boun.get(one.path).expect(200)
    assert.deepEqual(
      [subjects(body), body.invitations, body.requests, body.actions],
      [['anna', 'boun'], [], [], ['leave']],
    )
    assert.deepEqual(subjects(await read(officer, one.path)), ['anna', 'boun'])
    const missing = await boun.get('/v1/organisations/no-such/members')
    const others = [
      await signedIn('boun', 'another'),
      await signedIn('stranger', one.id),
      await signedIn('officer', one.id, 'officer'),
      await signedIn('anna', one.id, 'officer'),
    ]
    for (const who of others)
      for (const answer of [
        await who.get(one.path),
        await who.get(`${one.path}/history`),
        await act(who, one.path, 'invite', { address, roles: ['seeker'] }),
      ]) {
        const problem = assertProblem(answer, 404, 'not-found')
        assert.equal(problem.detail, missing.body.detail.replace('no-such', one.id))
      }
    assertProblem(await boun.get(`${one.path}/history`), 404, 'not-found')
    const told = JSON.stringify((await one.manager.get(`${one.path}/history`).expect(200)).body)
    assert.ok(told.includes('joined') && !told.includes('address_') && !/[0-9a-f]{64}/.test(told))
  })

  test('leave, are removed, and are still known then', async () => {
    const one = await registered()
    const boun = await joined(one)
    assertProblem(await one.manager.post(`${one.path}/leave`), 409, 'guard-last-manager')
    const { body } = await boun.post(`${one.path}/leave`).expect(200)
    assert.ok(body.membership.until)
    assertProblem(await boun.post(`${one.path}/leave`), 404, 'not-found')
    assertProblem(await boun.get(one.path), 404, 'not-found')
    assert.equal((await read(one.manager, one.path)).members.length, 2)
  })

  test('get other roles from a manager, never from themselves', async () => {
    const one = await registered()
    const boun = await joined(one)
    const [anna, other] = (await read(one.manager, one.path)).members
    assertProblem(
      await act(boun, one.path, 'change-roles', { member: other.id, roles: ['manager'] }),
      403,
      'not-yours-to-do',
    )
    assertProblem(
      await act(one.manager, one.path, 'change-roles', { member: anna.id, roles: ['seeker'] }),
      409,
      'guard-last-manager',
    )
    await done(one.manager, one.path, 'change-roles', { member: other.id, roles: ['manager', 'seeker'] })
    await done(boun, one.path, 'remove', { member: anna.id, reason: 'Retired.' })
    assertProblem(await one.manager.get(one.path), 404, 'not-found')
    assertProblem(
      await act(boun, one.path, 'remove', { member: `member_${'0'.repeat(24)}`, reason: 'x' }),
      404,
      'not-found',
    )
    const wrong = await act(boun, one.path, 'change-roles', { member: other.id, roles: ['officer'] })
    assert.deepEqual(fieldsOf(assertProblem(wrong, 422, 'invalid')), ['body.roles.0'])
  })

  test('of two managers who remove each other at once, one stays', async () => {
    const one = await registered()
    const boun = await joined(one, ['manager'])
    const { members } = await read(boun, one.path)
    const end = (who: Agent, member: string) =>
      who.post(`${one.path}/remove`).set('If-Match', '*').send({ member, reason: 'x' })
    const answers = await Promise.all([end(one.manager, members[1].id), end(boun, members[0].id)])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 404])
    assert.equal(subjects(await read(officer, one.path)).length, 1)
  })
})

describe('an invitation', () => {
  test('is for one address and used once, whoever tries at the same time', async () => {
    const one = await registered()
    const code = await invite(one)
    const boun = await signedIn('boun', 'another', 'seeker')
    const others = [await signedIn('charn', one.id), await signedIn('dara', one.id)]
    assertProblem(await accept(boun, code, 'else@example.org'), 404, 'not-found')
    assert.deepEqual(fieldsOf(assertProblem(await accept(boun, code, 'a@b.c\u0000'), 422, 'invalid')), ['body.address'])
    assertProblem(await accept(boun, `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`), 404, 'not-found')
    assert.deepEqual(fieldsOf(assertProblem(await accept(boun, 'tb_inv_x'), 422, 'invalid')), ['body.code'])
    const answers = await Promise.all([boun, ...others].map((who) => accept(who, code)))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 404, 404])
    const winner = [boun, ...others][answers.findIndex(({ status }) => status === 201)] ?? assert.fail()
    await accept(winner, code).expect(201)
    assert.equal((await read(one.manager, one.path)).members.length, 2)
  })

  test('shows its code once, and keeps neither code nor address', async () => {
    const one = await registered()
    const { headers } = await one.manager.get(one.path)
    const send = () =>
      one.manager
        .post(`${one.path}/invite`)
        .set({ 'If-Match': headers.etag ?? '', 'Idempotency-Key': 'i' })
        .send({ address, roles: ['seeker'] })
    const first = await send().expect(200)
    assert.ok(first.body.code)
    assert.equal(first.headers['cache-control'], 'no-store')
    assert.equal((await send().expect(200)).body.code, undefined)
    await running.settle()
    const log = JSON.stringify(await running.events()).toLowerCase()
    assert.ok(
      log.includes('roster.invited') &&
        !log.includes('boun@example') &&
        !log.includes(first.body.code.slice(57).toLowerCase()),
    )
  })

  test('ends after 14 days, when it is taken back, and with a suspension or a merge of the organisation', async () => {
    const boun = await signedIn('boun', 'another', 'seeker')
    const late = await registered()
    const code = await invite(late)
    running.clock.advance({ days: 14 })
    assertProblem(await accept(boun, code), 404, 'not-found')
    await running.settle()
    assert.deepEqual((await read(late.manager, late.path)).invitations, [])

    const back = await registered()
    const revoked = await invite(back)
    const [open] = (await read(back.manager, back.path)).invitations
    await done(back.manager, back.path, 'revoke-invitation', { invitation: open.id })
    assertProblem(await accept(boun, revoked), 404, 'not-found')

    const closed = await registered()
    const pending = await invite(closed)
    const organisation = `/v1/organisations/${closed.id}`
    await officer.post(`${organisation}/suspend`).set('If-Match', '*').send({ reason: 'forged' }).expect(200)
    assertProblem(await accept(boun, pending), 404, 'not-found')
    // Until the service knows that the token ended, the organisation is closed.
    await eventually('the token of the manager ends', async () => {
      const refused = await act(closed.manager, closed.path, 'invite', { address, roles: ['seeker'] })
      if (refused.status === 401) return true
      assertProblem(refused, 409, 'organisation-closed')
      return undefined
    })
  })

  test('comes from an officer while nobody looks after the people, and not afterwards', async () => {
    const id = `people-${++count}`
    await officer
      .post('/v1/organisations')
      .send({ ...profile, id })
      .expect(201)
    await running.settle()
    const path = `/v1/organisations/${id}/members`
    const { body } = await done(officer, path, 'invite', { address, roles: ['manager'] })
    const boun = await signedIn('boun', id)
    await accept(boun, body.code).expect(201)
    assert.deepEqual(subjects(await read(boun, path)), ['boun'])
    assertProblem(await act(officer, path, 'invite', { address, roles: ['manager'] }), 409, 'guard-has-manager')
  })
})

describe('a request to join', () => {
  test('is answered the same to members and others, and decided by a manager', async () => {
    const one = await registered()
    const outsider = await signedIn('charn', 'another')
    const ask = (who: Agent) =>
      who.post(`/v1/organisations/${one.id}/join-requests`).send({ roles: ['seeker'], note: 'I work there.' })
    assertProblem(await ask(outsider), 404, 'not-found')
    await one.manager
      .post(`/v1/organisations/${one.id}/submit-document`)
      .set('If-Match', '*')
      .send(document)
      .expect(200)
    await officer.post(`/v1/organisations/${one.id}/verify-by-document`).set('If-Match', '*').expect(200)
    const answers = [await ask(outsider), await ask(outsider), await ask(one.manager)]
    for (const { status, body } of answers) assert.deepEqual([status, body], [202, { organisation: one.id }])
    const { requests } = await read(one.manager, one.path)
    assert.deepEqual(
      requests.map(({ subject }: { subject: string }) => subject),
      ['charn'],
    )
    await done(one.manager, one.path, 'approve-request', { request: requests[0].id, roles: ['provider'] })
    assert.deepEqual(subjects(await read(one.manager, one.path)), ['anna', 'charn'])
    const unknown = await act(one.manager, one.path, 'refuse-request', { request: requests[0].id, reason: 'x' })
    assertProblem(unknown, 404, 'not-found')
  })
})
