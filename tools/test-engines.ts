import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { missingTools, startEngines } from '@techbridge/engines'

/** Runs the conformance suites of the distributed adapters and the cluster's tests on real engines, which it starts. */
const missing = missingTools()
if (missing.length > 0) {
  console.error(missing.join('\n'))
  process.exit(1)
}

const run = async (workspaces: string[], environment: Record<string, string>) => {
  const child = spawn('npm', ['test', ...workspaces.flatMap((name) => ['-w', name])], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0
}

const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-engines-'))
const engines = await startEngines({ dataDir })
const addresses = {
  TECHBRIDGE_KAFKA_BROKERS: engines.kafka.brokers.join(','),
  TECHBRIDGE_MONGODB_URI: engines.mongodb.uri,
  TECHBRIDGE_ELASTICSEARCH_URL: engines.elasticsearch.url,
}
const adapters = await run(['packages/bus', 'packages/store', 'packages/index'], addresses)
await engines.stop()
rmSync(dataDir, { recursive: true, force: true })

const system = await run(['infra/engines', 'infra/cluster'], { TECHBRIDGE_ENGINES: '1' })
process.exitCode = adapters && system ? 0 : 1
