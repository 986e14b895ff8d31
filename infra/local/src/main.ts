import { signIn } from '@techbridge/client'
import { installedModel } from '@techbridge/embedder'
import {
  createLogger,
  describeConfig,
  endWithNpm,
  explainFailure,
  readConfig,
  readFlags,
  runProcess,
} from '@techbridge/process'
import { docsPages } from '@techbridge/service-gateway/docs-page'
import { transferOffice } from './accounts.ts'
import { loadSample, settled } from './load-sample.ts'
import { developmentPages } from './pages.ts'
import { services } from './services.ts'
import { welcome } from './welcome.ts'

const help = `Runs all of Techbridge in one process on embedded engines.

  npm start -- [--port PORT] [--data FOLDER] [--empty]

  --port PORT     port to listen on (default 8080)
  --data FOLDER   where the data is kept (default .techbridge)
  --empty         do not load the sample data

Settings, from the environment:

${describeConfig()}`

const flags = {
  port: { type: 'string' },
  data: { type: 'string' },
  empty: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

await explainFailure(async () => {
  const given = readFlags(flags, help)
  if (given.help) return void console.log(help)
  const model = process.env.EMBEDDINGS_URL ? undefined : installedModel()
  const config = readConfig({
    AUTH_DEV: '1',
    WORKERS: '1',
    ...(model && { MODEL_DIR: model }),
    ...process.env,
    ...(given.port !== undefined && { PORT: given.port }),
    ...(given.data !== undefined && { DATA_DIR: given.data }),
  })
  const log = createLogger(config, 'stderr')
  endWithNpm()
  let api = ''
  const greet = async (url: string) => {
    api = url
    if (config.AUTH_DEV !== '1') return void console.log(`Techbridge is up at ${url}`)
    console.log(`The console is at ${url}/`)
    const officer = await signIn(url, 'officer', transferOffice)
    if (!given.empty && (await loadSample(officer, config.DATA_DIR))) await settled(officer)
    console.log(await welcome(url, officer))
  }
  const pages = config.AUTH_DEV === '1' ? developmentPages(() => api) : docsPages()
  await runProcess({ config, services, log, pages, onceServing: greet })
})
