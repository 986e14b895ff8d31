import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Stands in for the collector: takes OTLP over HTTP and keeps what it was sent, still encoded. */
export const startCollector = async () => {
  const received: Buffer[] = []
  const server = createServer(async (request, response) => {
    for await (const chunk of request) received.push(chunk)
    response.setHeader('Content-Type', 'application/x-protobuf').end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    hasHeardOf: (service: string) => received.some((chunk) => chunk.includes(service)),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
