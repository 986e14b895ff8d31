import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endpoint } from '@techbridge/contracts'
import { pino } from 'pino'
import { z } from 'zod'
import { createApp } from '../src/app.ts'
import { implement } from '../src/route.ts'
import { listen } from '../src/server.ts'

const api = {
  wait: endpoint({
    method: 'get',
    path: '/v1/waits/{id}',
    tag: 'test',
    summary: 'Waits for ever',
    access: 'anyone',
    params: z.object({ id: z.string() }),
    response: z.object({}),
  }),
}

test('a request that its caller gave up has no status, and is told by its route', async (t) => {
  const begun = Promise.withResolvers<void>()
  const line = Promise.withResolvers<Record<string, unknown>>()
  const app = createApp({
    routes: implement(api, {
      wait: () => {
        begun.resolve()
        return new Promise(() => {})
      },
    }),
    authenticate: async () => assert.fail(),
    log: pino({ level: 'debug' }, { write: (text: string) => line.resolve(JSON.parse(text)) }),
    pseudonym: String,
    ready: async () => {},
    requestsPerMinute: 10,
  })
  const server = await listen(app, '127.0.0.1', 0)
  t.after(server.drain)
  const caller = new AbortController()
  const answer = fetch(`${server.url}/v1/waits/someone`, { signal: caller.signal })
  await begun.promise
  caller.abort()
  await assert.rejects(answer, { name: 'AbortError' })
  const { level: _, time, pid, hostname, seconds, ...told } = await line.promise
  assert.ok(Number(seconds) >= 0)
  assert.deepEqual(told, {
    msg: 'request',
    'http.request.method': 'GET',
    'url.scheme': 'http',
    'http.route': '/v1/waits/{id}',
    'error.type': 'cancelled',
  })
})
