import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import {
  engineNames,
  freePorts,
  missingTools,
  startEngines,
  startToxiproxy,
  type ToxicProxy,
} from '@techbridge/engines'
import { startCluster } from '../../src/cluster.ts'
import { watchAnswers } from './answers.ts'
import { onEngines, seeded, underLoad, untilMoreIsDone } from './harness.ts'
import { pairs } from './sample.ts'

const skip = onEngines.skip || missingTools(['toxiproxy']).join('\n') || false

/** Milliseconds of what is not bearable. */
const outage = 5000

interface Trouble {
  name: string
  cause(proxy: ToxicProxy): Promise<void>
  /** Whether requests are answered nonetheless, if later. */
  isBearable: boolean
}

const troubles: Trouble[] = [
  { name: 'slow', cause: (proxy) => proxy.slow({ latencyMs: 200, jitterMs: 100 }), isBearable: true },
  { name: 'narrow', cause: (proxy) => proxy.limit(50), isBearable: true },
  { name: 'cut again and again', cause: (proxy) => proxy.cutAfter(20_000), isBearable: false },
  { name: 'a black hole', cause: (proxy) => proxy.blackhole(), isBearable: false },
]

/** Each engine by itself, and all of them at once. */
const targets = [...engineNames.map((name) => [name]), engineNames]

/** A cluster that reaches each engine through a proxy. */
const openBehindProxies = async (t: TestContext) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-slow-network-'))
  const stops = [async () => rmSync(dataDir, { recursive: true, force: true })]
  t.after(async () => {
    for (const stop of stops) await stop()
  })
  const [kafkaPort] = await freePorts(1)
  const engines = await startEngines({ dataDir: join(dataDir, 'engines'), kafkaAdvertises: kafkaPort! })
  stops.unshift(engines.stop)
  const toxiproxy = await startToxiproxy(dataDir)
  stops.unshift(toxiproxy.stop)
  const proxies = {
    kafka: await toxiproxy.proxy('kafka', engines.kafka.port, kafkaPort),
    elasticsearch: await toxiproxy.proxy('elasticsearch', engines.elasticsearch.port),
    mongodb: await toxiproxy.proxy('mongodb', engines.mongodb.port),
  }
  const environment = {
    KAFKA_BROKERS: `127.0.0.1:${proxies.kafka.port}`,
    ELASTICSEARCH_URL: `http://127.0.0.1:${proxies.elasticsearch.port}`,
    // Direct, as the replica set would give its own address.
    MONGODB_URI: `mongodb://127.0.0.1:${proxies.mongodb.port}/?directConnection=true`,
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE: '10000000',
  }
  const cluster = await startCluster({ dataDir, host: '127.0.0.1', port: 0, engines, environment })
  stops.unshift(cluster.stop)
  return { cluster, dataDir, proxies }
}

test('a slow, narrow or broken network to any engine loses nothing and shows as 503 at worst', {
  ...onEngines,
  skip,
}, async (t) => {
  const random = seeded(t)
  const { cluster, dataDir, proxies } = await openBehindProxies(t)
  const pids = cluster.services.map(({ pid }) => pid())
  const answers = watchAnswers(cluster.url)

  await underLoad(t, { cluster, dataDir }, async (load) => {
    for (const [{ name: trouble, cause, isBearable }, troubled] of pairs(troubles, targets, random)) {
      const what = `${troubled.join(', ')} ${troubled.length > 1 ? 'are' : 'is'} ${trouble}`
      const those = troubled.map((name) => proxies[name])
      await Promise.all(those.map(cause))
      await (isBearable ? untilMoreIsDone(load, `while ${what}`) : pause(outage))
      await Promise.all(those.map((proxy) => proxy.clear()))
      if (!isBearable) await untilMoreIsDone(load, `after the time in which ${what}`)
      t.diagnostic(`${what}: ${answers.counts()}`)
    }
  })
  assert.match(answers.counts(), /× 200/)
  assert.deepEqual(answers.wrong(), [])
  assert.deepEqual(
    cluster.services.map(({ pid }) => pid()),
    pids,
    'no service has ended',
  )
})
