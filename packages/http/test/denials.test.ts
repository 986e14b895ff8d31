import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Caller, endpoint, message } from '@techbridge/contracts'
import { notFound } from '@techbridge/domain'
import { UnsecuredJWT } from 'jose'
import { pino } from 'pino'
import { z } from 'zod'
import { createApp } from '../src/app.ts'
import { HttpProblem } from '../src/problem.ts'
import { implement } from '../src/route.ts'
import { listen, type RunningServer } from '../src/server.ts'

const row = { method: 'get' as const, tag: 'test', summary: 'A test', response: z.object({}) }
const api = {
  hidden: endpoint({ ...row, path: '/v1/hidden', access: 'anyone' }),
  officers: endpoint({ ...row, path: '/v1/officers', access: ['officer'] }),
}
const organisation = { id: 'office', name: 'Office', country: 'CN', kind: 'agency' } as const
const somebody = 'somsri@example.org'
const bad = new UnsecuredJWT({ sub: somebody }).encode()

let lines: Record<string, unknown>[] = []
let server: RunningServer

before(async () => {
  const app = createApp({
    routes: implement(api, {
      hidden: async () => {
        throw notFound('offer', 'offer_1')
      },
      officers: async () => ({ body: {} }),
    }),
    authenticate: async (token) => {
      if (token === bad) throw new HttpProblem(401, message('not-signed-in'))
      return { caller: { subject: somebody, role: token as Caller['role'], organisation }, issued: 0, expires: 2 ** 32 }
    },
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) }),
    ready: async () => {},
    requestsPerMinute: 1000,
    pseudonym: (subject) => `person ${subject.length}`,
  })
  server = await listen(app, '127.0.0.1', 0)
})
after(() => server.drain())
beforeEach(() => {
  lines = []
})

const ask = (path: string, token?: string) =>
  fetch(server.url + path, token ? { headers: { Authorization: `Bearer ${token}` } } : {})

describe('a denial leaves a line', () => {
  const denied = { level: 30, event: 'denied', method: 'GET', msg: 'denied' }
  const person = `person ${somebody.length}`
  const cases: [name: string, path: string, token: string | undefined, line: object][] = [
    ['without a token', '/v1/officers', undefined, { status: 401, code: 'not-signed-in', route: '/v1/officers' }],
    [
      'of a failed sign-in',
      '/v1/officers',
      bad,
      { event: 'sign-in-failed', msg: 'sign-in failed', status: 401, code: 'not-signed-in', subject: person },
    ],
    [
      'of the wrong role',
      '/v1/officers',
      'seeker',
      { status: 403, code: 'wrong-role', role: 'seeker', subject: person },
    ],
    [
      'of a record that is hidden',
      '/v1/hidden',
      'provider',
      { status: 404, code: 'not-found', role: 'provider', subject: person },
    ],
  ]
  for (const [name, path, token, line] of cases) {
    test(name, async () => {
      await ask(path, token)
      assert.equal(lines.length, 1)
      assert.partialDeepStrictEqual(lines[0]!, { ...denied, ...line })
      const text = JSON.stringify(lines)
      for (const secret of [somebody, bad, 'office"']) assert.ok(!text.includes(secret), secret)
    })
  }
})

test('what is served, and what nobody has, leaves none', async () => {
  await ask('/v1/officers', 'officer')
  await ask('/v1/hidden')
  await ask('/v1/no-such-path', 'officer')
  assert.deepEqual(lines, [])
})

test('one who is denied again and again does not fill the log', async () => {
  for (let n = 0; n < 50; n++) await ask('/v1/officers', 'admin')
  assert.ok(lines.length > 5 && lines.length <= 30, String(lines.length))
})
