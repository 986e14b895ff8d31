import assert from 'node:assert/strict'
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { eventually, type OtlpReceiver, offerContent, startOtlpReceiver } from '@techbridge/testkit'

const secret = 'the-secret-of-the-deployment-4711'
const people = ['Annabel Lindqvist', 'annabel.lindqvist@example.org', 'lindqvist-institute']
const texts = ['quillwort', 'harebell', 'bogbean', 'yarrow', 'sneezewort']
const [title, body, query, key, path] = texts as [string, string, string, string, string]
const organisation = { id: people[2], name: people[0], country: 'VN', kind: 'university' }

const content = offerContent({ originalLanguage: 'en', texts: { en: { title, summary: title, description: body } } })

interface Request {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: unknown
  status: number
}

/** What callers do, right and wrong; every one of these says something of a person, or a token. */
const requests = (token: string): Request[] => {
  const signedIn = { Authorization: `Bearer ${token}` }
  const json = { 'Content-Type': 'application/json' }
  return [
    {
      method: 'POST',
      path: '/v1/offers',
      headers: { ...signedIn, ...json, 'Idempotency-Key': key },
      body: content,
      status: 201,
    },
    { method: 'POST', path: '/v1/offers', headers: { ...signedIn, ...json }, body: { texts: body }, status: 422 },
    { method: 'POST', path: '/v1/offers', headers: { ...signedIn, ...json }, body: `{"${body}`, status: 400 },
    {
      method: 'POST',
      path: `/v1/failures/${people[1]}`,
      headers: { ...signedIn, ...json },
      body: { text: body },
      status: 500,
    },
    { path: `/v1/search?q=${query}`, status: 200 },
    { path: `/v1/search?${query}=${people[1]}`, status: 400 },
    { path: `/v1/offers/${people[1]}`, headers: signedIn, status: 400 },
    { path: `/v1/${path}?q=${query}`, status: 404 },
    { path: '/v1/offers', headers: { Authorization: `Bearer ${token}x` }, status: 401 },
    { path: '/v1/dead-letters', headers: signedIn, status: 403 },
  ]
}

describe('what a process tells of itself', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-otel-'))
  const sent: { traceId: string; status: number }[] = []
  let receiver: OtlpReceiver
  let token: string
  let log = ''
  let child: ChildProcessByStdio<null, Readable, Readable>

  const send = async (url: string, { method = 'GET', path, headers = {}, body, status }: Request) => {
    const traceId = String(sent.length + 1).padStart(32, 'a')
    const answer = await fetch(url + path, {
      method,
      headers: { ...headers, traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
      body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
    })
    assert.equal(answer.status, status, `${method} ${path}: ${await answer.clone().text()}`)
    sent.push({ traceId, status })
    return answer
  }

  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    await closed
  }

  before(async () => {
    receiver = await startOtlpReceiver()
    child = spawn(process.execPath, [new URL('process.ts', import.meta.url).pathname], {
      env: {
        ...process.env,
        AUTH_DEV: '1',
        PORT: '0',
        DATA_DIR: dataDir,
        SECRET: secret,
        LOG_LEVEL: 'trace',
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
        OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
        OTEL_SERVICE_NAME: 'techbridge-here',
        OTEL_RESOURCE_ATTRIBUTES: 'service.version=7.8.9,deployment.environment.name=test',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stderr.on('data', (chunk) => {
      log += chunk
    })
    const ended = once(child, 'close').then(() => assert.fail(`the process ended:\n${log}`))
    const [line] = await Promise.race([once(child.stdout, 'data'), ended])
    const url = String(line).trim()
    const issued = await send(url, {
      method: 'POST',
      path: '/v1/tokens',
      headers: { 'Content-Type': 'application/json' },
      body: { role: 'provider', subject: people[1], organisation },
      status: 201,
    })
    token = ((await issued.json()) as { access_token: string }).access_token
    for (const request of requests(token)) await send(url, request)
    await eventually('every request is logged', () => log.split('"msg":"request"').length > sent.length)
    await end()
  })
  after(async () => {
    await end()
    await receiver.close()
    rmSync(dataDir, { recursive: true })
  })

  const lines = () =>
    log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, any>)

  const assertSilent = (text: string, where: string) => {
    const [, claims, signature] = token.split('.') as [string, string, string]
    for (const word of [...people, ...texts, secret, claims, signature]) {
      assert.equal(text.toLowerCase().includes(word.toLowerCase()), false, `${word} in ${where}`)
    }
  }

  test('has a log line for each request, with the trace and the span of that request', () => {
    for (const { traceId, status } of sent) {
      const span = receiver.spans.find((one) => one.traceId === traceId && 'http.request.method' in one.attributes)
      assert.ok(span, `a span of the request that was answered with ${status}`)
      const its = lines().filter(({ trace_id }) => trace_id === traceId)
      const [request] = its.filter(({ msg }) => msg === 'request')
      assert.deepEqual([request?.['http.response.status_code'], request?.span_id], [status, span.spanId])
      for (const { msg, span_id } of its) if (msg.startsWith('request')) assert.equal(span_id, span.spanId)
    }
    const failed = lines().filter(({ msg }) => msg === 'request failed')
    assert.deepEqual(
      failed.map(({ trace_id }) => trace_id),
      sent.filter(({ status }) => status === 500).map(({ traceId }) => traceId),
    )
  })

  test('goes by the name and the version that its deployment gives it', () => {
    for (const resource of receiver.resources) {
      assert.partialDeepStrictEqual(resource, {
        'service.name': 'techbridge-here',
        'service.version': '7.8.9',
        'deployment.environment.name': 'test',
      })
    }
  })

  test('says of a failure what it was and what caused it', () => {
    const { err } = lines().find(({ msg }) => msg === 'request failed')!
    assert.equal(err.message, 'not written')
    assert.match(err.stack, /process\.ts/)
    assert.equal(err.cause.message, 'the engine refused')
  })

  test('has no token, person, text, query or secret in its log', () => {
    assert.ok(lines().length > sent.length)
    assertSilent(log, 'the log')
  })

  test('has none of these in its spans and metrics', () => {
    assert.ok(receiver.spans.length >= sent.length && receiver.exports.length > 0)
    for (const text of receiver.raw) assertSilent(text, 'an export')
  })

  test('names its spans by method and route, and marks those that failed', () => {
    const names = new Set(receiver.spans.map(({ name }) => name))
    for (const name of ['POST /v1/offers', 'publish techbridge.offers', 'GET /v1/offers/{id}', 'GET /v1/search', 'GET'])
      assert.ok(names.has(name), name)
    const failed = receiver.spans.filter((span) => span.failed)
    assert.deepEqual(
      failed.map(({ name, attributes }) => [name, attributes['error.type']]),
      [['POST /v1/failures/{id}', '500']],
    )
  })
})
