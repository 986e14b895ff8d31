import { Engine } from './engine.ts'
import { missingTools } from './missing-tools.ts'
import { freePorts } from './ports.ts'
import { createProxy, type ToxicProxy } from './proxy.ts'
import { toxiproxy } from './toxiproxy.ts'

export type { ToxicProxy }

export interface Toxiproxy {
  /** A proxy in front of a loopback port, on a free port or on the one that its clients already know. */
  proxy(name: string, upstreamPort: number, port?: number): Promise<ToxicProxy>
  /** Ends it and all its proxies. */
  stop(): Promise<void>
}

/** Starts a server for proxies, whose log goes into a folder of `dataDir`. It dies with this process at the latest. */
export const startToxiproxy = async (dataDir: string): Promise<Toxiproxy> => {
  const missing = missingTools(['toxiproxy'])
  if (missing.length > 0) throw new Error(missing.join('\n'))
  const server = new Engine(toxiproxy, dataDir)
  await server.start()
  const url = server.environment.TOXIPROXY_URL!
  return {
    proxy: async (name, upstreamPort, port) =>
      createProxy(url, { name, upstreamPort, port: port ?? (await freePorts(1))[0]! }),
    stop: () => server.stop(),
  }
}
