import { join, resolve } from 'node:path'
import { type ServiceName, serviceNames } from '@techbridge/contracts'
import { type Engines, engineNames, residentMegabytes, startEngines } from '@techbridge/engines'
import { listen } from '@techbridge/http'
import { developmentPages } from '@techbridge/local'
import { keptSecret } from '@techbridge/process'
import { createGateway } from '@techbridge/service-gateway'
import { type ServiceProcess, startService, untilReady } from './children.ts'
import { superviseEngine } from './supervise.ts'

export type { ServiceProcess }

export interface ClusterOptions {
  /** Holds the engines' data and the development keys. */
  dataDir: string
  host: string
  /** Of the gateway; 0 selects a free one. */
  port: number
  /** Processes of each service. */
  instances?: number
  /** Engines that are already running and left running; by default the cluster starts its own. */
  engines?: Engines
  /** Settings of the services, which override those of the engines. */
  environment?: Record<string, string>
  /**
   * For people: engines that end are restarted, the services' logs are kept in `logs` below `dataDir`, and this is called with a
   * sentence about each event. Without it engines that end stay down, as tests need it.
   */
  tell?: (message: string) => void
}

/** Kafka, MongoDB's stand-in and Elasticsearch, every service as a process or several, and a gateway in front of them. */
export const startCluster = async (options: ClusterOptions) => {
  const { dataDir, host, port, instances = 1, environment = {}, tell } = options
  tell?.('Starting Kafka, Elasticsearch and the stand-in for MongoDB')
  const engines = options.engines ?? (await startEngines({ dataDir: join(dataDir, 'engines'), reuse: true }))
  const secret = await keptSecret(dataDir)
  const settings = {
    ...process.env,
    ...engines.environment,
    AUTH_DEV: '1',
    DATA_DIR: dataDir,
    SECRET: secret,
    TRUST_PROXY: '1',
    ...environment,
  }
  const names = serviceNames.flatMap((name) => Array<ServiceName>(instances).fill(name))
  const logs = resolve(dataDir, 'logs')
  tell?.(`Starting ${names.length} services; their logs: ${logs}`)
  const start = (name: ServiceName, place: number) =>
    startService(name, settings, tell && { tell, log: join(logs, `${name}-${(place % instances) + 1}.log`) })
  // The first service makes the development key that all of them use.
  const first = await start(names[0]!, 0)
  const others = await Promise.all(names.slice(1).map((name, place) => start(name, place + 1)))
  const services: ServiceProcess[] = [first, ...others]
  const urlsOf = (name: ServiceName) => services.filter((service) => service.name === name).map(({ url }) => url)
  let api = ''
  const gateway = await listen(
    createGateway(
      urlsOf,
      developmentPages(() => api),
    ),
    host,
    port,
  )
  api = gateway.url
  const supervision = new AbortController()
  const supervised = tell ? engineNames.map((name) => superviseEngine(engines[name], tell, supervision.signal)) : []
  return {
    url: gateway.url,
    engines,
    services,
    /** Resolves when every process serves, after a restart for example. */
    ready: async () => {
      await Promise.all(services.map(({ url }) => untilReady(url)))
    },
    /** Resident memory in MB, by what uses it. */
    memory: (): Record<string, number> => {
      const of = (pid: number | undefined) => (pid === undefined ? 0 : (residentMegabytes(pid) ?? 0))
      const ofEngines = engineNames.map((name) => [engines[name].kind.title, of(engines[name].pid)] as const)
      const ofServices = services.reduce((sum, { pid }) => sum + of(pid()), 0)
      return { ...Object.fromEntries(ofEngines), [`${services.length} services`]: ofServices }
    },
    stop: async () => {
      supervision.abort()
      await gateway.drain()
      await Promise.all(services.map((service) => service.stop()))
      await Promise.all(supervised)
      if (!options.engines) await engines.stop()
    },
  }
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>
