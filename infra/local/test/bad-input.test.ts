import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { bodyLimits, message, messageAt } from '@techbridge/contracts'
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
  rawRequest,
  sender,
  withJsonBody,
  withLines,
} from './requests.ts'

const gzip = promisify(zlib.gzip)
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
      // Ids that are words may be those of a record.
      const statuses = /^(operations|directory) /.test(named.name) ? [400, 404] : [400]
      for (const id of malformed) await assertRefused(await send(named, { path: pathOf(named.endpoint, id) }), statuses)
      for (const id of ['%00', 'x'.repeat(300)]) {
        assertNames(await assertRefused(await send(named, { path: pathOf(named.endpoint, id) }), 400), 'path.id')
      }
      const path = `${pathOf(named.endpoint)}?${leastQuery(named)}`
      for (const who of allowedRoles(named.endpoint.access)) await assertRefused(await send(named, { who, path }), 404)
    })
  }
})

describe('query parameters', () => {
  for (const named of endpoints) {
    const fields = Object.keys(named.endpoint.query?.shape ?? {})
    const refuse = async (query: string, path: string) => {
      const answer = await send(named, { path: `${pathOf(named.endpoint)}?${leastQuery(named)}${query}` })
      const problem = await assertRefused(answer, 400, query)
      assertNames(problem, path)
      return problem
    }

    test(`${named.name}: those that it does not know, and what it does not take`, async () => {
      for (const field of ['colour', '__proto__', 'constructor', 'limit[]', ''])
        await refuse(`${field}=1`, `query.${field}`)
      await refuse('colour', 'query.colour')
      await refuse('%FF=1', 'query')
      for (const field of fields) {
        for (const value of ['%00', 'x'.repeat(3000), '%FF%FE%00', '%E0%A4', '%'])
          await refuse(`${field}=${value}`, `query.${field}`)
      }
    })

    test(`${named.name}: what is to be given once, given twice`, async () => {
      const once = { limit: '5', cursor: 'a', status: 'published', mine: 'true', publish: 'false', q: 'a', lang: 'en' }
      for (const [field, value] of Object.entries({ ...once, kind: 'offer', trlMin: '3', trlMax: '3', from: 'now' })) {
        if (!fields.includes(field)) continue
        const { errors } = await refuse(`${field}=${value}&${field}=${value}`, `query.${field}`)
        // Of an enumeration Zod says which values there are.
        if (!['status', 'mine', 'publish', 'kind', 'from'].includes(field))
          assert.deepEqual(errors, [messageAt(`query.${field}`, message('field.given-once'))])
      }
    })

    test(`${named.name}: numbers in digits, and truth in words`, async () => {
      const numbers = [
        '0x10',
        '1e1',
        '%2010',
        '10%20',
        '%2B10',
        '',
        '5.0',
        '010',
        '1_0',
        '0b1',
        '-0',
        'NaN',
        '%EF%BC%95',
        '９',
      ]
      for (const field of ['limit', 'trlMin', 'trlMax'].filter((one) => fields.includes(one)))
        for (const number of numbers) await refuse(`${field}=${number}`, `query.${field}`)
      for (const field of ['mine', 'publish'].filter((one) => fields.includes(one)))
        for (const word of ['1', 'yes', 'on', 'TRUE', '', 'true%20']) await refuse(`${field}=${word}`, `query.${field}`)
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
      await refuse(`${good.slice(0, -1)},"x":"${'x'.repeat(bodyLimits.json)}"}`, 413)
      await refuse(await gzip('0'.repeat(64 * 1024 * 1024)), 413, 'body', { 'Content-Encoding': 'gzip' })
      const deep = '['.repeat(100_000) + ']'.repeat(100_000)
      await refuse(deep, 422)
      await refuse(`${good.slice(0, -1)},"x":${deep}}`, 422, 'body.x')
    })

    test(`${named.name}: other types of content`, async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense']) {
        await refuse('{}', 415, 'header.content-type', { 'Content-Type': type })
      }
      for (const charset of [
        'latin-nonsense',
        'utf-7',
        'koi8-r',
        'UTF-16LE',
        '"gb18030"',
        'utf-8; charset=utf-16',
        '',
      ]) {
        const type = `application/json; charset=${charset}`
        await refuse('{}', 415, 'header.content-type', { 'Content-Type': type })
      }
      await refuse(Buffer.from(`\ufeff${JSON.stringify(goodBody(named))}`, 'utf16le'), 400)
      await refuse('{}', 415, 'body', { 'Content-Encoding': 'nonsense' })
      await refuse('{}', 400, 'body', { 'Content-Encoding': 'gzip' })
    })

    test(`${named.name}: a field that is given twice, and numbers that cannot be kept`, async () => {
      for (const { path, value, replaced } of placesIn(goodBody(named))) {
        if (typeof value === 'number') {
          for (const number of ['1e400', '9007199254740993', '-1e16', '1e-400'])
            await refuse(JSON.stringify(replaced('@')).replace('"@"', number), 422, path)
        }
        const [first] = typeof value === 'object' && !Array.isArray(value) ? Object.keys(value as object) : []
        if (first === undefined) continue
        const escaped = `\\u${first.charCodeAt(0).toString(16).padStart(4, '0')}${first.slice(1)}`
        for (const again of [first, escaped]) {
          const body = JSON.stringify(replaced({ ...(value as object), '@': 0 })).replace('"@"', `"${again}"`)
          await refuse(body, 422, `${path}.${first}`)
        }
      }
    })

    test(`${named.name}: far too many fields cost no more than fifty errors`, async () => {
      const many = (count: number) =>
        JSON.stringify(
          Object.fromEntries(
            Array(count)
              .fill(0)
              .map((_, n) => [`f${n}`, n]),
          ),
        )
      for (const body of [many(40_000), many(150)]) {
        const { errors = [], detail } = await assertRefused(await send(named, { body }), 422)
        assert.ok(errors.length <= 51 && detail.length < 6000)
        assert.equal(new Set(errors.map(({ path, message }) => path + message)).size, errors.length)
      }
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
      await refuse('{}', 415, { 'Content-Type': 'application/x-ndjson; charset=koi8-r' })
      await refuse('x'.repeat(8 * 1024 * 1024 + 1), 413)
      const lines = ['x', 'null', '1', '[]', '{"__proto__":{}}', '['.repeat(10_000), '"\\u0000"', '{"key":"\\u0000"}']
      lines.push('{"key":"a","key":"b"}', '{"n":1e400}', `{"texts":{${'"a":0,'.repeat(100_000)}"b":0}}`)
      const { rows } = (await (await send(named, { body: lines.join('\n') })).json()) as any
      assert.deepEqual(
        rows.map(({ row, outcome, errors }: any) => [row, outcome, errors.length > 0]),
        lines.map((_, place) => [place + 1, 'refused', true]),
      )
    })
  }
})

describe('headers', () => {
  for (const named of endpoints.filter(({ endpoint }) => endpoint.requiresIfMatch)) {
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

describe('a body where none is taken', () => {
  for (const named of endpoints.filter(({ endpoint }) => !endpoint.body && endpoint.bodyFormat !== 'octets')) {
    test(named.name, async () => {
      const url = running.url + pathOf(named.endpoint)
      const authorization = `Bearer ${await running.token(allowedRoles(named.endpoint.access)[0]!)}`
      const method = named.endpoint.method.toUpperCase()
      const bodies = [['{"reason":"because"}'], ['{}'], [' '], ['', 'x']]
      for (const chunks of bodies) {
        const answer = await rawRequest(url, { method, headers: { authorization, 'if-match': '"1"' } }, chunks)
        assert.equal(answer.status, 400, answer.text)
        const { type, errors } = JSON.parse(answer.text)
        assert.deepEqual(
          [type, errors],
          ['urn:techbridge:problem:body-not-taken', [messageAt('body', message('field.absent'))]],
        )
      }
    })
  }
})

describe('methods and paths', () => {
  const matches = (template: string, path: string) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)

  for (const path of new Set(endpoints.map(({ endpoint }) => pathOf(endpoint)))) {
    test(`${path} takes its own methods alone`, async () => {
      const named = endpoints.filter(({ endpoint }) => endpoint.path === path)
      const known = named.length > 0 ? named : endpoints.filter(({ endpoint }) => matches(endpoint.path, path))
      const methods = [...new Set(known.map(({ endpoint }) => endpoint.method.toUpperCase()))]
      const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort().join(', ')
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !allow.includes(one))) {
        const answer = await fetch(running.url + path, { method })
        assert.equal(answer.headers.get('allow'), allow)
        if (method === 'HEAD') assert.equal(answer.status, 405)
        else await assertRefused(answer, 405)
      }
      const options = await fetch(running.url + path, { method: 'OPTIONS' })
      assert.deepEqual([options.status, options.headers.get('allow')], [204, allow])
    })
  }

  test('what is no path is not found', async () => {
    for (const path of ['/v1', '/v2/offers', '/v1/offers/a/b/c', '/v1/__proto__', '/v1/offers%00', '/favicon.ico']) {
      await assertRefused(await fetch(running.url + path), 404)
    }
    await assertRefused(await fetch(`${running.url}/v1/%E0%A4`), [400, 404])
  })
})
