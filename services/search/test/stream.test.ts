import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, test } from 'node:test'
import { createSeal } from '@techbridge/runtime'
import { assertProblem, callers, fieldsOf, messagesOf, take, type Who } from '@techbridge/testkit'
import { streamView } from '../src/domain/stream-view.ts'
import { followed } from '../src/entry/http.ts'
import { createStreams } from '../src/usecases/follow-events.ts'
import { happenings } from './happenings.ts'
import { openLibrary } from './library.ts'

const secret = 'a secret that is long enough for tests'
const seal = createSeal(secret)
const { running, publishOffer } = await openLibrary({ settings: { SECRET: secret } })
let seq = 0
for (const { contract, data } of happenings().values()) await running.publish(contract, data, ++seq)
const log = await running.events()
const seenBy = (who: Who) => log.flatMap((event) => streamView(event, callers[who], (id) => seal.id('event', id)) ?? [])
const idsOf = (events: readonly { id: string }[]) => events.map(({ id }) => id)

describe('the stream', { timeout: 30_000 }, () => {
  test('begins with the log where asked to, and gives each viewer what the viewer may see, in the order of the log', async () => {
    for (const who of ['provider', 'otherProvider', 'seeker', 'otherSeeker', 'officer', 'admin'] as const) {
      const response = await running.stream(who)
      assert.equal(response.status, 200)
      assert.match(response.headers.get('content-type')!, /^text\/event-stream/)
      assert.equal(response.headers.get('cache-control'), 'no-store')
      const expected = JSON.parse(JSON.stringify(seenBy(who)))
      const messages = await take(response, expected.length)
      assert.deepEqual(
        messages.map(({ event }) => event),
        expected,
      )
    }
  })

  test('gives no sign of what the viewer may not see', async () => {
    const expected = seenBy('otherSeeker')
    assert.ok(expected.length < log.length)
    let blocks = 0
    let events = 0
    for await (const { id, event } of messagesOf(await running.stream('otherSeeker'))) {
      blocks += 1
      assert.doesNotMatch(Buffer.from(id, 'base64url').toString('latin1'), /position/)
      if (event && ++events === expected.length) break
    }
    assert.equal(blocks, events, 'no message stands for a hidden event')
  })

  test('answers HEAD with its headers, and leaves the connection free', async () => {
    const authorization = { Authorization: `Bearer ${await running.token('officer')}` }
    const response = await fetch(`${running.url}/v1/stream`, { method: 'HEAD', headers: authorization })
    assert.equal(response.status, 200)
    assert.equal(await response.text(), '')
  })

  test('ends with the token of who reads it', async () => {
    const limits = { inAll: 1, perOrganisation: 1, perCaller: 1 }
    const streams = createStreams({ bus: running.bus, seal, limits, closing: new AbortController().signal })
    const server = createServer(async (_request, response) => {
      const expires = Date.now() / 1000 + 0.2
      const request = { query: { from: 'now' }, caller: callers.officer, lastEventId: undefined, expires }
      const send = (await followed(streams)(request as never)) as (response: unknown) => Promise<void>
      await send(Object.assign(response, { status: () => response, set: () => response }))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    try {
      assert.match(await (await fetch(`http://127.0.0.1:${port}`)).text(), /^: connected/)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  test('leaves no timers behind with the messages that it sent', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length
    const before = timers()
    const response = await running.stream('officer')
    let seen = 0
    for await (const { event } of messagesOf(response)) {
      if (event && ++seen === log.length) break
    }
    assert.ok(timers() < before + 10, `${timers()} timers, ${before} before`)
  })

  test('goes on after any Last-Event-ID without loss or repetition', async () => {
    const expected = idsOf(seenBy('provider'))
    const whole = await take(await running.stream('provider'), expected.length)
    for (let place = 0; place < expected.length - 1; place++) {
      const headers = { 'Last-Event-ID': whole[place]!.id }
      const rest = await take(await running.stream('provider', headers, 'now'), expected.length - place - 1)
      assert.deepEqual(idsOf(rest.map(({ event }) => event)), expected.slice(place + 1))
    }
  })

  test('begins now by default, and says from where to go on before anything has happened', async () => {
    const response = await running.stream('otherSeeker', {}, 'now')
    const messages = messagesOf(response)
    const { value: place } = await messages.next()
    assert.equal(place!.event, undefined)
    const offer = await publishOffer()
    for await (const { event } of messages) {
      if (!event) continue
      assert.equal(event.subject, offer.id)
      break
    }
    const [first] = await take(await running.stream('otherSeeker', { 'Last-Event-ID': place!.id }), 1)
    assert.equal(first!.event.subject, offer.id)
  })

  test('refuses a Last-Event-ID that it never gave', async () => {
    const encode = (text: string) => Buffer.from(text).toString('base64url')
    for (const wrong of ['x', '0', encode('position:-1'), encode('position:1e3'), encode('position:999999999')]) {
      const response = await running.stream('provider', { 'Last-Event-ID': wrong })
      const answer = {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.json(),
      }
      assert.deepEqual(fieldsOf(assertProblem(answer, 400, 'bad-last-event-id')), ['header.last-event-id'])
    }
  })

  test('is for who is signed in', async () => {
    assertProblem(await running.anonymous.get('/v1/stream'), 401, 'not-signed-in')
    const officer = await running.as('officer')
    assert.deepEqual(fieldsOf(assertProblem(await officer.get('/v1/stream?from=then'), 400, 'invalid')), ['query.from'])
  })

  test('ends when the service stops', async () => {
    const { running: other } = await openLibrary()
    const open = [await other.stream('provider'), await other.stream('officer', {}, 'now')]
    const ended = Promise.all(open.map((response) => take(response, Number.POSITIVE_INFINITY)))
    await other.stop()
    assert.equal((await ended).length, 2)
  })
})
