import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CreateService, readConfig, runProcess } from '@techbridge/process'
import { eventually, type Metric, type Point, startOtlpReceiver } from '@techbridge/testkit'
import { pino } from 'pino'

interface Options {
  /** Works on the data folder before the services open it. */
  prepare?: (dataDir: string) => Promise<void>
}

/** Services in this process as production runs them, and what they tell of themselves by OTLP. One for a test file: the SDK is global. */
export const runObserved = async (services: Record<string, CreateService>, { prepare }: Options = {}) => {
  const receiver = await startOtlpReceiver()
  Object.assign(process.env, {
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_METRIC_EXPORT_INTERVAL: '100',
    OTEL_BSP_SCHEDULE_DELAY: '100',
  })
  const dataDir = await mkdtemp(join(tmpdir(), 'techbridge-otel-'))
  await prepare?.(dataDir)
  const config = readConfig({ AUTH_DEV: '1', PORT: '0', DATA_DIR: dataDir, REQUESTS_PER_MINUTE: '10000000' })
  const running = await runProcess({ config, services, log: pino({ level: 'silent' }) })

  const latest = (name: string): Metric | undefined => receiver.exports.at(-1)?.find((metric) => metric.name === name)

  return {
    url: running.url,
    bus: running.bus,
    dataDir,
    receiver,
    latest,
    /** The points of a metric once they are as wished, in an export that began after the call. */
    points: async (name: string, wished: (points: Point[]) => boolean = () => true): Promise<Point[]> => {
      const called = Date.now()
      return eventually('the points come', () => {
        const points = latest(name)?.points
        return points?.every(({ time }) => time > called) && wished(points) && points
      })
    },
    close: async () => {
      await running.stop()
      await receiver.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

export type Observed = Awaited<ReturnType<typeof runObserved>>
