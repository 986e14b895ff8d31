import { signIn } from '@techbridge/client'
import { missingTools } from '@techbridge/engines'
import { loadSample, settled, transferOffice, welcome } from '@techbridge/local'
import { BadConfig, endOnSignal, endWithNpm, explainFailure, readFlags } from '@techbridge/process'
import { startCluster } from './cluster.ts'

const help = `Runs every service of Techbridge as its own process on Kafka, MongoDB's stand-in and Elasticsearch, behind one port.

  npm run start:cluster -- [--port PORT] [--data FOLDER] [--instances NUMBER] [--empty]

  --port PORT          port of the gateway (default 8080)
  --data FOLDER        where the engines keep their data (default .techbridge/cluster)
  --instances NUMBER   processes of each service (default 1)
  --empty              do not load the sample data

It needs about 2 GB of memory with one instance of each service, and 1 GB more for each further instance of all. The stand-in
for MongoDB takes more as data grow. npm run engines -- status shows what the engines use now.

An engine or a service that ends is restarted, and this is reported here. The services' logs are in logs/ of the data folder.`

const flags = {
  port: { type: 'string', default: '8080' },
  data: { type: 'string', default: '.techbridge/cluster' },
  instances: { type: 'string', default: '1' },
  empty: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

const wholeNumber = (flag: string, text: string, lowest: number, highest: number) => {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= lowest && number <= highest) return number
  throw new BadConfig(`--${flag}: must be a whole number from ${lowest} to ${highest}\n\n${help}`)
}

const memoryLine = (memory: Record<string, number>) => {
  const total = Object.values(memory).reduce((sum, megabytes) => sum + megabytes, 0)
  const parts = Object.entries(memory).map(([name, megabytes]) => `${name} ${megabytes} MB`)
  return `Memory now: ${total} MB (${parts.join('; ')})\n`
}

await explainFailure(async () => {
  const given = readFlags(flags, help)
  if (given.help) return void console.log(help)
  const port = wholeNumber('port', given.port, 0, 65_535)
  const instances = wholeNumber('instances', given.instances, 1, 6)
  const missing = missingTools()
  if (missing.length > 0) throw new BadConfig(missing.join('\n'))
  endWithNpm()
  const tell = (message: string) => console.error(message)
  const cluster = await startCluster({ dataDir: given.data, host: '127.0.0.1', port, instances, tell })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= cluster.stop())
  const end = endOnSignal(stop, (error) => console.error(`Not everything was stopped in good order: ${error}`))
  try {
    if (!given.empty) tell('Loading the sample data')
    const officer = await signIn(cluster.url, 'officer', transferOffice)
    if (!given.empty && (await loadSample(officer, given.data))) await settled(officer)
    console.log(await welcome(cluster.url, officer))
    console.log(memoryLine(cluster.memory()))
  } catch (error) {
    if (stopped) return await end()
    throw error
  }
})
