import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Attributes = Record<string, string | number>

export interface Point {
  service: string
  attributes: Attributes
  /** When its collection began, in Unix milliseconds. */
  time: number
  /** Of gauges and counters. */
  value?: number
  /** Of histograms. */
  count?: number
  sum?: number
  bounds?: number[]
}

export interface Metric {
  name: string
  unit: string
  type: 'gauge' | 'sum' | 'histogram'
  points: Point[]
}

export interface Span {
  service: string
  name: string
  traceId: string
  spanId: string
  /** Empty where the trace begins. */
  parentSpanId: string
  failed: boolean
  attributes: Attributes
}

/** An OTLP endpoint (HTTP) that stores what it receives, and parses JSON. */
export const startOtlpReceiver = async () => {
  const exports: Metric[][] = []
  const spans: Span[] = []
  const resources: Attributes[] = []
  const raw: string[] = []

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    raw.push(text)
    const type = request.headers['content-type'] ?? ''
    response.setHeader('Content-Type', type)
    if (type !== 'application/json') return response.end()
    const { resourceMetrics = [], resourceSpans = [] } = JSON.parse(text)
    for (const { resource } of [...resourceMetrics, ...resourceSpans]) resources.push(flat(resource.attributes))
    if (request.url === '/v1/metrics') exports.push(resourceMetrics.flatMap(metricsOf))
    if (request.url === '/v1/traces') spans.push(...resourceSpans.flatMap(spansOf))
    response.end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: spans as readonly Span[],
    resources: resources as readonly Attributes[],
    /** Every body as it came; names stand in it as they are, whether it is JSON or Protocol Buffers. */
    raw: raw as readonly string[],
    /** Each export of metrics, oldest first. */
    exports: exports as readonly Metric[][],
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export type OtlpReceiver = Awaited<ReturnType<typeof startOtlpReceiver>>

const flat = (attributes: { key: string; value: Record<string, any> }[] = []): Attributes =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue ?? value.doubleValue)]),
  )

const metricsOf = ({ resource, scopeMetrics }: any): Metric[] =>
  scopeMetrics
    .flatMap(({ metrics }: any) => metrics)
    .map(({ name, unit = '', gauge, sum, histogram }: any) => ({
      name,
      unit,
      type: gauge ? 'gauge' : sum ? 'sum' : 'histogram',
      points: (gauge ?? sum ?? histogram).dataPoints.map((point: any) => ({
        service: flat(resource.attributes)['service.name'],
        attributes: flat(point.attributes),
        time: Number(point.timeUnixNano) / 1e6,
        ...(histogram
          ? { count: Number(point.count), sum: point.sum, bounds: point.explicitBounds }
          : { value: Number(point.asInt ?? point.asDouble) }),
      })),
    }))

const spansOf = ({ resource, scopeSpans }: any): Span[] =>
  scopeSpans
    .flatMap(({ spans }: any) => spans)
    .map(({ name, traceId, spanId, parentSpanId = '', status, attributes }: any) => ({
      service: flat(resource.attributes)['service.name'],
      name,
      traceId,
      spanId,
      parentSpanId,
      failed: status?.code === 2,
      attributes: flat(attributes),
    }))
