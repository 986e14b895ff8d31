import { Unavailable } from '@techbridge/contracts'
import { type Cluster, Kafka, logLevel, PartitionAssigners } from 'kafkajs'

/** Milliseconds after which a question to the cluster counts as unanswered. */
const patience = 5_000

/** A part of what a pino logger is. */
export interface KafkaLog {
  debug(fields: object, message: string): void
  warn(fields: object, message: string): void
}

/** The client's own log goes to `debug`: in an outage it says the same thing many times a second. */
export const kafkaClient = (brokers: string[], clientId: string, log?: KafkaLog): Kafka =>
  new Kafka({
    brokers,
    clientId,
    connectionTimeout: 1_000,
    requestTimeout: patience,
    retry: { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 },
    logLevel: log ? logLevel.WARN : logLevel.NOTHING,
    logCreator:
      () =>
      ({ namespace, log: { message, timestamp: _, logger: __, ...fields } }) =>
        log?.debug({ kafka: namespace, ...fields }, message),
  })

/** The answer of the cluster, or `Unavailable` when it fails or takes too long, which the signal tells as well. */
export async function answered<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const late = new AbortController()
  const timer = setTimeout(() => {
    late.abort()
    reject(new Error(`no answer within ${patience} ms`))
  }, patience)
  try {
    return await Promise.race([ask(late.signal), tooLate])
  } catch (error) {
    throw unavailable(error)
  } finally {
    clearTimeout(timer)
  }
}

export const unavailable = (cause: unknown): Unavailable =>
  cause instanceof Unavailable ? cause : new Unavailable(`Kafka cannot serve: ${messageOf(cause)}`, { cause })

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Connections to the cluster that belong to no group, to read from any place without joining one. kafkajs hands the cluster
 * of a consumer only to its partition assigner, so here is a consumer that never runs.
 */
export function clusterOf(kafka: Kafka): Cluster {
  let cluster: Cluster | undefined
  kafka.consumer({
    groupId: 'none',
    partitionAssigners: [
      (config) => {
        cluster = config.cluster
        return PartitionAssigners.roundRobin(config)
      },
    ],
  })
  return cluster as Cluster
}
