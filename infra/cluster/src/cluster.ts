import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { startEngines } from '@techbridge/engines'
import { keptFile, listen } from '@techbridge/kit'
import { docsPages } from '@techbridge/local'
import { type ServiceProcess, startService, untilReady } from './children.ts'
import { createGateway } from './gateway.ts'

export const serviceNames = ['offers', 'needs', 'matching', 'licensing', 'search'] as const

export interface ClusterOptions {
  /** Holds the engines' data and the development keys. */
  dataDir: string
  host: string
  port: number
  environment?: Record<string, string>
}

/** Kafka, MongoDB's stand-in and Elasticsearch, every service as its own process, and a gateway in front of them. */
export const startCluster = async ({ dataDir, host, port, environment = {} }: ClusterOptions) => {
  const engines = await startEngines({ dataDir: join(dataDir, 'engines'), reuse: true })
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
  // The first service makes the development key that all of them use.
  const first = await startService(serviceNames[0], settings)
  const others = await Promise.all(serviceNames.slice(1).map((name) => startService(name, settings)))
  const services: ServiceProcess[] = [first, ...others]
  const gateway = await listen(
    createGateway(Object.fromEntries(services.map(({ name, url }) => [name, url])), docsPages()),
    host,
    port,
  )
  return {
    url: gateway.url,
    engines,
    services,
    /** Resolves when every service serves, after a restart for example. */
    ready: () => untilReady(gateway.url),
    stop: async () => {
      await gateway.drain()
      await Promise.all(services.map((service) => service.stop()))
      await engines.stop()
    },
  }
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>
