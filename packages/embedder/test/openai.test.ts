import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { embedderConformance } from '../src/conformance.ts'
import { centred } from '../src/means.ts'
import { openOpenAi } from '../src/openai/openai-embedder.ts'
import * as server from './embeddings-server.ts'

const quick = { timeoutMs: 200, firstPauseMs: 1, restMs: 60_000 }

describe('a server of embeddings', () => {
  let running: Awaited<ReturnType<typeof server.startServer>>
  before(async () => {
    running = await server.startServer()
  })
  after(() => running.close())
  beforeEach(() => {
    running.asked.length = 0
  })
  const open = (options: Partial<Parameters<typeof openOpenAi>[0]> = {}) =>
    openOpenAi({ url: running.url, model: 'm', dimension: server.dimension, ...quick, ...options })

  embedderConformance('the embedder on it', async () => centred(open({ timeoutMs: 30_000 })))

  it('is asked with its model and key, in batches, and answers in the order of the texts', async () => {
    const embedder = open({ apiKey: 'secret', batch: 2 })
    const vectors = await embedder.embed(['one', 'two', 'three'], 'query')
    assert.deepEqual(
      running.asked.map(({ input }) => input),
      [['one', 'two'], ['three']],
    )
    assert.deepEqual([running.asked[0]?.model, running.asked[0]?.authorization], ['m', 'Bearer secret'])
    const [, two] = await open().embed(['two', 'two'], 'query')
    assert.deepEqual(vectors[1], two)
  })

  it('is not asked for a text again, nor twice for one', async () => {
    const embedder = open()
    await embedder.embed(['one', 'one', 'two'], 'query')
    await embedder.embed(['two', 'three', 'one'], 'query')
    assert.deepEqual(
      running.asked.map(({ input }) => input),
      [['one', 'two'], ['three']],
    )
  })

  const passing = {
    busy: server.status(429),
    broken: server.status(500),
    slow: server.silent,
    'cut off': server.cutOff,
  }
  for (const [name, answer] of Object.entries(passing)) {
    it(`is asked again when it was ${name}`, async () => {
      running.next(answer, answer)
      const [vector] = await open().embed(['one'], 'query')
      assert.equal(vector?.length, server.dimension)
      assert.equal(running.asked.length, 3)
    })
    it(`is Unavailable when it stays ${name}`, async () => {
      running.next(answer, answer, answer)
      await assert.rejects(open().embed(['one'], 'query'), Unavailable)
      assert.equal(running.asked.length, 3)
    })
  }

  const useless = {
    'vectors of another dimension': [server.wrongDimension, /3 numbers, not 64/],
    'too few vectors': [server.tooFew, /no embedding 1 of 2/],
    'vectors that are not of numbers': [server.notNumbers, /no list of embeddings/],
    'something else than JSON': [server.garbage, /no JSON/],
    'that the key is wrong': [server.status(401), /answered 401: .*answer 401/],
  } as const
  for (const [name, [answer, said]] of Object.entries(useless))
    it(`is Unavailable, and not asked again, when it answers ${name}`, async () => {
      running.next(answer)
      await assert.rejects(open().embed(['one', 'two'], 'query'), (error) => {
        assert.ok(error instanceof Unavailable)
        assert.match(error.message, said)
        return true
      })
      assert.equal(running.asked.length, 1)
    })

  it('is left alone after failures in a row, and tried once it has rested', async () => {
    const embedder = open({ restMs: 150 })
    running.next(...Array.from({ length: 5 }, () => server.status(401)))
    for (let n = 0; n < 5; n++) await assert.rejects(embedder.embed([`text ${n}`], 'query'), Unavailable)
    await assert.rejects(embedder.embed(['more'], 'query'), /left alone/)
    assert.equal(running.asked.length, 5)
    await new Promise((resolve) => setTimeout(resolve, 200))
    assert.equal((await embedder.embed(['more'], 'query')).length, 1)
  })

  it('is not asked any more once it is closed', async () => {
    const embedder = open()
    await embedder.close()
    await assert.rejects(embedder.embed(['one'], 'query'), Unavailable)
    assert.equal(running.asked.length, 0)
  })

  it('is Unavailable where nothing listens', async () => {
    const gone = await server.startServer()
    await gone.close()
    await assert.rejects(open({ url: gone.url }).embed(['one'], 'query'), Unavailable)
  })
})
