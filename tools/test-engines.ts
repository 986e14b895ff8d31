import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { missingTools, startEngines, startS3 } from '@techbridge/engines'
import { runTests } from './run-tests.ts'
import { closingLine, sum, type TestCounts } from './test-counts.ts'

const test = (workspaces: string[], environment: Record<string, string>) =>
  runTests('npm', ['test', ...workspaces.flatMap((name) => ['-w', name])], { environment })

/** The suites of the distributed adapters, on engines that are started for them. */
const adapters = async (): Promise<TestCounts> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-engines-'))
  const engines = await startEngines({ dataDir })
  const s3 = await startS3IfPossible(dataDir)
  try {
    return await test(['packages/bus', 'packages/store', 'packages/index', 'packages/files', 'packages/runtime'], {
      ...s3?.environment,
      TECHBRIDGE_KAFKA_BROKERS: engines.kafka.brokers.join(','),
      TECHBRIDGE_MONGODB_URI: engines.mongodb.uri,
      TECHBRIDGE_ELASTICSEARCH_URL: engines.elasticsearch.url,
    })
  } finally {
    await s3?.stop()
    await engines.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Go builds the S3 server; without it the suite of that adapter says that it is skipped. */
const startS3IfPossible = async (dataDir: string) => {
  const missing = missingTools(['versitygw'])
  if (missing.length > 0) return void console.error(missing.join('\n'))
  const { endpoint, credentials, engine } = await startS3(dataDir)
  const environment = { TECHBRIDGE_S3: JSON.stringify({ endpoint, credentials }) }
  return { environment, stop: () => engine.stop() }
}

/** Tests that start engines themselves. */
const startingEngines = (workspaces: string[]) => () => test(workspaces, { TECHBRIDGE_ENGINES: '1' })

const parts: Record<string, () => Promise<TestCounts>> = {
  adapters,
  deployment: startingEngines(['infra/engines', 'infra/deploy']),
  cluster: startingEngines(['infra/cluster']),
}

/** Runs what `npm test` skips, all parts or those that are named. */
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name))
const problems =
  unknown.length > 0 ? [`No part ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}.`] : missingTools()
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}

const counts: TestCounts[] = []
for (const [name, run] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) counts.push(await run())
const total = sum(counts)
console.log(closingLine(total))
process.exitCode = total.failed > 0 ? 1 : 0
