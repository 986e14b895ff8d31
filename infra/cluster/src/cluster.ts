import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Engines, startEngines } from '@techbridge/engines'
import { keptFile, listen } from '@techbridge/kit'
import { docsPages } from '@techbridge/local'
import { type ServiceProcess, startService, untilReady } from './children.ts'
import { createGateway, type ServiceName, serviceNames } from './gateway.ts'

export type { ServiceProcess }

export interface ClusterOptions {
  /** Holds the engines' data and the development keys. */
  dataDir: string
  host: string
  /** Of the gateway; 0 takes a free one. */
  port: number
  /** Processes of each service. */
  instances?: number
  /** Engines that run already and are left running; else the cluster has its own. */
  engines?: Engines
  /** Settings of the services, over those that the engines give. */
  environment?: Record<string, string>
}

/** Kafka, MongoDB's stand-in and Elasticsearch, every service as a process or several, and a gateway in front of them. */
export const startCluster = async (options: ClusterOptions) => {
  const { dataDir, host, port, instances = 1, environment = {} } = options
  const engines = options.engines ?? (await startEngines({ dataDir: join(dataDir, 'engines'), reuse: true }))
  const secret = await keptFile(join(dataDir, 'secret'), () => randomBytes(32).toString('hex'))
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
  // The first service makes the development key that all of them use.
  const first = await startService(names[0]!, settings)
  const others = await Promise.all(names.slice(1).map((name) => startService(name, settings)))
  const services: ServiceProcess[] = [first, ...others]
  const urlsOf = (name: ServiceName) => services.filter((service) => service.name === name).map(({ url }) => url)
  const gateway = await listen(createGateway(urlsOf, docsPages()), host, port)
  return {
    url: gateway.url,
    engines,
    services,
    /** Resolves when every process serves, after a restart for example. */
    ready: async () => {
      await Promise.all(services.map(({ url }) => untilReady(url)))
    },
    stop: async () => {
      await gateway.drain()
      await Promise.all(services.map((service) => service.stop()))
      if (!options.engines) await engines.stop()
    },
  }
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>
