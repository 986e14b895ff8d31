import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { type OtlpReceiver, type Span, startOtlpReceiver } from '@techbridge/testkit'
import { type Cluster, startCluster } from '../src/cluster.ts'
import { eventually, skip } from './faults/harness.ts'

const run = promisify(execFile)
const root = new URL('../../../', import.meta.url).pathname

describe('every service as its own process, on the real engines', { skip }, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-cluster-'))
  let cluster: Cluster
  let receiver: OtlpReceiver

  before(async () => {
    receiver = await startOtlpReceiver()
    const environment = {
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_BSP_SCHEDULE_DELAY: '200',
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '10000000',
    }
    cluster = await startCluster({ dataDir, host: '127.0.0.1', port: 0, environment })
  })
  after(async () => {
    await cluster?.stop()
    await receiver?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('plays the demo unchanged', async () => {
    const { stdout } = await run('npx', ['techbridge', 'demo', '--url', cluster.url], { cwd: root })
    assert.match(stdout, /The story came true/)
  })

  test('one trace leads from the HTTP request through Kafka to matching and search, another to licensing', async () => {
    const span = (service: string, ending: string) =>
      receiver.spans.find(({ service: of, name }) => of === `techbridge-${service}` && name.endsWith(ending))
    const followers = (from: Span | undefined) =>
      receiver.spans.filter(({ traceId, name }) => traceId === from?.traceId && name.includes(' takes '))
    const publication = () => span('offers', '/v1/offers/{id}/publish')
    const acceptance = () => followed('matching', '/v1/matches/{id}/accept', 'licensing')
    const followed = (service: string, route: string, by: string) =>
      receiver.spans.find(
        (one) =>
          one.service === `techbridge-${service}` &&
          one.name.endsWith(route) &&
          followers(one).some(({ service }) => service === `techbridge-${by}`),
      )

    // An event may be delivered twice: then it is followed by two spans of one service.
    const takers = () => new Set(followers(publication()).map(({ service }) => service))
    await eventually('the spans have come', async () => takers().size >= 2 && !!acceptance())
    assert.deepEqual(takers(), new Set(['techbridge-matching', 'techbridge-search']))
    for (const cause of [publication()!, acceptance()!])
      for (const { parentSpanId } of followers(cause)) assert.equal(parentSpanId, cause.spanId)
  })
})
