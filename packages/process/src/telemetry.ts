import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds that the last export may take: an unavailable collector must not keep a process from ending. */
const patience = 5000

export interface Telemetry {
  /** Responds with all metrics in the text format of Prometheus; absent when not enabled. */
  metrics?: RequestListener
  /** Sends what is pending, if possible. Never fails. */
  stop(): Promise<void>
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** Defaults that the environment may override. */
const defaults = {
  OTEL_METRICS_EXPORTER: 'otlp',
  OTEL_METRIC_EXPORT_INTERVAL: '15000',
  OTEL_LOGS_EXPORTER: 'none',
  // Without `process`, which would export its owner and arguments.
  OTEL_NODE_RESOURCE_DETECTORS: 'serviceinstance,host,os,env',
}

/**
 * Offers metrics to Prometheus if enabled, and sends traces and metrics by OTLP when `OTEL_EXPORTER_OTLP_ENDPOINT` is set; the other
 * `OTEL_*` variables of OpenTelemetry work as specified. Must run before anything that measures is composed. The SDK is loaded only
 * when it is used.
 */
export const startTelemetry = async (
  serviceName: string,
  { prometheus = false, environment = process.env }: { prometheus?: boolean; environment?: NodeJS.ProcessEnv } = {},
): Promise<Telemetry> => {
  const otlp = Boolean(environment.OTEL_EXPORTER_OTLP_ENDPOINT)
  if (!otlp && !prometheus) return { stop: async () => undefined }
  if (!otlp) environment.OTEL_TRACES_EXPORTER ||= 'none'
  for (const [name, value] of Object.entries({ OTEL_SERVICE_NAME: serviceName, ...defaults }))
    environment[name] ||= value
  // Later ones win, so that a deployment can name a version of its own.
  const attributes = [`service.version=${version}`, environment.OTEL_RESOURCE_ATTRIBUTES]
  environment.OTEL_RESOURCE_ATTRIBUTES = attributes.filter(Boolean).join(',')
  const { NodeSDK } = await import('@opentelemetry/sdk-node')
  const exporter = prometheus ? await prometheusExporter() : undefined
  const sdk = new NodeSDK(exporter && { metricReaders: [exporter, ...(otlp ? [await otlpReader(environment)] : [])] })
  sdk.start()
  return {
    metrics: exporter && ((request, response) => exporter.getMetricsRequestHandler(request, response)),
    stop: async () => {
      const sent = sdk.shutdown().catch(() => undefined)
      await Promise.race([sent, pause(patience, undefined, { ref: false })])
    },
  }
}

/** Reads the metrics on request; it has no port of its own. */
const prometheusExporter = async () => {
  const { PrometheusExporter } = await import('@opentelemetry/exporter-prometheus')
  return new PrometheusExporter({ preventServerStart: true })
}

/** The readers that the SDK would derive from the environment if none were given. */
const otlpReader = async (environment: NodeJS.ProcessEnv) => {
  const { PeriodicExportingMetricReader } = await import('@opentelemetry/sdk-metrics')
  const protocol = environment.OTEL_EXPORTER_OTLP_METRICS_PROTOCOL || environment.OTEL_EXPORTER_OTLP_PROTOCOL
  const { OTLPMetricExporter } = await (protocol === 'http/json'
    ? import('@opentelemetry/exporter-metrics-otlp-http')
    : protocol === 'grpc'
      ? import('@opentelemetry/exporter-metrics-otlp-grpc')
      : import('@opentelemetry/exporter-metrics-otlp-proto'))
  return new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter(),
    exportIntervalMillis: Number(environment.OTEL_METRIC_EXPORT_INTERVAL),
  })
}
