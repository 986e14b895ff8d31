import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, endpoint } from '@techbridge/contracts'
import { pino } from 'pino'
import { z } from 'zod'
import { createApp } from '../src/app.ts'
import { implement } from '../src/route.ts'
import { listen, type RunningServer } from '../src/server.ts'

const caller: Caller = {
  subject: 'someone',
  role: 'officer',
  organisation: { id: 'office', name: 'Office', country: 'CN', kind: 'agency' },
}
const api = {
  stream: endpoint({
    method: 'get',
    path: '/v1/endless',
    tag: 'test',
    summary: 'Sends when the token ends, and never ends itself',
    access: 'signedIn',
    query: z.object({ from: z.enum(['start']).optional() }),
    response: z.unknown(),
    responseFormat: 'eventStream',
  }),
}

let server: RunningServer
before(async () => {
  const app = createApp({
    routes: implement(api, {
      stream:
        async ({ expires }) =>
        async (response) => {
          response.type('text/event-stream').write(`data: ${expires}\n\n`)
        },
    }),
    authenticate: async (token) => ({ caller, issued: 0, expires: Number(token) }),
    log: pino({ level: 'silent' }),
    pseudonym: String,
    ready: async () => {},
    requestsPerMinute: 100,
  })
  server = await listen(app, '127.0.0.1', 0)
})
after(() => server.drain())

const ask = (method: string, query = '') =>
  fetch(`${server.url}/v1/endless${query}`, { method, headers: { Authorization: 'Bearer 1234' } })

test('HEAD of a stream answers with its headers and ends', { timeout: 10_000 }, async () => {
  const answer = await ask('HEAD')
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type')!, /^text\/event-stream/)
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  assert.equal(await answer.text(), '')
  assert.equal((await ask('HEAD', '?from=there')).status, 400)
})

test('a stream is told when the token of its caller ends', { timeout: 10_000 }, async () => {
  const { body } = await ask('GET')
  const reader = body!.getReader()
  const { value } = await reader.read()
  assert.equal(new TextDecoder().decode(value), 'data: 1234\n\n')
  await reader.cancel()
})
