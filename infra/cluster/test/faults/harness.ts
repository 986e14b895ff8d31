import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { missingTools } from '@techbridge/engines'
import { settled } from '@techbridge/local'
import { sampleRows } from '@techbridge/local/sample'
import { openAdapters } from '@techbridge/process'
import { eventually as eventuallyWithin } from '@techbridge/testkit'
import { checkLog, checkNothingLost, createLoad, type Load } from '@techbridge/testkit/faults'
import { pino } from 'pino'
import { type Cluster, type ClusterOptions, startCluster } from '../../src/cluster.ts'
import { newSeed, type Random, randomFrom } from './sample.ts'

export const skip =
  process.env.TECHBRIDGE_ENGINES !== '1'
    ? 'set TECHBRIDGE_ENGINES=1 to run on Kafka, MongoDB and Elasticsearch'
    : missingTools().join('\n') || false

/** For tests that need the engines. One that gets stuck fails after half an hour. */
export const onEngines = { skip, timeout: 1_800_000 }

/** Random numbers that TECHBRIDGE_SEED repeats; the seed is printed. */
export const seeded = (t: TestContext): Random => {
  const seed = newSeed()
  t.diagnostic(`TECHBRIDGE_SEED=${seed}`)
  return randomFrom(seed)
}

/** Milliseconds after which what should have gone on has not. */
const patience = 600_000

/** A cluster of its own, which ends with the test, or as the steady load that it is under. */
export const openCluster = async (t: TestContext, options: Partial<ClusterOptions> = {}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-cluster-'))
  const environment = { LOG_LEVEL: 'error', REQUESTS_PER_MINUTE: '10000000', ...options.environment }
  const cluster = await startCluster({ dataDir, host: '127.0.0.1', port: 0, ...options, environment })
  t.after(async () => {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return { cluster, dataDir }
}

/** Runs `work` while the cluster is under a steady load, then checks that nothing was lost and nothing was done twice. */
export const underLoad = async (
  t: TestContext,
  { cluster, dataDir }: { cluster: Cluster; dataDir: string },
  work: (load: Load) => Promise<void>,
) => {
  const load = createLoad(cluster.url, sampleRows, { pauseMs: 500 })
  try {
    await untilMoreIsDone(load, 'before the trouble begins')
    await work(load)
    await untilMoreIsDone(load, 'after the trouble')
  } finally {
    await load.stop()
  }
  await cluster.ready()
  await checkNothingLost(t, cluster.url, settled, load.acknowledged)
  await t.test('the log is whole', async () => {
    const settings = { DATA_DIR: dataDir, KAFKA_BROKERS: cluster.engines.kafka.brokers }
    const adapters = await openAdapters(settings, pino({ level: 'silent' }))
    try {
      await checkLog(adapters.bus, load.acknowledged)
    } finally {
      await adapters.close()
    }
  })
}

/** Resolves when imports of both kinds have been acknowledged that were not under way before, and agreements have. */
export const untilMoreIsDone = async ({ acknowledged: { offers, needs, agreed } }: Load, when: string) => {
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

/** Resolves when `holds` does; fails after a time that is long enough for anything here. */
export const eventually = (what: string, holds: () => Promise<boolean>) => eventuallyWithin(what, holds, patience)
