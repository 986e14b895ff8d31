import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Engine } from './engine.ts'
import { type EngineName, engineNames, missingTools } from './index.ts'
import { kinds } from './kinds.ts'
import { runningDataFolders } from './known.ts'
import { tail } from './log.ts'
import { residentMegabytes } from './process.ts'

const help = `Starts Kafka, Elasticsearch and a stand-in for MongoDB on this machine, without Docker.

  npm run engines -- COMMAND [ENGINE…] [--data FOLDER] [--kafka-port PORT] …

  up       start them, wait until they serve, print the variables that point services at them
  down     stop them; the data stay
  status   show pid, port, readiness and memory, also of engines that run elsewhere, such as those of start:cluster
  logs     print the end of their logs

  ENGINE                      ${engineNames.join(', ')}; all of them when none is named
  --data FOLDER               their data, configuration and logs (default .techbridge/engines)
  --kafka-port PORT           ports on 127.0.0.1; by default those from the last time, or free ones
  --elasticsearch-port PORT
  --mongodb-port PORT

TECHBRIDGE_ENGINES_CACHE is where they are installed (default ~/.cache/techbridge/engines).
`

class BadUsage extends Error {}

const readArguments = () => {
  const text = { type: 'string' } as const
  const ports = { 'kafka-port': text, 'elasticsearch-port': text, 'mongodb-port': text }
  const options = { data: text, ...ports, help: { type: 'boolean', default: false } } as const
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    throw new BadUsage((error as Error).message)
  }
}

const isEngineName = (name: string): name is EngineName => (engineNames as readonly string[]).includes(name)

const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new BadUsage(`${text} is no port`)
  return port
}

const up = async (engines: Engine[]) => {
  const missing = missingTools(engines.map(({ kind }) => kind.name))
  if (missing.length > 0) throw new BadUsage(missing.join('\n'))
  for (const engine of engines) {
    await engine.start()
    console.error(`${engine.kind.title} serves on port ${engine.port}`)
  }
  for (const { environment } of engines)
    for (const [name, value] of Object.entries(environment)) console.log(`export ${name}='${value}'`)
}

const down = async (engines: Engine[]) => {
  for (const engine of engines) {
    const wasUp = engine.pid !== undefined
    await engine.stop()
    console.log(`${engine.kind.title} ${wasUp ? 'is down' : 'was not up'}`)
  }
}

const status = async (engines: Engine[]) => {
  for (const engine of engines) {
    const { pid, kind } = engine
    const state =
      pid === undefined
        ? 'down'
        : `pid ${pid}, port ${engine.port}, ${(await engine.isReady()) ? 'ready' : 'not ready'}, ${residentMegabytes(pid)} MB`
    console.log(`${kind.name.padEnd(14)} ${state}`)
  }
  const total = engines.reduce((sum, { pid }) => sum + (pid === undefined ? 0 : (residentMegabytes(pid) ?? 0)), 0)
  if (total > 0) console.log(`${'together'.padEnd(14)} ${total} MB`)
}

const logs = async (engines: Engine[]) => {
  for (const { log } of engines) console.log(`==> ${log}\n${tail(log, 40)}\n`)
}

const commands: Record<string, (engines: Engine[]) => Promise<void>> = { up, down, status, logs }

const main = async () => {
  const { values, positionals } = readArguments()
  if (values.help) return console.log(help)
  const [name = '', ...named] = positionals
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new BadUsage(`the command is one of ${Object.keys(commands).join(', ')}; see --help`)
  const stranger = named.find((engine) => !isEngineName(engine))
  if (stranger) throw new BadUsage(`${stranger} is none of ${engineNames.join(', ')}`)
  const chosen = named.length > 0 ? engineNames.filter((engine) => named.includes(engine)) : engineNames
  const enginesIn = (dataDir: string) =>
    chosen.map(
      (engine) => new Engine(kinds[engine], dataDir, { port: portOf(values[`${engine}-port`]), outlive: true }),
    )
  const dataDir = resolve(values.data ?? join(import.meta.dirname, '../../../.techbridge/engines'))
  await command(enginesIn(dataDir))
  if (values.data !== undefined || name === 'up') return
  for (const elsewhere of runningDataFolders().filter((folder) => folder !== dataDir)) {
    console.log(`\nEngines also run in ${elsewhere} (name it with --data ${elsewhere})`)
    if (name !== 'down') await command(enginesIn(elsewhere))
  }
}

try {
  await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = error instanceof BadUsage ? 2 : 1
}
