import { Engine } from './engine.ts'
import { type EngineName, engineNames } from './kind.ts'
import { kinds } from './kinds.ts'
import { missingTools } from './missing-tools.ts'

export { installed } from './cache.ts'
export { goTools } from './go-tools.ts'
export { guardChild } from './guard.ts'
export { installAll } from './install-all.ts'
export { freePorts } from './ports.ts'
export { residentMegabytes } from './process.ts'
export { type SecuredKafka, startSecuredKafka } from './secured-kafka.ts'
export { startSecuredMongodb } from './secured-mongodb.ts'
export { type S3Server, startS3 } from './start-s3.ts'
export { startToxiproxy, type ToxicProxy } from './start-toxiproxy.ts'
export { go, missingOf } from './tools.ts'
export type { Engine, EngineName }
export { engineNames, missingTools }

/** How clients find each engine. */
const addressesOf = {
  kafka: ({ environment }: Engine) => ({ brokers: environment.KAFKA_BROKERS!.split(',') }),
  elasticsearch: ({ environment }: Engine) => ({ url: environment.ELASTICSEARCH_URL! }),
  mongodb: ({ environment }: Engine) => ({ uri: environment.MONGODB_URI! }),
}
type Addressed = { [N in EngineName]: Engine & ReturnType<(typeof addressesOf)[N]> }

export type Engines<N extends EngineName = EngineName> = Pick<Addressed, N> & {
  /** The variables that point services at these engines. */
  environment: Record<string, string>
  /** Ends those that `startEngines` started. */
  stop(): Promise<void>
}

export interface EnginesOptions<N extends EngineName> {
  only?: readonly N[]
  /** Holds a folder for each engine: its data, configuration and log. */
  dataDir: string
  /** Uses engines that are already running in `dataDir`, and leaves them running; otherwise they are an error. */
  reuse?: boolean
  /** The port that Kafka advertises, where clients reach it through a proxy; by default its own. */
  kafkaAdvertises?: number
}

/** Starts engines, all of them or `only` some, and waits until they serve. They die with this process at the latest. */
export const startEngines = async <N extends EngineName = EngineName>(
  options: EnginesOptions<N>,
): Promise<Engines<N>> => {
  const { only = engineNames as readonly EngineName[], dataDir, reuse = false, kafkaAdvertises } = options
  const missing = missingTools(only)
  if (missing.length > 0) throw new Error(missing.join('\n'))

  const running = only.filter((name) => new Engine(kinds[name], dataDir).pid !== undefined)
  if (running.length > 0 && !reuse) throw new Error(`${running.join(', ')} of ${dataDir} are running already`)
  if (kafkaAdvertises !== undefined && (running as string[]).includes('kafka'))
    throw new Error('kafka is running already, and what it advertises does not change')
  const engines = only.map(
    (name) =>
      new Engine(kinds[name], dataDir, {
        outlive: running.includes(name),
        advertisedPort: name === 'kafka' ? kafkaAdvertises : undefined,
      }),
  )
  const stop = async () => {
    await Promise.all(engines.filter(({ outlive }) => !outlive).map((engine) => engine.stop()))
  }
  const outcomes = await Promise.allSettled(engines.map((engine) => engine.start()))
  const failure = outcomes.find(({ status }) => status === 'rejected')
  if (failure) {
    await stop()
    throw (failure as PromiseRejectedResult).reason
  }
  const named = only.map((name, place) => {
    const engine = engines[place]!
    return [name, Object.assign(engine, addressesOf[name](engine))]
  })
  const environment = Object.assign({}, ...engines.map((engine) => engine.environment))
  return { ...Object.fromEntries(named), environment, stop } as Engines<N>
}
