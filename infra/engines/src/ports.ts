import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Ports below those the kernel gives to outgoing connections (from 32768). A client that keeps dialling an engine that
 * is down could otherwise be given the engine's own port, connect to itself and keep the engine from coming back.
 */
const lowest = 15_000
const highest = 32_000

export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })

/** Free loopback ports, none of them in `taken`. */
export const freePorts = async (count: number, taken: number[] = []): Promise<number[]> => {
  const found: number[] = []
  while (found.length < count) {
    const port = randomInt(lowest, highest)
    if (![...taken, ...found].includes(port) && (await isFree(port))) found.push(port)
  }
  return found
}
