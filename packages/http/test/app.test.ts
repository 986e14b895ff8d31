import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { InvalidEvent } from '@techbridge/bus'
import { type Caller, endpoint } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import { pino } from 'pino'
import { z } from 'zod'
import { createApp } from '../src/app.ts'
import { implement } from '../src/route.ts'
import { listen, type RunningServer } from '../src/server.ts'

const api = {
  fail: endpoint({
    method: 'post',
    path: '/v1/fail',
    tag: 'test',
    summary: 'Fails as it is told to',
    access: 'anyone',
    body: z.object({ how: z.enum(['unexpected', 'unpublishable', 'unavailable', 'response']) }),
    response: z.object({ fine: z.boolean() }),
  }),
  me: endpoint({
    method: 'get',
    path: '/v1/me',
    tag: 'test',
    summary: 'Who calls',
    access: ['officer'],
    response: z.object({ subject: z.string() }),
  }),
}

const officer: Caller = {
  subject: 'someone',
  role: 'officer',
  organisation: { id: 'office', name: 'Office', country: 'CN', kind: 'agency' },
}
const logged: string[] = []
let isReady = true
let server: RunningServer

before(async () => {
  const app = createApp({
    routes: implement(api, {
      fail: async ({ body: { how } }) => {
        if (how === 'unexpected') throw new Error('secret detail')
        if (how === 'unpublishable') throw new InvalidEvent('an event with a secret breaks its contract')
        if (how === 'unavailable') throw new Unavailable('the engine is away', { retryAfterSeconds: 7 })
        return { body: { fine: 'no' as never } }
      },
      me: async ({ caller }) => ({ body: { subject: caller!.subject } }),
    }),
    authenticate: async (token) => ({
      caller: { ...officer, role: token as Caller['role'] },
      issued: 0,
      expires: 2 ** 32,
    }),
    log: pino({ level: 'error' }, { write: (line: string) => void logged.push(line) }),
    pseudonym: (subject) => `pseudonym of ${subject.length}`,
    ready: async () => {
      if (!isReady) throw new Unavailable('the store is away')
    },
    requestsPerMinute: 20,
  })
  server = await listen(app, '127.0.0.1', 0)
})
after(() => server.drain())

const fail = (how: string) =>
  fetch(`${server.url}/v1/fail`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ how }),
  })

describe('health', () => {
  test('is live as long as the process answers', async () => {
    isReady = false
    const answer = await fetch(`${server.url}/health/live`)
    assert.deepEqual([answer.status, await answer.json()], [200, { status: 'up' }])
  })

  test('takes GET and HEAD alone', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const answer = await fetch(server.url + path, { method: 'POST', body: 'x' })
      assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, HEAD, OPTIONS'])
    }
  })

  test('is ready while all engines can serve', async () => {
    isReady = false
    const away = await fetch(`${server.url}/health/ready`)
    assert.deepEqual([away.status, away.headers.get('retry-after')], [503, '5'])
    isReady = true
    assert.equal((await fetch(`${server.url}/health/ready`)).status, 200)
  })
})

describe('a failure', () => {
  test('is kept by no cache: the next caller may be allowed more, or less', async () => {
    for (const path of ['/v1/fail', '/no-such-path', '/health/live'])
      for (const method of ['GET', 'PUT']) {
        const answer = await fetch(server.url + path, { method })
        if (!answer.ok) assert.equal(answer.headers.get('cache-control'), 'no-store', `${method} ${path}`)
      }
  })

  test('of our own is told without its inside, and logged', async () => {
    for (const how of ['unexpected', 'unpublishable', 'response']) {
      const answer = await fail(how)
      const text = await answer.text()
      assert.equal(answer.status, 500)
      assert.match(answer.headers.get('content-type')!, /^application\/problem\+json/)
      assert.equal(JSON.parse(text).type, 'urn:techbridge:problem:internal')
      assert.equal(text.includes('secret'), false)
    }
    assert.equal(logged.length, 3)
    assert.match(logged[0]!, /secret detail/)
    assert.match(logged[1]!, /breaks its contract/)
  })

  test('of an engine says when to try again', async () => {
    const answer = await fail('unavailable')
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '7'])
    assert.equal(((await answer.json()) as any).type, 'urn:techbridge:problem:unavailable')
  })
})

test('access is by role', async () => {
  const as = (role?: string) =>
    fetch(`${server.url}/v1/me`, role ? { headers: { Authorization: `Bearer ${role}` } } : {})
  assert.equal((await as()).status, 401)
  assert.equal((await as('provider')).status, 403)
  const answer = await as('officer')
  assert.deepEqual([answer.status, await answer.json()], [200, { subject: 'someone' }])
})

test('too many requests are told how long to wait; health is not counted', async () => {
  let answer = await fetch(`${server.url}/v1/nothing`)
  for (let n = 0; n < 30 && answer.status !== 429; n++) answer = await fetch(`${server.url}/v1/nothing`)
  assert.equal(answer.status, 429)
  assert.ok(Number(answer.headers.get('retry-after')) > 0)
  assert.equal(((await answer.json()) as any).type, 'urn:techbridge:problem:too-many-requests')
  assert.equal((await fetch(`${server.url}/health/live`)).status, 200)
})

test('idle connections stay open for longer than the minute for which proxies keep theirs', async () => {
  const { headers } = await fetch(`${server.url}/health/live`)
  assert.equal(headers.get('keep-alive'), 'timeout=75')
})

test('a port that is taken is named', async () => {
  const { port } = new URL(server.url)
  const app = createApp({
    routes: [],
    authenticate: async () => ({ caller: officer, issued: 0, expires: 2 ** 32 }),
    log: pino({ level: 'silent' }),
    pseudonym: String,
    ready: async () => {},
    requestsPerMinute: 1,
  })
  await assert.rejects(listen(app, '127.0.0.1', Number(port)), new RegExp(`Port ${port} .* in use`))
})
