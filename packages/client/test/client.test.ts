import assert from 'node:assert/strict'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, beforeEach, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { offersApi, searchApi } from '@techbridge/contracts'
import { createClient, ProblemResponse } from '../src/index.ts'

interface Seen {
  method: string | undefined
  url: string | undefined
  headers: IncomingMessage['headers']
  body: string
}

let seen: Seen
let answer: { status: number; body: string; headers?: Record<string, string>; after?: Promise<unknown> }
beforeEach(() => {
  answer = { status: 200, body: '{}' }
})

const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  seen = { method: request.method, url: request.url, headers: request.headers, body }
  await answer.after
  response.writeHead(answer.status, answer.headers).end(answer.body)
}).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
after(() => {
  server.close()
  server.closeAllConnections()
})
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const client = createClient(url, 'a-token')

describe('a call', () => {
  test('puts everything where the contract has it', async () => {
    answer = { status: 200, body: '{"version":4}', headers: { ETag: '"4"' } }
    const response = await client.call(offersApi.withdraw, {
      params: { id: 'offer/1 ?' },
      body: { reason: 'sold' },
      ifMatch: '"3"',
      idempotencyKey: 'key-1',
    })
    assert.deepEqual([seen.method, seen.url], ['POST', '/v1/offers/offer%2F1%20%3F/withdraw'])
    assert.partialDeepStrictEqual(seen.headers, {
      authorization: 'Bearer a-token',
      'content-type': 'application/json',
      'if-match': '"3"',
      'idempotency-key': 'key-1',
    })
    assert.deepEqual(JSON.parse(seen.body), { reason: 'sold' })
    assert.deepEqual([response.status, response.etag, response.body.version], [200, '"4"', 4])
  })

  test('repeats a query parameter for each value, and leaves out what is undefined', async () => {
    await client.call(searchApi.search, { query: { q: 'a&b=c', sector: ['A', 'C'], lang: undefined, limit: 5 } })
    const { searchParams } = new URL(seen.url!, 'http://x')
    assert.deepEqual(
      [...searchParams],
      [
        ['q', 'a&b=c'],
        ['sector', 'A'],
        ['sector', 'C'],
        ['limit', '5'],
      ],
    )
    assert.equal(seen.headers['content-type'], undefined)
  })

  test('sends lines of JSON where the contract takes them', async () => {
    await client.call(offersApi.import, { query: { publish: 'true' }, lines: [{ key: '一\n' }, { key: 'b' }] })
    assert.equal(seen.headers['content-type'], 'application/x-ndjson')
    assert.equal(seen.url, '/v1/offers/import?publish=true')
    assert.deepEqual(
      seen.body.split('\n').map((line) => JSON.parse(line)),
      [{ key: '一\n' }, { key: 'b' }],
    )
  })
})

describe('a server that takes its time', () => {
  const hurried = createClient(url, 'a-token', { longAnswerMs: 50 })

  test('is waited for by endpoints that take long, up to their limit', async () => {
    const { promise: given, resolve: giveUp } = Promise.withResolvers<void>()
    answer = { status: 200, body: '{"events":7}', after: given }
    const patient = client.call(searchApi.rebuild)
    await assert.rejects(hurried.call(searchApi.rebuild), ({ cause }) => cause.code === 'UND_ERR_HEADERS_TIMEOUT')
    giveUp()
    assert.equal((await patient).body.events, 7)
  })

  test('is not hurried by that limit at other endpoints', async () => {
    answer = { status: 200, body: '{}', after: pause(2000) }
    await hurried.call(searchApi.search)
  })
})

describe('a refusal', () => {
  const refused = async (): Promise<ProblemResponse> => {
    try {
      await client.call(offersApi.get, { params: { id: 'x' } })
    } catch (error) {
      assert.ok(error instanceof ProblemResponse)
      return error
    }
    return assert.fail('it was not refused')
  }

  test('is told as the server told it', async () => {
    const problem = { type: 'urn:techbridge:problem:x', title: 'X', status: 409, detail: 'Not so.', allowed: ['edit'] }
    answer = { status: 409, body: JSON.stringify(problem) }
    const error = await refused()
    assert.deepEqual([error.status, error.message, error.problem], [409, 'Not so.', problem])
  })

  test('that is no problem of ours is told all the same', async () => {
    answer = { status: 502, body: '<html>Bad gateway</html>' }
    assert.deepEqual([(await refused()).status, (await refused()).problem.detail], [502, '<html>Bad gateway</html>'])
    answer = { status: 504, body: '' }
    assert.match((await refused()).message, /504/)
  })
})

describe('a stream', () => {
  const body = ': hello\n\nid: 1\ndata: {"type":"a"}\n\nid: 2\n\nid: 3\ndata: {"type":"水"}\n\n'

  test('gives its messages, each with the place to go on from', async () => {
    answer = { status: 200, body, headers: { 'Content-Type': 'text/event-stream' } }
    const messages = []
    const stream = await client.stream(searchApi.stream, { query: { from: 'start' }, lastEventId: 'place' })
    for await (const { id, body } of stream) messages.push([id, body.type])
    assert.deepEqual(messages, [
      ['1', 'a'],
      ['3', '水'],
    ])
    assert.equal(seen.headers['last-event-id'], 'place')
  })

  test('that is refused throws before it begins', async () => {
    answer = { status: 401, body: '{}' }
    await assert.rejects(client.stream(searchApi.stream), ProblemResponse)
  })
})
