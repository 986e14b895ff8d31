import assert from 'node:assert/strict'
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type TestContext, test } from 'node:test'
import { eventually, startOtlpReceiver } from '@techbridge/testkit'

/** All services as a process with these settings; where it listens. */
const start = async (t: TestContext, settings: Record<string, string>) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-metrics-'))
  const child: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    [new URL('process.ts', import.meta.url).pathname],
    {
      env: { ...process.env, AUTH_DEV: '1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  t.after(async () => {
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    await closed
    rmSync(dataDir, { recursive: true, force: true })
  })
  const [line] = await once(child.stdout, 'data')
  return String(line).trim()
}

const metricsOf = async (url: string) => {
  const answer = await fetch(`${url}/metrics`)
  return { status: answer.status, text: await answer.text() }
}

test('metrics are given to Prometheus when that is switched on, and name nobody', async (t) => {
  const url = await start(t, { METRICS: '1' })
  await fetch(`${url}/v1/offers?limit=1`)
  await fetch(`${url}/v1/search?q=quillwort`)
  const { status, text } = await metricsOf(url)
  assert.equal(status, 200)
  assert.match(text, /^http_server_request_duration_count\{[^}]*http_route="\/v1\/offers"[^}]*\} 1/m)
  assert.match(text, /^techbridge_consumer_lag\{[^}]*group="search"/m)
  assert.match(text, /^# TYPE techbridge_outbox_age gauge/m)
  assert.doesNotMatch(text, /quillwort/)
  for (const line of text.trim().split('\n'))
    assert.match(line, /^(#|[a-z_]+(\{.*\})? -?[\d.e+-]+|[a-z_]+(\{.*\})? (NaN|\+Inf))/i)
})

test('metrics go to Prometheus and out by OTLP', async (t) => {
  const receiver = await startOtlpReceiver()
  t.after(() => receiver.close())
  const url = await start(t, {
    METRICS: '1',
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_METRIC_EXPORT_INTERVAL: '200',
  })
  await fetch(`${url}/v1/offers?limit=1`)
  await eventually('the metrics come by OTLP', () => JSON.stringify(receiver).includes('http.server.request.duration'))
  assert.match((await metricsOf(url)).text, /^http_server_request_duration_count/m)
})

test('metrics are not there unless they are switched on', async (t) => {
  assert.equal((await metricsOf(await start(t, {}))).status, 404)
})
