import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { listen } from '@techbridge/kit'
import express from 'express'
import { createGateway, type ServiceName } from '../src/gateway.ts'
import { createRotation } from '../src/rotation.ts'

/** A service that says its name, and 503 to the question whether it is ready if it is not. */
const service = async (name: string, ready = true) => {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/health/ready' && !ready ? 503 : 200
    response.end(`${name} ${request.method} ${request.url}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const nobody = 'http://127.0.0.1:1'

const gateway = async (urls: Partial<Record<ServiceName, string[]>>) => {
  const running = await listen(
    createGateway((name) => urls[name] ?? [nobody], express()),
    '127.0.0.1',
    0,
  )
  after(running.drain)
  const ask = async (path: string, options?: RequestInit) => (await fetch(running.url + path, options)).text()
  return { url: running.url, ask }
}

test('each path is answered by its service, with method, path and query as they were sent', async () => {
  const { ask } = await gateway({ offers: [await service('offers')], search: [await service('search')] })
  assert.equal(await ask('/v1/offers/offer_1?a=b'), 'offers GET /v1/offers/offer_1?a=b')
  assert.equal(await ask('/v1/offers', { method: 'POST', body: '{}' }), 'offers POST /v1/offers')
  assert.equal(await ask('/v1/search?q=durian'), 'search GET /v1/search?q=durian')
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
  const all = { offers: [up], needs: [up], matching: [up], licensing: [up] }
  const ready = async (search: string[]) =>
    (await fetch(`${(await gateway({ ...all, search })).url}/health/ready`)).status
  assert.equal(await ready([unready, up]), 200)
  assert.equal(await ready([unready]), 503)
  assert.equal(await ready([nobody]), 503)
})

test('given an instance that failed, when its rest is over, then it is tried again; when all rest, one is tried all the same', () => {
  let now = 0
  const rotation = createRotation(['a', 'b'], () => now)
  rotation.failed('a')
  assert.deepEqual([rotation.next(), rotation.next()], ['b', 'b'])
  rotation.failed('b')
  assert.ok(['a', 'b'].includes(rotation.next()))
  now = 1000
  assert.deepEqual(new Set([rotation.next(), rotation.next()]), new Set(['a', 'b']))
})
