import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerClientErrors } from './client-error.ts'

const drainMs = 10_000
/** Longer than proxies keep idle connections, usually a minute; otherwise one could send a request on a connection that is being closed. */
const idleMs = 75_000
const idleCheckMs = 50

export interface RunningServer {
  url: string
  /** Accepts no new connections, lets running requests finish (10 seconds at most), then closes. */
  drain(): Promise<void>
}

/** Listens; fails with a message that names the port when it is in use. Port 0 selects a free one. */
export const listen = (app: RequestListener, host: string, port: number): Promise<RunningServer> => {
  const server = createServer(app)
  server.requestTimeout = 60_000
  server.keepAliveTimeout = idleMs
  answerClientErrors(server)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} on ${host} is in use. Stop what uses it, or choose another port.`)
          : error,
      ),
    )
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo
      const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address
      resolve({ url: `http://${shown}:${address.port}`, drain: () => drain(server) })
    })
  })
}

const drain = (server: Server) =>
  new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), drainMs)
    // Otherwise a connection whose request has ended would stay open for another.
    const closeIdle = setInterval(() => server.closeIdleConnections(), idleCheckMs)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(closeIdle)
      resolve()
    })
  })
