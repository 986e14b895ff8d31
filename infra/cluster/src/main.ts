import { parseArgs } from 'node:util'
import { missingTools } from '@techbridge/engines'
import { BadConfig, explainFailure } from '@techbridge/kit'
import { loadSample, settled, signIn, transferOffice, welcome } from '@techbridge/local'
import { startCluster } from './cluster.ts'

const help = `Runs every service of Techbridge as its own process on Kafka, MongoDB's stand-in and Elasticsearch, behind one port.

  npm run start:cluster -- [--port PORT] [--data FOLDER] [--empty]

  --port PORT     port of the gateway (default 8080)
  --data FOLDER   where the engines keep their data (default .techbridge/cluster)
  --empty         do not load the sample data`

const readArguments = () => {
  try {
    const options = {
      port: { type: 'string', default: '8080' },
      data: { type: 'string', default: '.techbridge/cluster' },
      empty: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    } as const
    return parseArgs({ options }).values
  } catch (error) {
    throw new BadConfig(`${(error as Error).message}\n\n${help}`)
  }
}

await explainFailure(async () => {
  const given = readArguments()
  if (given.help) return void console.log(help)
  const missing = missingTools()
  if (missing.length > 0) throw new BadConfig(missing.join('\n'))
  const cluster = await startCluster({ dataDir: given.data, host: '127.0.0.1', port: Number(given.port) })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void cluster.stop().then(() => process.exit(0)))
  }
  const officer = await signIn(cluster.url, 'officer', transferOffice)
  if (!given.empty && (await loadSample(officer, given.data))) await settled(officer)
  console.log(await welcome(cluster.url, officer))
})
