import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { startService } from '@techbridge/testkit'
import { services } from '../src/services.ts'
import {
  allowedRoles,
  assertNames,
  assertRefused,
  endpoints,
  forbiddenRoles,
  goodBody,
  leastQuery,
  pathOf,
  placesIn,
  sender,
  withJsonBody,
  withLines,
} from './requests.ts'

const running = await startService(services)
after(running.close)
const send = sender(running)

describe('without a token that is taken', () => {
  const garbage = [
    'Bearer x',
    'Bearer a.b.c',
    'Bearer',
    'Basic dTpw',
    'Bearer eyJhbGciOiJub25lIn0.e30.',
    'bearer a b',
    '§',
  ]
  for (const named of endpoints) {
    test(named.name, async () => {
      if (named.endpoint.access !== 'anyone') {
        const answer = await send(named, { who: undefined })
        assert.equal(answer.headers.get('www-authenticate'), 'Bearer')
        await assertRefused(answer, 401)
      }
      for (const Authorization of garbage) {
        const answer = await send(named, { who: undefined, headers: { Authorization } })
        assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer error="invalid_token"/)
        await assertRefused(answer, 401)
      }
      for (const who of forbiddenRoles(named.endpoint.access)) await assertRefused(await send(named, { who }), 403)
    })
  }
})

describe('ids that are none, or of nothing', () => {
  for (const named of endpoints.filter(({ endpoint }) => endpoint.params)) {
    test(named.name, async () => {
      const malformed = [
        'x',
        '__proto__',
        'constructor',
        `offer_${'0'.repeat(23)}`,
        `OFFER_${'0'.repeat(24)}`,
        '%E0%A4',
        '..%2F..',
      ]
      const statuses = named.name.startsWith('operations') ? [400, 404] : [400]
      for (const id of malformed) await assertRefused(await send(named, { path: pathOf(named.endpoint, id) }), statuses)
      for (const id of ['%00', 'x'.repeat(300)]) {
        assertNames(await assertRefused(await send(named, { path: pathOf(named.endpoint, id) }), 400), 'path.id')
      }
      for (const who of allowedRoles(named.endpoint.access)) await assertRefused(await send(named, { who }), 404)
    })
  }
})

describe('query parameters', () => {
  for (const named of endpoints.filter(({ endpoint }) => endpoint.query)) {
    test(named.name, async () => {
      const refuse = async (query: string, path: string) => {
        const answer = await send(named, { path: `${pathOf(named.endpoint)}?${leastQuery(named)}${query}` })
        assertNames(await assertRefused(answer, 400), path)
      }
      for (const field of ['colour', '__proto__', 'constructor', 'limit[]'])
        await refuse(`${field}=1`, `query.${field}`)
      for (const field of Object.keys(named.endpoint.query.shape)) {
        for (const value of ['%00', 'x'.repeat(3000), '%FF%FE%00']) await refuse(`${field}=${value}`, `query.${field}`)
      }
    })
  }
})

describe('JSON bodies', () => {
  for (const named of withJsonBody) {
    const refuse = async (body: string | Uint8Array, status: number, path = 'body', headers = {}) =>
      assertNames(await assertRefused(await send(named, { body, headers }), status, named.name), path)

    test(`${named.name}: what is no JSON, or no object`, async () => {
      for (const body of ['{', '{"a":1,}', "{'a': 1}", '\u0000', 'undefined', '{"a":1}{"b":2}']) await refuse(body, 400)
      for (const body of ['null', '1', '"x"', 'true', '[]', '[{}]']) await refuse(body, 422)
      await refuse(new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400)
      await refuse(new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), 400)
    })

    test(`${named.name}: what is too large or too deep`, async () => {
      const good = JSON.stringify(goodBody(named))
      await refuse(`${good.slice(0, -1)},"x":"${'x'.repeat(520 * 1024)}"}`, 413)
      const deep = '['.repeat(100_000) + ']'.repeat(100_000)
      await refuse(deep, 422)
      await refuse(`${good.slice(0, -1)},"x":${deep}}`, 422, 'body.x')
    })

    test(`${named.name}: other types of content`, async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense']) {
        await refuse('{}', 415, 'header.content-type', { 'Content-Type': type })
      }
      await refuse('{}', 415, 'body', { 'Content-Type': 'application/json; charset=latin-nonsense' })
      await refuse('{}', 415, 'body', { 'Content-Encoding': 'nonsense' })
      await refuse('{}', 400, 'body', { 'Content-Encoding': 'gzip' })
    })

    test(`${named.name}: each field of another type, too long, or not Unicode`, async () => {
      for (const { path, value, replaced } of placesIn(goodBody(named)).slice(1)) {
        const isLeaf = typeof value !== 'object'
        const wrong: unknown[] = [isLeaf ? { a: 1 } : 'x', null, isLeaf ? [[]] : 1]
        if (typeof value === 'string') wrong.push('x'.repeat(5000), `${value}\u0000`, `${value}\ud800`, '', '   ')
        if (typeof value === 'number') wrong.push('1', 1e300, true)
        for (const one of wrong) {
          if (one === 1e300 && path.endsWith('.value')) continue
          await refuse(JSON.stringify(replaced(one)), 422, path)
        }
      }
    })

    test(`${named.name}: fields that it does not know`, async () => {
      for (const { path, value, replaced } of placesIn(goodBody(named))) {
        if (typeof value !== 'object' || Array.isArray(value)) continue
        for (const field of ['noSuchField', '__proto__', 'constructor', 'toString', '']) {
          const body = JSON.stringify(replaced({ ...(value as object), placeholder: { admin: true } }))
          await refuse(body.replace('"placeholder"', JSON.stringify(field)), 422, `${path}.${field}`)
        }
      }
    })
  }
})

describe('lines of JSON', () => {
  for (const named of withLines) {
    test(named.name, async () => {
      const refuse = async (body: string | Uint8Array, status: number, headers = {}) =>
        assertRefused(await send(named, { body, headers }), status, named.name)
      await refuse('', 422)
      await refuse('{}\n'.repeat(501), 422)
      await refuse(new Uint8Array([0x7b, 0xff, 0x7d]), 400)
      await refuse('{}', 415, { 'Content-Type': 'application/json' })
      await refuse('x'.repeat(8 * 1024 * 1024 + 1), 413)
      const lines = ['x', 'null', '1', '[]', '{"__proto__":{}}', '['.repeat(10_000), '"\\u0000"', '{"key":"\\u0000"}']
      const { rows } = (await (await send(named, { body: lines.join('\n') })).json()) as any
      assert.deepEqual(
        rows.map(({ row, outcome, errors }: any) => [row, outcome, errors.length > 0]),
        lines.map((_, place) => [place + 1, 'refused', true]),
      )
    })
  }
})

describe('headers', () => {
  for (const named of endpoints.filter(({ endpoint }) => endpoint.conditional)) {
    test(named.name, async () => {
      for (const tag of ['1', '"x"', 'W/"1"', '""']) {
        assertNames(await assertRefused(await send(named, { headers: { 'If-Match': tag } }), 400), 'header.if-match')
      }
      if (named.endpoint.method !== 'post') return
      const headers = { 'Idempotency-Key': 'x y' }
      assertNames(await assertRefused(await send(named, { headers }), 400), 'header.idempotency-key')
    })
  }
})

describe('methods and paths', () => {
  const matches = (template: string, path: string) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)

  for (const path of new Set(endpoints.map(({ endpoint }) => pathOf(endpoint)))) {
    test(`${path} takes its own methods alone`, async () => {
      const known = endpoints.filter(({ endpoint }) => matches(endpoint.path, path))
      const methods = [...new Set(known.map(({ endpoint }) => endpoint.method.toUpperCase()))]
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !methods.includes(one))) {
        const answer = await fetch(running.url + path, { method })
        assert.deepEqual(answer.headers.get('allow')?.split(', ').toSorted(), methods.toSorted())
        await assertRefused(answer, 405)
      }
    })
  }

  test('what is no path is not found', async () => {
    for (const path of ['/v1', '/v2/offers', '/v1/offers/a/b/c', '/v1/__proto__', '/v1/offers%00', '/favicon.ico']) {
      await assertRefused(await fetch(running.url + path), 404)
    }
    await assertRefused(await fetch(`${running.url}/v1/%E0%A4`), [400, 404])
  })
})
