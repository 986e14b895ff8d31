import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds that the last export may take: a collector that is away must not keep a process from ending. */
const patience = 5000

/** Ends telemetry: sends what waits, if it can. Never fails. */
export type StopTelemetry = () => Promise<void>

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

/** What holds when the environment does not say otherwise. */
const defaults = {
  OTEL_METRICS_EXPORTER: 'otlp',
  OTEL_METRIC_EXPORT_INTERVAL: '15000',
  OTEL_LOGS_EXPORTER: 'none',
  // Without `process`: who owns it and its arguments are nobody's business.
  OTEL_NODE_RESOURCE_DETECTORS: 'serviceinstance,host,os,env',
}

/**
 * Sends traces and metrics by OTLP when `OTEL_EXPORTER_OTLP_ENDPOINT` is set; the other `OTEL_*` variables of OpenTelemetry work
 * as specified. Must run before anything that measures is composed. The SDK is only loaded when it is wanted.
 */
export const startTelemetry = async (
  serviceName: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<StopTelemetry> => {
  if (!environment.OTEL_EXPORTER_OTLP_ENDPOINT) return async () => undefined
  for (const [name, value] of Object.entries({ OTEL_SERVICE_NAME: serviceName, ...defaults }))
    environment[name] ||= value
  // What comes later wins, so that a deployment may name a version of its own.
  const attributes = [`service.version=${version}`, environment.OTEL_RESOURCE_ATTRIBUTES]
  environment.OTEL_RESOURCE_ATTRIBUTES = attributes.filter(Boolean).join(',')
  const { NodeSDK } = await import('@opentelemetry/sdk-node')
  const sdk = new NodeSDK()
  sdk.start()
  return async () => {
    const sent = sdk.shutdown().catch(() => undefined)
    await Promise.race([sent, pause(patience, undefined, { ref: false })])
  }
}
