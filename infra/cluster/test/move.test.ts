import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { openSqliteBus } from '@techbridge/bus'
import { openKafkaBus } from '@techbridge/bus/kafka'
import type { CloudEvent, Topic } from '@techbridge/contracts'
import { topics } from '@techbridge/contracts'
import { type Engines, startEngines } from '@techbridge/engines'
import { settled } from '@techbridge/local'
import { sampleRows } from '@techbridge/local/sample'
import { type Acknowledged, checkNothingLost, createLoad, createVictim } from '@techbridge/testkit/faults'
import { startCluster } from '../src/cluster.ts'
import { eventually, onEngines } from './faults/harness.ts'

const root = new URL('../../../', import.meta.url).pathname
const main = join(root, 'packages/cli/src/main.ts')

describe('an embedded system that moves to engines', onEngines, () => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-move-'))
  const data = join(folder, 'embedded')
  let engines: Engines
  let acknowledged: Acknowledged

  const techbridge = (args: string[], environment: Record<string, string> = {}) =>
    promisify(execFile)(process.execPath, [main, ...args], { env: { ...process.env, ...environment } })
  const move = (environment: Record<string, string> = engines.environment) =>
    techbridge(['move', '--data', data], environment)
  const refused = async (environment?: Record<string, string>): Promise<string> => {
    const { code, stderr } = await move(environment).then(
      () => assert.fail('it was moved'),
      (error) => error,
    )
    assert.equal(code, 1)
    return stderr
  }

  before(async () => {
    engines = await startEngines({ dataDir: join(folder, 'engines') })
    const victim = await createVictim(join(root, 'infra/local/src/main.ts'), data)
    await victim.start()
    const load = createLoad(victim.url, sampleRows)
    acknowledged = load.acknowledged
    await eventually('the load has done something of everything', async () =>
      Object.values(acknowledged).every(({ size }) => size > 0),
    )
    await load.stop()
    assert.match(await refused(), /Techbridge runs on/)
    // What is killed leaves events in outboxes and groups behind the log.
    await victim.kill()
  })
  after(async () => {
    await engines?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** As they are stored: what the contract does not know is moved too. */
  const eventsOf = async () => {
    const bus = openSqliteBus(join(data, 'events.db'))
    const events: CloudEvent[] = []
    for await (const { event } of bus.read({ topics: Object.keys(topics) as Topic[], live: false })) events.push(event)
    await bus.close()
    return events
  }

  test('goes on where it was cut off, and then is all there, in the same places', async () => {
    await refused({ ...engines.environment, KAFKA_BROKERS: '127.0.0.1:9' })
    const events = await eventsOf()
    const target = await openKafkaBus({ brokers: engines.kafka.brokers, clientId: 'test' })
    await target.publish(events.slice(0, 7))
    await target.close()
    const { stdout } = await move()
    assert.match(stdout, new RegExp(`^Moved \\d+ documents and ${events.length} events`))
    assert.match(await refused(), /were moved|was moved/)
  })

  test('serves on the engines: nothing is lost, nothing is there twice, matches go on', async (t) => {
    const cluster = await startCluster({
      dataDir: join(folder, 'cluster'),
      host: '127.0.0.1',
      port: 0,
      engines,
      environment: {
        SECRET: readFileSync(join(data, 'secret'), 'utf8'),
        LOG_LEVEL: 'error',
        REQUESTS_PER_MINUTE: '10000000',
      },
    })
    t.after(cluster.stop)
    await cluster.ready()
    for (const model of ['search', 'matching']) await techbridge(['rebuild', model, '--url', cluster.url])
    await checkNothingLost(t, cluster.url, settled, acknowledged)
    const later = createLoad(cluster.url, sampleRows)
    await eventually('matches go on to agreements', async () => later.acknowledged.agreed.size > 0)
    await later.stop()
  })
})
