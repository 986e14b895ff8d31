import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** A proxy in front of Elasticsearch that takes nothing but TLS and one of these values of `Authorization`. */
export const startDemandingProxy = async (
  target: string,
  files: { certificate: string; key: string },
  taken: string[],
) => {
  const tls = { cert: readFileSync(files.certificate), key: readFileSync(files.key) }
  const server = createServer(tls, (incoming, outgoing) => {
    if (!taken.includes(incoming.headers.authorization ?? '')) {
      incoming.resume()
      outgoing.writeHead(401, { 'Content-Type': 'application/json', 'X-Elastic-Product': 'Elasticsearch' })
      const reason = { type: 'security_exception', reason: 'unable to authenticate' }
      return void outgoing.end(JSON.stringify({ error: { root_cause: [reason], ...reason }, status: 401 }))
    }
    const { authorization: _, ...headers } = incoming.headers
    const onward = request(new URL(incoming.url!, target), { method: incoming.method!, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
