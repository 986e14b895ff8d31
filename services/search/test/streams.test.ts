import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { describe, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Position } from '@techbridge/bus'
import { type Caller, type CloudEvent, offerEvents, type SeenEvent } from '@techbridge/contracts'
import { createSeal } from '@techbridge/runtime'
import { assertProblem, callers, offerContent, type Who } from '@techbridge/testkit'
import fc from 'fast-check'
import { streamView } from '../src/domain/stream-view.ts'
import { createStreams } from '../src/usecases/follow-events.ts'
import { happenings } from './happenings.ts'
import { openLibrary } from './library.ts'

const seal = createSeal('a secret that is long enough for tests')
const limits = { inAll: 100, perOrganisation: 100, perCaller: 100 }
const viewers = ['provider', 'otherProvider', 'seeker', 'otherSeeker', 'officer'] as const
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'ru', 'vi', 'id', 'zh', 'th', 'lo', 'km']
const sorts = [...happenings().values()]

const openStreams = async (more: Partial<Parameters<typeof createStreams>[0]> = {}) => {
  const { running, publishOffer, offerOf } = await openLibrary()
  const closing = new AbortController()
  const streams = createStreams({ bus: running.bus, seal, limits, closing: closing.signal, ...more })
  let seq = 0
  const publish = async (sort: number) => {
    const { contract, data } = sorts[sort % sorts.length]!
    return running.publish(contract, data, ++seq)
  }
  const publishLarge = async (count: number) => {
    const text = { title: 'Large', summary: 'large', description: 'word '.repeat(700).trim() }
    const texts = Object.fromEntries(languages.map((language) => [language, text]))
    const event = await running.publish(offerEvents.published, offerOf(offerContent({ texts, originalLanguage: 'en' })))
    await running.bus.publish(Array.from({ length: count }, (_, n) => ({ ...event, id: `${event.subject}/${n}` })))
  }
  return { running, streams, publish, publishOffer, publishLarge, close: () => closing.abort() }
}

const eventIn = (block: Buffer): SeenEvent | undefined => {
  const data = /^data: (.*)$/m.exec(block.toString())?.[1]
  return data === undefined ? undefined : JSON.parse(data)
}

/** Takes events from a stream, however many other blocks come in between. */
const reader = (blocks: AsyncGenerator<Buffer>) => {
  const seen: SeenEvent[] = []
  return {
    seen,
    take: async (count: number) => {
      while (seen.length < count) {
        const { value, done } = await blocks.next()
        if (done) assert.fail(`the stream ended after ${seen.length} of ${count} events`)
        const event = eventIn(value)
        if (event) seen.push(event)
      }
    },
  }
}

const actions = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ publish: fc.nat(200) }) },
    {
      weight: 2,
      arbitrary: fc.record({ open: fc.constantFrom(...viewers), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
    },
    { weight: 3, arbitrary: fc.record({ take: fc.nat(10), count: fc.integer({ min: 1, max: 5 }) }) },
  ),
  { minLength: 5, maxLength: 60 },
)

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')
const heldBytes = () => {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

describe('many streams', { timeout: 120_000 }, () => {
  test('wherever and whenever streams begin and however slow they are, each misses nothing and repeats nothing', async () => {
    const { running, streams, publish, publishOffer, close } = await openStreams({ mostBytes: 3000 })
    const log: CloudEvent[] = []
    const places: (Position | undefined)[] = [undefined]
    const visible = (caller: Caller, from: number) =>
      log.slice(from).flatMap((event) => streamView(event, caller, (id) => seal.id('event', id))?.id ?? [])
    const grow = async (event: CloudEvent) => {
      log.push(event)
      places.push(await running.bus.end(['techbridge.offers']))
    }
    await fc.assert(
      fc.asyncProperty(actions, async (given) => {
        const leaving = new AbortController()
        const open: { caller: Caller; from: number; read: ReturnType<typeof reader> }[] = []
        for (const action of given) {
          if ('publish' in action) await grow(await publish(action.publish))
          else if ('open' in action) {
            const from = Math.round(action.at * log.length)
            const caller = callers[action.open]
            open.push({ caller, from, read: reader(streams.blocksOf(caller, places[from], leaving.signal)) })
          } else if (open.length > 0) {
            const { caller, from, read } = open[action.take % open.length]!
            const count = Math.min(read.seen.length + action.count, visible(caller, from).length)
            await read.take(count)
          }
        }
        await publishOffer()
        const [last] = (await running.events()).slice(-1)
        await grow(last!)
        for (const { caller, from, read } of open) {
          const expected = visible(caller, from)
          await read.take(expected.length)
          assert.deepEqual(
            read.seen.map(({ id }) => id),
            expected,
          )
        }
        leaving.abort()
      }),
      { numRuns: 30 },
    )
    close()
  })

  test('each event is looked at once for all streams of one view, and never for those that it is hidden from', async () => {
    let hidden = 0
    const counting = {
      ...seal,
      id: (kind: string, seed: string) => {
        if (kind === 'event') hidden += 1
        return seal.id(kind, seed)
      },
    }
    const { streams, publishOffer, close } = await openStreams({ seal: counting })
    const leaving = new AbortController()
    const open = Array.from({ length: 40 }, () =>
      reader(streams.blocksOf(callers.otherSeeker, undefined, leaving.signal)),
    )
    await publishOffer()
    await Promise.all(open.map(({ take }) => take(1)))
    const next = open.map(({ take }) => take(2))
    hidden = 0
    await publishOffer()
    await Promise.all(next)
    assert.equal(hidden, 1)
    leaving.abort()
    close()
  })

  test('streams from the start that nobody reads hold little of large events', async () => {
    const { streams, publishLarge, close } = await openStreams()
    await publishLarge(100)
    const leaving = new AbortController()
    const before = heldBytes()
    const open = Array.from({ length: 60 }, () => streams.blocksOf(callers.officer, undefined, leaving.signal))
    await Promise.all(open.map((blocks) => blocks.next().then(() => blocks.next())))
    const each = (heldBytes() - before) / open.length
    assert.ok(each < 700_000, `${each} bytes a stream`)
    leaving.abort()
    close()
  })

  test('a connection that takes nothing is cut, and its place is free again', async () => {
    const one = { inAll: 1, perOrganisation: 1, perCaller: 1 }
    const { streams, publishLarge, close } = await openStreams({ limits: one, stalledMs: 100 })
    // More than the buffers of a connection take.
    await publishLarge(400)
    const server = createServer(async (_request, response) => {
      const send = await streams.follow({ caller: callers.officer, from: 'start' })
      const express = Object.assign(response, { status: () => response, set: () => response })
      await send(express as never).catch((error) => response.writeHead(error.status).end())
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const ask = () => request({ port, host: '127.0.0.1', agent: false }).end()
    const [first] = await once(ask(), 'response')
    first.pause()
    const [refused] = await once(ask(), 'response')
    assert.equal(refused.statusCode, 429)
    refused.resume()
    first.on('error', () => undefined)
    await assert.doesNotReject(async () => {
      for (;;) {
        const [answer] = await once(ask(), 'response')
        answer.destroy()
        if (answer.statusCode === 200) break
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    })
    server.closeAllConnections()
    server.close()
    close()
  })
})

describe('limits of streams', { timeout: 60_000 }, () => {
  const open = async (settings: Record<string, string>) => {
    const { running } = await openLibrary({ settings })
    const refused = async (who: Who) => {
      const response = await running.stream(who, {}, 'now')
      assert.equal(response.headers.get('retry-after'), '10')
      const answer = {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.json(),
      }
      assertProblem(answer, 429, 'too-many-streams')
    }
    // A response that nobody holds may be collected, which closes it.
    const held: Response[] = []
    const taken = async (who: Who) => {
      const response = await running.stream(who, {}, 'now')
      assert.equal(response.status, 200)
      held.push(response)
      return response
    }
    /** Opens one as soon as a place is free. */
    const takenInTheEnd = async (who: Who) => {
      for (;;) {
        const response = await running.stream(who, {}, 'now')
        if (response.status === 200) return held.push(response)
        await response.arrayBuffer()
      }
    }
    return { running, refused, taken, takenInTheEnd }
  }

  test('one caller has so many, another one his own, and a place is free when a connection closes', async () => {
    const { running, refused, taken, takenInTheEnd } = await open({ STREAMS_PER_CALLER: '2' })
    const first = await taken('provider')
    await taken('provider')
    await refused('provider')
    await taken('otherProvider')
    const headers = { Authorization: `Bearer ${await running.token('seeker')}` }
    for (let count = 0; count < 4; count++) await fetch(`${running.url}/v1/stream`, { method: 'HEAD', headers })
    await taken('seeker')
    await taken('seeker')
    await first.body?.cancel()
    await takenInTheEnd('provider')
    await refused('provider')
  })

  test('one organisation has so many, and all together', async () => {
    const byOrganisation = await open({ STREAMS_PER_ORGANISATION: '1' })
    await byOrganisation.taken('provider')
    await byOrganisation.refused('provider')
    await byOrganisation.taken('seeker')
    const inAll = await open({ STREAMS: '2' })
    await inAll.taken('provider')
    await inAll.taken('seeker')
    await inAll.refused('officer')
    assert.equal((await fetch(`${inAll.running.url}/v1/search?q=pump`)).status, 200, 'what is no stream is served')
  })
})
