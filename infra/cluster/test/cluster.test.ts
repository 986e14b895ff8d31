import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { missingTools } from '@techbridge/engines'
import { openAdapters } from '@techbridge/kit'
import { pino } from 'pino'
import { createLoad } from '../../local/test/kill/load.ts'
import { checkLog, checkNothingLost } from '../../local/test/kill/nothing-lost.ts'
import { type Cluster, startCluster } from '../src/cluster.ts'
import { traceReceiver } from './trace-receiver.ts'

const run = promisify(execFile)
const root = new URL('../../../', import.meta.url).pathname
const rounds = 20
const skip =
  process.env.TECHBRIDGE_ENGINES !== '1'
    ? 'set TECHBRIDGE_ENGINES=1 to run on Kafka, MongoDB and Elasticsearch'
    : missingTools().join('\n') || false

describe('every service as its own process, on the real engines', { skip }, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-cluster-'))
  let cluster: Cluster
  let receiver: Awaited<ReturnType<typeof traceReceiver>>

  before(async () => {
    receiver = await traceReceiver()
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

  test('one trace leads from the HTTP request through Kafka to matching and search', async () => {
    await pause(1000)
    const publication = receiver
      .spans()
      .find(({ service, route }) => service === 'techbridge-offers' && route === '/v1/offers/{id}/publish')
    assert.ok(publication, 'the request that published the offer is recorded')
    const followers = receiver
      .spans()
      .filter(({ traceId, name }) => traceId === publication.traceId && name.includes('takes'))
    assert.deepEqual(
      new Set(followers.map(({ service }) => service)),
      new Set(['techbridge-matching', 'techbridge-search']),
    )
    for (const { parentSpanId } of followers) assert.equal(parentSpanId, publication.spanId)

    const agreement = receiver
      .spans()
      .find(({ service, name }) => service === 'techbridge-licensing' && name.includes('match.agreed'))
    const acceptance = receiver.spans().find(({ spanId }) => spanId === agreement?.parentSpanId)
    assert.deepEqual([acceptance?.service, acceptance?.route], ['techbridge-matching', '/v1/matches/{id}/accept'])
  })

  test(`services killed ${rounds} times under load lose no acknowledged write and apply no event twice`, async (t) => {
    const load = createLoad(cluster.url, { pauseMs: 1000 })
    for (let round = 1; round <= rounds; round++) {
      await pause(200 + Math.random() * 600)
      await cluster.services[round % cluster.services.length]!.kill()
      await cluster.ready()
    }
    await load.stop()
    await checkNothingLost(t, cluster.url, load.acknowledged)

    await t.test('and the log is whole', async () => {
      const settings = { DATA_DIR: dataDir, KAFKA_BROKERS: cluster.engines.kafka.brokers }
      const adapters = await openAdapters(settings, pino({ level: 'silent' }))
      await checkLog(adapters.bus, load.acknowledged)
      await adapters.close()
    })
  })
})
