import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { missingTools, startEngines } from '@techbridge/engines'
import { runTests } from './run-tests.ts'
import { closingLine, sum } from './test-counts.ts'

/**
 * Runs what `npm test` skips: the suites of the distributed adapters on real engines, which it starts, then the tests that start
 * engines themselves: of the engines, of the deployment files and of the cluster.
 */
const missing = missingTools()
if (missing.length > 0) {
  console.error(missing.join('\n'))
  process.exit(1)
}

const test = (workspaces: string[], environment: Record<string, string>) =>
  runTests('npm', ['test', ...workspaces.flatMap((name) => ['-w', name])], environment)

const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-engines-'))
const engines = await startEngines({ dataDir })
const adapters = await test(['packages/bus', 'packages/store', 'packages/index'], {
  TECHBRIDGE_KAFKA_BROKERS: engines.kafka.brokers.join(','),
  TECHBRIDGE_MONGODB_URI: engines.mongodb.uri,
  TECHBRIDGE_ELASTICSEARCH_URL: engines.elasticsearch.url,
})
await engines.stop()
rmSync(dataDir, { recursive: true, force: true })

const system = await test(['infra/engines', 'infra/deploy', 'infra/cluster'], { TECHBRIDGE_ENGINES: '1' })
const counts = sum([adapters, system])
console.log(closingLine(counts))
process.exitCode = counts.failed > 0 ? 1 : 0
