/** Ends telemetry: sends what waits. */
export type StopTelemetry = () => Promise<void>

/**
 * Sends traces and metrics by OTLP when `OTEL_EXPORTER_OTLP_ENDPOINT` is set; the other `OTEL_*` variables of OpenTelemetry work
 * as specified. Must run before anything that measures is composed. The SDK is only loaded when it is wanted.
 */
export const startTelemetry = async (
  serviceName: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<StopTelemetry> => {
  if (!environment.OTEL_EXPORTER_OTLP_ENDPOINT) return async () => undefined
  environment.OTEL_METRICS_EXPORTER ??= 'otlp'
  environment.OTEL_LOGS_EXPORTER ??= 'none'
  const { NodeSDK } = await import('@opentelemetry/sdk-node')
  const sdk = new NodeSDK({ serviceName })
  sdk.start()
  return () => sdk.shutdown()
}
