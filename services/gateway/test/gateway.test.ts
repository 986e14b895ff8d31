import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  request,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { json, text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { addressSetting, apis, type ServiceName, serviceNames } from '@techbridge/contracts'
import { listen } from '@techbridge/http'
import express from 'express'
import { createGateway } from '../src/gateway.ts'
import { createRotation } from '../src/rotation.ts'
import { gatewayRoutes } from '../src/routes.ts'

const server = async (listener: RequestListener) => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A service that says its name, and 503 to the question whether it is ready if it is not. */
const service = (name: string, ready = true) =>
  server((request, response) => {
    response.statusCode = request.url === '/health/ready' && !ready ? 503 : 200
    response.end(`${name} ${request.method} ${request.url}`)
  })

/** Answers with the headers that it was sent. */
const headers: RequestListener = (request, response) => void response.end(JSON.stringify(request.headers))

const nobody = 'http://127.0.0.1:1'

const gateway = async (
  urls: Partial<Record<ServiceName, string[]>>,
  limits?: { answerMs: number; readyMs: number },
) => {
  const running = await listen(
    createGateway((name) => urls[name] ?? [nobody], express(), limits),
    '127.0.0.1',
    0,
  )
  after(running.drain)
  const ask = async (path: string, options?: RequestInit) => (await fetch(running.url + path, options)).text()
  return { url: running.url, ask }
}

test('each path is answered by its service, with method, path and query as they were sent', async () => {
  const named = serviceNames.map(async (name) => [name, [await service(name)]] as const)
  const { ask } = await gateway(Object.fromEntries(await Promise.all(named)))
  assert.equal(await ask('/v1/offers/offer_1?a=b'), 'offers GET /v1/offers/offer_1?a=b')
  assert.equal(await ask('/v1/offers', { method: 'POST', body: '{}' }), 'offers POST /v1/offers')
  for (const name of serviceNames)
    for (const { method, path } of Object.values(apis[name])) {
      const [verb, place] = [method.toUpperCase(), path.replace(/\{\w+\}/g, 'x')]
      assert.equal(await ask(place, { method: verb }), `${name} ${verb} ${place}`)
    }
  assert.equal(await ask('/v1/dead-letters/x'), 'search GET /v1/dead-letters/x')
  assert.equal(await ask('/v1/tokens', { method: 'POST' }), 'offers POST /v1/tokens')
})

test('however many paths there are, the server has few listeners of its own', async () => {
  const app = createGateway(() => [nobody], express())
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const { path } of gatewayRoutes) await (await fetch(url + path)).arrayBuffer()
  assert.ok(server.listenerCount('close') < 10, `${server.listenerCount('close')} listeners`)
})

test('the instances of a service take turns', async () => {
  const { ask } = await gateway({ needs: [await service('first'), await service('second')] })
  const answers = [await ask('/v1/needs'), await ask('/v1/needs'), await ask('/v1/needs')]
  assert.deepEqual(
    answers.map((answer) => answer.split(' ')[0]),
    ['first', 'second', 'first'],
  )
})

test('a service that is away is a 503 problem that says when to try again', async () => {
  const { url } = await gateway({})
  const answer = await fetch(`${url}/v1/cases`)
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '5'])
  assert.equal(answer.headers.get('content-type'), 'application/problem+json')
  assert.equal(((await answer.json()) as { type: string }).type, 'urn:techbridge:problem:unavailable')
})

test('an instance that is away costs one request, then the others serve alone', async () => {
  const { url } = await gateway({ matching: [nobody, await service('there')] })
  const statuses = []
  for (let request = 0; request < 6; request++) statuses.push((await fetch(`${url}/v1/matches`)).status)
  assert.deepEqual(statuses, [503, 200, 200, 200, 200, 200])
})

test('it is ready when of every service an instance is', async () => {
  const up = await service('any')
  const unready = await service('unready', false)
  const all = Object.fromEntries(serviceNames.map((name) => [name, [up]]))
  const ready = async (search: string[]) =>
    (await fetch(`${(await gateway({ ...all, search })).url}/health/ready`)).status
  assert.equal(await ready([unready, up]), 200)
  assert.equal(await ready([unready]), 503)
  assert.equal(await ready([nobody]), 503)
})

test('given an instance that failed, it rests until it says that it is well; when all rest, one is tried all the same', async () => {
  let now = 0
  let well = false
  const asked: string[] = []
  const isHealthy = async (url: string) => {
    asked.push(url)
    return well
  }
  const rotation = createRotation(['a', 'b'], isHealthy, () => now)
  const nextTwo = async () => {
    const taken = [rotation.next(), rotation.next()]
    await setImmediate()
    return taken
  }
  rotation.failed('a')
  assert.deepEqual(await nextTwo(), ['b', 'b'])
  assert.deepEqual(asked, [])
  now = 1000
  assert.deepEqual(await nextTwo(), ['b', 'b'])
  assert.deepEqual(asked, ['a'])
  well = true
  assert.deepEqual(await nextTwo(), ['b', 'b'])
  assert.deepEqual(asked, ['a'])
  now = 2000
  await nextTwo()
  assert.deepEqual(new Set(await nextTwo()), new Set(['a', 'b']))
  rotation.failed('a')
  rotation.failed('b')
  assert.ok(['a', 'b'].includes(rotation.next()))
})

test('a caller cannot choose the address that services hold for his', async () => {
  const { url } = await gateway({ offers: [await server(headers)] })
  const heard = async (sent: OutgoingHttpHeaders): Promise<IncomingHttpHeaders> => {
    const asking = request(`${url}/v1/offers`, { method: 'POST', headers: sent }).end('{}')
    const [answer] = (await once(asking, 'response')) as [IncomingMessage]
    return (await json(answer)) as IncomingHttpHeaders
  }
  const forged = { 'X-Forwarded-For': '9.9.9.9' }
  assert.equal((await heard({}))['x-forwarded-for'], '127.0.0.1')
  assert.equal((await heard(forged))['x-forwarded-for'], '9.9.9.9, 127.0.0.1')
  const expecting = await heard({ ...forged, Expect: '100-continue' })
  assert.deepEqual([expecting['x-forwarded-for'], expecting.expect], ['9.9.9.9, 127.0.0.1', undefined])
})

/** Long enough for an answer on a busy machine. */
const impatient = { answerMs: 3000, readyMs: 3000 }
const hang: RequestListener = (request) => void request.resume()

test('given an instance that hangs, it costs one request, then the others serve alone', async () => {
  const { url } = await gateway({ matching: [await server(hang), await service('there')] }, impatient)
  const statuses = []
  for (let request = 0; request < 6; request++) statuses.push((await fetch(`${url}/v1/matches`)).status)
  assert.deepEqual(statuses, [503, 200, 200, 200, 200, 200])
})

test('given a service of which all hang, it is not ready, and says so', async () => {
  const { url } = await gateway({ search: [await server(hang)] }, impatient)
  assert.equal((await fetch(`${url}/health/ready`)).status, 503)
})

test('given an instance that is starting, the others serve alone', async () => {
  const starting: RequestListener = (_request, response) => void response.writeHead(503).end()
  const { url } = await gateway({ matching: [await server(starting), await service('there')] })
  const statuses = []
  for (let request = 0; request < 4; request++) statuses.push((await fetch(`${url}/v1/matches`)).status)
  assert.deepEqual(statuses, [503, 200, 200, 200])
})

test('given an instance that took a request and does not answer, its outcome is said to be unknown; not of one that never had it', async () => {
  const breakOff: RequestListener = (request) => void request.resume().once('end', () => request.socket.destroy())
  const { url } = await gateway({ offers: [await server(hang)], needs: [await server(breakOff)] }, impatient)
  const detail = async (path: string, method: string) => {
    const answer = await fetch(url + path, { method, ...(method === 'POST' && { body: '{}' }) })
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '5'])
    return ((await answer.json()) as { detail: string }).detail
  }
  for (const path of ['/v1/offers', '/v1/needs']) {
    assert.match(await detail(path, 'POST'), /unknown.*Idempotency-Key/)
    assert.doesNotMatch(await detail(path, 'GET'), /unknown/)
  }
  assert.doesNotMatch(await detail('/v1/cases', 'POST'), /unknown/)
})

test('given an instance that breaks off in its answer, the answer breaks off, and the others serve alone', async () => {
  const breakOff: RequestListener = (request, response) => {
    if (request.url === '/health/ready') return void request.socket.destroy()
    response.writeHead(200, { 'Content-Length': '100' })
    response.write('half', () => request.socket.destroy())
  }
  const { url, ask } = await gateway({ matching: [await server(breakOff), await service('there')] })
  await assert.rejects(ask('/v1/matches'))
  const statuses = []
  for (let request = 0; request < 4; request++) statuses.push((await fetch(`${url}/v1/matches`)).status)
  assert.deepEqual(statuses, [200, 200, 200, 200])
})

test('the event stream may be silent for longer than an answer may take', async () => {
  const silent: RequestListener = (_request, response) => {
    response.flushHeaders()
    setTimeout(() => response.end('late'), 3 * impatient.answerMs)
  }
  const { ask } = await gateway({ search: [await server(silent)] }, impatient)
  assert.equal(await ask('/v1/stream'), 'late')
  await assert.rejects(ask('/v1/search'))
})

test('many event streams leave room for requests', { timeout: 60_000 }, async () => {
  const stays: RequestListener = (request, response) =>
    void (request.url === '/v1/stream' ? response.write(': connected\n\n') : response.end('found'))
  const { url, ask } = await gateway({ search: [await server(stays)] }, impatient)
  const leave = new AbortController()
  const follow = () => fetch(`${url}/v1/stream`, { signal: leave.signal })
  try {
    const streams = await Promise.all(Array.from({ length: 300 }, follow))
    assert.equal(await ask('/v1/search'), 'found')
    assert.ok(streams.every(({ ok }) => ok))
  } finally {
    leave.abort()
  }
})

test('an address that is no http(s) URL is refused by the name of its setting', async () => {
  const main = new URL('../src/main.ts', import.meta.url).pathname
  const sound = Object.fromEntries(serviceNames.map((name) => [addressSetting(name), `${nobody},${nobody}`]))
  for (const OFFERS_URL of ['localhost:8081', `${nobody},localhost:8081`]) {
    const child = spawn(process.execPath, [main], { env: { ...sound, OFFERS_URL, PORT: '0' } })
    after(() => child.kill())
    assert.match(await text(child.stderr), /OFFERS_URL: must be an http/)
  }
})

test('lag is put together from every service', async () => {
  const asked: string[] = []
  const lag = (name: string) =>
    server((request, response) => {
      asked.push(`${name} ${request.headers.authorization}`)
      response.end(JSON.stringify({ groups: { search: 3 }, replays: { search: 1 }, outboxes: { [name]: 2 } }))
    })
  const urls = Object.fromEntries(await Promise.all(serviceNames.map(async (name) => [name, [await lag(name)]])))
  const { ask } = await gateway(urls)
  assert.deepEqual(JSON.parse(await ask('/v1/lag', { headers: { authorization: 'Bearer x' } })), {
    groups: { search: 3 },
    replays: { search: 1 },
    outboxes: Object.fromEntries(serviceNames.map((name) => [name, 2])),
  })
  assert.deepEqual(asked.sort(), serviceNames.map((name) => `${name} Bearer x`).sort())
})

test('lag is what a service refuses, or 503 when one is away', async () => {
  const refusing = await server((_request, response) => {
    response.writeHead(401, { 'Content-Type': 'application/problem+json', 'WWW-Authenticate': 'Bearer' })
    response.end('{"status":401}')
  })
  const { url } = await gateway({ offers: [refusing] })
  const refused = await fetch(`${url}/v1/lag`)
  assert.deepEqual([refused.status, refused.headers.get('www-authenticate')], [401, 'Bearer'])
  assert.deepEqual(await refused.json(), { status: 401 })
  const away = await fetch(`${(await gateway({ offers: [await service('offers')] })).url}/v1/lag`)
  assert.deepEqual([away.status, away.headers.get('retry-after')], [503, '5'])
})

test('lag is 503, or what a service refuses, when another does not answer in time', async () => {
  const limits = { answerMs: 200, readyMs: 200 }
  const silent = await server(() => undefined)
  const cutOff = await server((_request, response) => {
    response.writeHead(200, { 'Content-Length': '100' })
    response.write('{')
  })
  const answering = await server((_request, response) => void response.end('{"outboxes":{}}'))
  const refusing = await server((_request, response) => {
    response.writeHead(401, { 'Content-Type': 'application/problem+json' })
    response.end('{"status":401}')
  })
  const all = Object.fromEntries(serviceNames.map((name) => [name, [answering]]))
  const statusWith = async (urls: Partial<Record<ServiceName, string[]>>) => {
    const { url } = await gateway({ ...all, ...urls }, limits)
    return (await fetch(`${url}/v1/lag`)).status
  }
  assert.equal(await statusWith({ search: [silent] }), 503)
  assert.equal(await statusWith({ search: [cutOff] }), 503)
  assert.equal(await statusWith({ offers: [refusing], search: [silent] }), 401)
})
