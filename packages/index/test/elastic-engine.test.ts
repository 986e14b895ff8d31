import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, it } from 'node:test'
import { type DiagnosticResult, errors } from '@elastic/elasticsearch'
import { Unavailable } from '@techbridge/port'
import { ask, read } from '../src/elastic/engine.ts'
import { openElasticIndexes } from '../src/elastic/indexes.ts'

const answer = (statusCode: number) =>
  new errors.ResponseError({ statusCode, body: {}, headers: {}, warnings: null, meta: {} } as DiagnosticResult)

/** Fails so many times, then gives how often it was asked. */
const failing = (times: number, statusCode: number) => {
  let asked = 0
  return async () => {
    asked += 1
    if (asked <= times) throw answer(statusCode)
    return asked
  }
}

describe('answers of Elasticsearch', () => {
  it('are asked for once more when the generation that the alias led to has just gone', async () => {
    assert.equal(await read(failing(1, 404)), 2)
    await assert.rejects(read(failing(2, 404)), Unavailable)
    await assert.rejects(read(failing(1, 503)), Unavailable)
  })

  it('mean unavailable when they may pass, and an error of the program when they will not', async () => {
    for (const status of [401, 403, 404, 429, 500, 503]) await assert.rejects(ask(failing(1, status)), Unavailable)
    await assert.rejects(ask(failing(1, 400)), errors.ResponseError)
  })
})

describe('an Elasticsearch that takes connections and never answers', () => {
  it('is unavailable after a time that a caller can wait', async (t) => {
    const server = createServer((socket) => void socket.on('error', () => undefined))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const indexes = openElasticIndexes({ url, client: { requestTimeout: 100 } })
    t.after(async () => {
      await indexes.close()
      server.close()
    })
    await assert.rejects(indexes.open({ name: 'offers', text: [], keywords: [], numbers: [] }), Unavailable)
  })
})
