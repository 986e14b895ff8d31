import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { after, describe, test } from 'node:test'
import { bodyLimits, endpoint } from '@techbridge/contracts'
import express from 'express'
import { pino } from 'pino'
import { z } from 'zod'
import { answerProblem } from '../src/answers.ts'
import { createBodyReader } from '../src/body/read-body.ts'
import { listen } from '../src/server.ts'

const total = bodyLimits.json + 1000
const read = createBodyReader(total)
const json = endpoint({
  method: 'post',
  path: '/json',
  tag: 'test',
  summary: 'Gives the body back',
  access: 'anyone',
  body: z.unknown(),
  response: z.unknown(),
})
const app = express()
let held: (() => void) | undefined
app.post('/json', ...read(json), (request, response) => void response.send(request.body))
app.post('/hold', ...read(json), (_request, response) => {
  held = () => response.end()
})
app.use(answerProblem(pino({ level: 'silent' })))
const server = await listen(app, '127.0.0.1', 0)
after(() => server.drain())

const post = (body: string, headers: Record<string, string> = {}, path = '/json') =>
  fetch(server.url + path, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } })

describe('a body', () => {
  test('may name its charset, which is UTF-8, and begin with a byte order mark', async () => {
    for (const type of [
      'application/json;charset=UTF-8',
      'application/json; charset="utf-8"',
      'application/json; charset=utf8',
    ]) {
      assert.equal(await (await post('\ufeff{"a":"é"}', { 'Content-Type': type })).text(), '{"a":"é"}')
    }
  })

  test('may be as large as the limit, and no byte larger', async () => {
    assert.equal((await post('x'.repeat(bodyLimits.json))).status, 200)
    assert.equal((await post('x'.repeat(bodyLimits.json + 1))).status, 413)
  })

  test('is told to come again while others take the room', async () => {
    const { port } = new URL(server.url)
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(bodyLimits.json) }
    const holding = request({ port, path: '/hold', method: 'POST', headers })
    holding.end('x'.repeat(bodyLimits.json))
    while (!held) await new Promise(setImmediate)
    const refused = await post('x'.repeat(1001))
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '1'])
    assert.equal((await post('x'.repeat(1000))).status, 200)
    held()
    const [answer] = (await once(holding, 'response')) as [IncomingMessage]
    answer.resume()
    await once(answer, 'close')
    assert.equal((await post('x'.repeat(1001))).status, 200)
  })

  test('that breaks off gives its room back', async () => {
    const { port } = new URL(server.url)
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(bodyLimits.json) }
    const broken = request({ port, path: '/json', method: 'POST', headers })
    broken.on('error', () => undefined)
    broken.write('x')
    while ((await post('x'.repeat(1001))).status !== 503) await new Promise(setImmediate)
    broken.destroy()
    while ((await post('x'.repeat(1001))).status !== 200) await new Promise(setImmediate)
  })
})
