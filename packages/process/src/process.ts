import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { type Engine, rowOf, type ServiceName } from '@techbridge/contracts'
import type { Embedder } from '@techbridge/embedder'
import type { Files } from '@techbridge/files'
import {
  type AccessTokens,
  cachedReadiness,
  createAccessTokens,
  createApp,
  createStartingApp,
  eitherIssuer,
  type HttpService,
  jwtAuthenticator,
  listen,
  operationsRoutes,
  type RunningServer,
  refusingRevoked,
  remembering,
  remoteKeys,
  type SignIns,
} from '@techbridge/http'
import {
  type Clock,
  createSeal,
  type ServiceDependencies,
  type StreamLimits,
  systemClock,
  type TxtRecords,
  watchEventFlow,
  watchRevocations,
} from '@techbridge/runtime'
import type { Translator } from '@techbridge/translator'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { type Adapters, openAdapters, openFiles } from './adapters.ts'
import { BadConfig } from './bad-config.ts'
import { configOf, describeConfig, type ProcessConfig, readConfig } from './config.ts'
import { type Control, serveControl } from './data-folder/control.ts'
import { filesOf, isDatabase } from './data-folder/files.ts'
import { checkFormat } from './data-folder/format.ts'
import { ownDataFolder } from './data-folder.ts'
import { createDevelopmentIssuer } from './dev-issuer.ts'
import { openChosenEmbedder } from './embedder.ts'
import { defaultLargestFile } from './file-settings.ts'
import { inOrder } from './in-order.ts'
import { createLogger } from './log.ts'
import { readOrCreateFile } from './read-or-create-file.ts'
import { retryWhileUnavailable } from './retry-while-unavailable.ts'
import { followRevocations } from './revocations.ts'
import { openSignIns } from './sign-ins.ts'
import { startTelemetry, type Telemetry } from './telemetry.ts'
import { openTranslator } from './translation.ts'
import { startWorkers, type Workers } from './workers/workers.ts'

/** Composes a service from what services may need; each uses what it declares. */
export type CreateService = (
  dependencies: ServiceDependencies & {
    indexes: ReturnType<Adapters['indexesOf']>
    streamLimits: StreamLimits
    unassessedPairs: ProcessConfig['UNASSESSED_PAIRS']
    proposing: { threshold: number; most: number }
    txtRecords: TxtRecords
    translator: Translator | undefined
    embedder: Embedder | undefined
    files: Files
    accessTokens: AccessTokens
    signIns: SignIns
    /** Bytes that one file may have. */
    largestFile: number
  },
) => Promise<HttpService>

export interface ProcessOptions {
  config: ProcessConfig
  services: Record<string, CreateService>
  log: Logger
  clock?: Clock
  pages?: RequestHandler
  /** Responds to `GET /metrics`. */
  metrics?: RequestListener
  /** What the program does itself once it serves. It may fail when the process is asked to end meanwhile. */
  onceServing?: (url: string) => Promise<void>
}

type Composed = Awaited<ReturnType<typeof composeOn>>

/**
 * Services on their adapters behind one HTTP app: what production, `npm start` and the tests all run. Waits for unavailable engines
 * until `signal` aborts.
 */
export const composeProcess = async (options: ProcessOptions, signal?: AbortSignal): Promise<Composed> => {
  const { config, log } = options
  ownDataFolder(config.DATA_DIR)
  if (!config.KAFKA_BROKERS)
    for (const { to, what } of await checkFormat(config.DATA_DIR))
      log.info({ format: to, what }, 'data folder upgraded')
  const adapters = await openAdapters(config, log)
  const workers = config.WORKERS > 0 ? startWorkers(config.WORKERS, log) : undefined
  let embedder: Embedder | undefined
  try {
    embedder = 'matching' in options.services ? await openChosenEmbedder(config, log) : undefined
    return await composeOn(adapters, { workers, embedder }, options, signal)
  } catch (error) {
    await embedder?.close()
    await workers?.stop()
    await adapters.close().catch((err) => log.warn({ err }, 'not all engines were closed'))
    throw error
  }
}

const shortestSecret = 32

/** Services open their databases after the secret is made; only the event log is there before. */
const holdsRecords = (dataDir: string) =>
  existsSync(dataDir) && filesOf(dataDir).some((name) => isDatabase(name) && name !== 'events.db')

/** The secret of the data folder. A new folder gets one; one with records that has lost it is refused. */
export const keptSecret = async (dataDir: string): Promise<string> => {
  const file = join(dataDir, 'secret')
  if (!existsSync(file) && holdsRecords(dataDir))
    throw new BadConfig(
      `${file}: is missing, and the folder holds records that were made with it. Put it back from a backup, or set SECRET if that was used. With another secret, rows that were imported before are imported again as new records. To accept that, write ${shortestSecret} random characters or more into the file`,
    )
  const secret = await readOrCreateFile(file, () => randomBytes(32).toString('hex'))
  // A power cut leaves files of the right length that hold zeros alone.
  if (secret.replaceAll('\0', '').trim().length >= shortestSecret) return secret
  throw new BadConfig(
    `${file}: must hold ${shortestSecret} characters or more. Put back the secret that was there, from a backup: ids and tokens depend on it. In a new data folder remove the file, and another is made`,
  )
}

const mayUse = (service: string, engine: Engine): boolean => rowOf(service)?.engines.includes(engine) ?? true

/** A service that used an undeclared engine would have no setting for it, and so keep its data in a file. */
const checkEngine = (service: string, engine: Engine) => {
  if (!mayUse(service, engine))
    throw new Error(`${service} uses ${engine}, which its row in packages/contracts/src/services.ts does not name`)
}

const keepsFiles = (service: string) => rowOf(service)?.files === true

const composeOn = async (
  adapters: Adapters,
  { workers, embedder }: { workers: Workers | undefined; embedder: Embedder | undefined },
  options: ProcessOptions,
  signal?: AbortSignal,
) => {
  const { config, services, log, clock = systemClock, pages, metrics } = options
  const { bus } = adapters
  const secret = config.SECRET ?? (await keptSecret(config.DATA_DIR))
  const seal = createSeal(secret)
  const opened = Object.keys(services).some(keepsFiles) ? await openFiles(config, secret, () => clock.now()) : undefined
  const translator = openTranslator(config)
  const settings = {
    issuer: config.AUTH_ISSUER,
    audience: config.AUTH_AUDIENCE,
    maxAge: config.AUTH_MAX_TOKEN_AGE,
  }
  const issuer =
    config.AUTH_DEV === '1'
      ? await createDevelopmentIssuer(join(config.DATA_DIR, 'development-key.json'), settings)
      : undefined
  const ofIssuer = jwtAuthenticator(issuer?.keys ?? remoteKeys(config.AUTH_JWKS_URL as string), settings)
  const accessTokens = createAccessTokens(secret, config.AUTH_AUDIENCE)
  const revocations = followRevocations(bus, settings.maxAge, log)
  const authenticate = refusingRevoked(remembering(eitherIssuer(accessTokens.authenticate, ofIssuer)), revocations)
  const running: HttpService[] = []
  for (const [name, create] of Object.entries(services)) {
    const dependencies = {
      bus,
      clock,
      seal,
      // A store in files belongs to this process alone: it publishes at once what an earlier one left.
      instance: config.MONGODB_URI ? undefined : 'only',
      offload: workers?.offload,
      log: log.child({ service: name }),
      streamLimits: {
        inAll: config.STREAMS,
        perOrganisation: config.STREAMS_PER_ORGANISATION,
        perCaller: config.STREAMS_PER_CALLER,
      },
      unassessedPairs: config.UNASSESSED_PAIRS,
      proposing: { threshold: config.PROPOSE_FROM, most: config.PROPOSALS_PER_PUBLICATION },
      txtRecords: adapters.txtRecords,
      translator,
      embedder,
      largestFile: config.LARGEST_FILE ?? defaultLargestFile,
      accessTokens,
      signIns: openSignIns(config.SIGN_IN_ISSUERS ?? [], ofIssuer, seal),
      get files() {
        if (!opened || !keepsFiles(name)) throw new Error(`${name} keeps files, which its row does not say`)
        return opened.files
      },
      get store() {
        checkEngine(name, 'mongodb')
        return adapters.storeOf(name)
      },
      get indexes() {
        checkEngine(name, 'elasticsearch')
        return adapters.indexesOf(name)
      },
    }
    // A copy of the dependencies, in which a test replaces one of them, would otherwise use every engine.
    Object.defineProperty(dependencies, 'store', { enumerable: mayUse(name, 'mongodb') })
    Object.defineProperty(dependencies, 'files', { enumerable: keepsFiles(name) })
    Object.defineProperty(dependencies, 'indexes', { enumerable: mayUse(name, 'elasticsearch') })
    running.push(await retryWhileUnavailable(() => create(dependencies), log, signal))
  }

  const app = createApp({
    routes: [...running.flatMap(({ routes }) => routes), ...operationsRoutes(bus, running), ...(issuer?.routes ?? [])],
    authenticate,
    log,
    ready: cachedReadiness(adapters.ping),
    reports: () => ({ revocations: revocations.state() }),
    trustProxy: config.TRUST_PROXY,
    requestsPerMinute: config.REQUESTS_PER_MINUTE,
    pseudonym: (subject) => seal.id('subject', subject),
    pages,
    metrics,
  })
  return {
    app,
    bus,
    services: running,
    start: async () => {
      watchRevocations(revocations.age)
      await revocations.start()
      await Promise.all(running.map((service) => service.start()))
    },
    /** The engines stay open until `drained`, as requests may still be running. A failure does not keep the rest from being closed. */
    stop: (drained?: Promise<void>) =>
      inOrder([
        ...running.map((service) => () => service.stop()),
        () => drained,
        () => revocations.stop(),
        () => workers?.stop(),
        () => embedder?.close(),
        () => opened?.files.close(),
        () => opened?.keys.close(),
        () => adapters.close(),
      ]),
  }
}

/**
 * Runs until SIGTERM or SIGINT, then finishes running work and exits with 0, or with 1 when something could not be closed. It listens
 * at once, and returns when it is composed and `onceServing` is done.
 */
export const runProcess = async (options: ProcessOptions) => {
  const { config, log, services } = options
  const names = Object.keys(services)
  const starting = new AbortController()
  let server: RunningServer | undefined
  let telemetry: Telemetry | undefined
  let started: Promise<Composed> | undefined
  let control: Control | undefined

  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= (async () => {
      log.info('stopping')
      starting.abort()
      const drained = server?.drain()
      const composed = await started?.catch(() => undefined)
      await inOrder([() => control?.close(), () => composed?.stop(drained), () => drained, () => telemetry?.stop()])
    })()
    return stopping
  }
  const end = endOnSignal(stop, (err) => log.error({ err }, 'not everything was stopped in good order'))

  try {
    let handle: RequestListener = createStartingApp(log)
    server = await listen((request, response) => handle(request, response), config.HOST, config.PORT)
    log.info({ url: server.url }, 'listening')
    telemetry = await startTelemetry(names.length === 1 ? `techbridge-${names[0]}` : 'techbridge', {
      prometheus: config.METRICS === '1',
    })
    started = composeProcess({ ...options, metrics: telemetry.metrics }, starting.signal).then(async (composed) => {
      watchEventFlow(composed.bus)
      await composed.start()
      return composed
    })
    const composed = await started
    control = await serveControl(config.DATA_DIR, log)
    handle = composed.app
    log.info('serving')
    await options.onceServing?.(server.url)
    return { ...composed, url: server.url, stop }
  } catch (error) {
    if (stopping) return await end()
    throw error
  }
}

/** Ends the process on SIGTERM or SIGINT: with 0 when `stop` succeeds, otherwise with 1 after `failed`. Returns a function that does the same. */
export const endOnSignal = (stop: () => Promise<void>, failed: (error: unknown) => void) => {
  const end = async (): Promise<never> => {
    const code = await stop().then(
      () => 0,
      (error) => {
        failed(error)
        return 1
      },
    )
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end())
  return end
}

const lookMs = 500

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The parent of the shell with this pid; `undefined` when it is not a shell, or without `ps`. */
const parentOfShell = (pid: number): number | undefined => {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
  const [, parent, name = ''] = /^\s*(\d+)\s+(\S+)/.exec(stdout ?? '') ?? []
  return parent !== undefined && /(^|\/)-?(ba|da|z|k)?sh$/.test(name) ? Number(parent) : undefined
}

/**
 * Ends the process when npm, which started it, has gone: a signal to npm alone ends npm's shell and does not arrive here. Only scripts
 * that npm runs in the foreground use this.
 */
export const endWithNpm = (environment: NodeJS.ProcessEnv = process.env): void => {
  if (environment.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  const npm = parentOfShell(shell)
  const looks = setInterval(() => {
    if (process.ppid === shell && (npm === undefined || isRunning(npm))) return
    clearInterval(looks)
    process.kill(process.pid, 'SIGTERM')
  }, lookMs)
  looks.unref()
}

/** The `main.ts` of a single service. */
export const runService = async (name: ServiceName, create: CreateService) => {
  await explainFailure(async () => {
    const schema = configOf(name)
    const help = `Runs the ${name} service. Settings, from the environment:\n\n${describeConfig(schema)}`
    const unknown = process.argv.slice(2).find((argument) => argument !== '--help')
    if (unknown) throw new BadConfig(`${unknown}: is no flag of this program\n\n${help}`)
    if (process.argv.includes('--help')) return void console.log(help)
    const config = readConfig(process.env, schema)
    await runProcess({ config, services: { [name]: create }, log: createLogger(config) })
  })
}

/** Runs `work`; a failure that a person can fix is printed as a sentence, without a stack. */
export const explainFailure = async (work: () => Promise<void>) => {
  try {
    await work()
  } catch (error) {
    if (error instanceof BadConfig) console.error(`Cannot start, the settings are wrong.\n${error.message}`)
    else if (error instanceof Error) console.error(`Cannot start: ${error.message}`)
    else throw error
    process.exit(1)
  }
}
