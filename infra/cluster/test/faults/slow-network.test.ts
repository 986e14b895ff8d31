import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import {
  engineNames,
  freePorts,
  missingTools,
  startEngines,
  startToxiproxy,
  type ToxicProxy,
} from '@techbridge/engines'
import { openAdapters } from '@techbridge/kit'
import { pino } from 'pino'
import { createLoad } from '../../../local/test/kill/load.ts'
import { checkLog, checkNothingLost } from '../../../local/test/kill/nothing-lost.ts'
import { type Cluster, startCluster } from '../../src/cluster.ts'
import { watchAnswers } from './answers.ts'

const skip =
  process.env.TECHBRIDGE_ENGINES !== '1'
    ? 'set TECHBRIDGE_ENGINES=1 to run on Kafka, MongoDB and Elasticsearch'
    : missingTools([...engineNames, 'toxiproxy']).join('\n') || false

/** Ends tests that would wait for ever, in milliseconds. */
const patience = 120_000
const blackout = 5000

type Load = ReturnType<typeof createLoad>

/** Resolves when imports of both kinds and an agreement have been acknowledged that were not under way before. */
const untilMoreIsDone = async ({ acknowledged: { offers, needs, agreed } }: Load, when: string) => {
  const signal = AbortSignal.timeout(patience)
  const wanted = [
    { of: 'offers', done: offers, size: offers.size + 5 },
    { of: 'needs', done: needs, size: needs.size + 5 },
    { of: 'agreements', done: agreed, size: agreed.size + 2 },
  ]
  for (const { of, done, size } of wanted) {
    while (done.size < size) {
      assert.ok(!signal.aborted, `${of} go on ${when}`)
      await pause(50)
    }
  }
}

const troubles: {
  name: string
  cause(proxy: ToxicProxy): Promise<void>
  last(load: Load, when: string): Promise<void>
}[] = [
  {
    name: 'slow',
    cause: (proxy) => proxy.slow({ latencyMs: 200, jitterMs: 100 }),
    last: untilMoreIsDone,
  },
  { name: 'narrow', cause: (proxy) => proxy.limit(50), last: untilMoreIsDone },
  { name: 'cut again and again', cause: (proxy) => proxy.cutAfter(50_000), last: untilMoreIsDone },
  { name: 'a black hole', cause: (proxy) => proxy.blackhole(), last: () => pause(blackout) },
]

describe('a cluster whose engines are behind a bad network', { skip }, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-slow-network-'))
  const proxies = new Map<string, ToxicProxy>()
  const stops: (() => Promise<void>)[] = []
  let kafka: string
  let cluster: Cluster

  before(async () => {
    const [kafkaProxy] = await freePorts(1)
    const toxiproxy = await startToxiproxy(dataDir)
    stops.unshift(toxiproxy.stop)
    const engines = await startEngines({ dataDir: join(dataDir, 'engines'), kafkaAdvertises: kafkaProxy! })
    stops.unshift(engines.stop)
    for (const name of engineNames)
      proxies.set(name, await toxiproxy.proxy(name, engines[name].port, name === 'kafka' ? kafkaProxy : undefined))
    const address = (name: string) => `127.0.0.1:${proxies.get(name)!.port}`
    kafka = address('kafka')
    const environment = {
      KAFKA_BROKERS: kafka,
      // A client that looks for the members of the set would find their own addresses.
      MONGODB_URI: `mongodb://${address('mongodb')}/?directConnection=true`,
      ELASTICSEARCH_URL: `http://${address('elasticsearch')}`,
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '10000000',
    }
    cluster = await startCluster({ dataDir, host: '127.0.0.1', port: 0, engines, environment })
    stops.unshift(cluster.stop)
  })
  after(async () => {
    for (const stop of stops) await stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('loses no acknowledged write, applies no event twice and answers what is to be answered', async (t) => {
    const pids = cluster.services.map(({ pid }) => pid())
    const answers = watchAnswers(cluster.url)
    const load = createLoad(cluster.url, { pauseMs: 500 })
    try {
      await untilMoreIsDone(load, 'at first')
      for (const { name: trouble, cause, last } of troubles) {
        for (const troubled of [...engineNames.map((name) => [name]), engineNames]) {
          const when = `while ${troubled.join(', ')} ${troubled.length > 1 ? 'are' : 'is'} ${trouble}`
          const those = troubled.map((name) => proxies.get(name)!)
          await Promise.all(those.map(cause))
          await last(load, when)
          await Promise.all(those.map((proxy) => proxy.clear()))
          await untilMoreIsDone(load, `after ${when}`)
          t.diagnostic(`${when}: ${answers.counts()}`)
        }
      }
    } finally {
      await load.stop()
    }
    assert.deepEqual(answers.wrong(), [])
    assert.deepEqual(
      cluster.services.map(({ pid }) => pid()),
      pids,
      'no service has ended',
    )
    await checkNothingLost(t, cluster.url, load.acknowledged)

    await t.test('and the log is whole', async () => {
      const adapters = await openAdapters({ DATA_DIR: dataDir, KAFKA_BROKERS: [kafka] }, pino({ level: 'silent' }))
      await checkLog(adapters.bus, load.acknowledged)
      await adapters.close()
    })
  })
})
