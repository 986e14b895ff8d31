import { once } from 'node:events'
import { createServer } from 'node:http'

export interface ReceivedSpan {
  service: string
  name: string
  traceId: string
  spanId: string
  parentSpanId: string
  route: string | undefined
}

interface Attribute {
  key: string
  value: { stringValue?: string }
}
interface Traces {
  resourceSpans: {
    resource: { attributes: Attribute[] }
    scopeSpans: {
      spans: { name: string; traceId: string; spanId: string; parentSpanId?: string; attributes: Attribute[] }[]
    }[]
  }[]
}

const attribute = (attributes: Attribute[], key: string) => attributes.find((one) => one.key === key)?.value.stringValue

/** An OTLP endpoint (HTTP, JSON) that keeps the spans that it is sent. */
export const traceReceiver = async () => {
  const received: ReceivedSpan[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    if (request.url === '/v1/traces') {
      const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString()) as Traces
      for (const { resource, scopeSpans } of resourceSpans) {
        const service = attribute(resource.attributes, 'service.name') ?? ''
        for (const { name, traceId, spanId, parentSpanId = '', attributes } of scopeSpans.flatMap(
          ({ spans }) => spans,
        )) {
          received.push({ service, name, traceId, spanId, parentSpanId, route: attribute(attributes, 'http.route') })
        }
      }
    }
    response.setHeader('Content-Type', 'application/json').end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    spans: (): readonly ReceivedSpan[] => received,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
