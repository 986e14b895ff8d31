import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, describe, test } from 'node:test'
import { problem } from '@techbridge/contracts'
import { listen } from '../src/server.ts'

const server = await listen((_request, response) => void response.end('fine'), '127.0.0.1', 0)
after(() => server.drain())

const send = async (request: string): Promise<string> => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.write(request)
  return await text(socket)
}

describe('what is no request', () => {
  const cases = {
    'headers that are too large': [
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    'a path that is too long': [`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, 'headers-too-large'],
    'no HTTP at all': ['nonsense\r\n\r\n', 400, 'malformed-request'],
    'two lengths of one body': [
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
      'malformed-request',
    ],
  } as const
  for (const [what, [request, status, code]] of Object.entries(cases)) {
    test(`${what} is told in a problem`, async () => {
      const answer = await send(request)
      const [head = '', body = ''] = answer.split('\r\n\r\n')
      assert.match(head, new RegExp(`^HTTP/1.1 ${status} `))
      assert.match(head, /^Content-Type: application\/problem\+json/m)
      assert.equal(problem.parse(JSON.parse(body)).type, `urn:techbridge:problem:${code}`)
    })
  }
})
