import { Unavailable } from '@techbridge/port'
import { type Cluster, Kafka, type KafkaConfig, logLevel, PartitionAssigners } from 'kafkajs'
import { plainSockets, wholeAnswers } from './socket.ts'

/** The part of a pino logger that is used here. */
export interface KafkaLog {
  debug(fields: object, message: string): void
  warn(fields: object, message: string): void
}

/** Encryption, credentials and sockets in the form of kafkajs. */
export type KafkaConnection = Pick<KafkaConfig, 'ssl' | 'sasl' | 'socketFactory'>

interface ClientOptions {
  brokers: string[]
  clientId: string
  connection?: KafkaConnection | undefined
  log?: KafkaLog
}

/** kafkajs sets timers in the past, for which Node prints a warning. */
const isOfKafkajs = (type: unknown) => type === 'TimeoutNegativeWarning'

const emitWarning = process.emitWarning.bind(process)
process.emitWarning = ((warning: string, type: unknown, ...more: string[]) =>
  isOfKafkajs(type) ? undefined : emitWarning(warning, type as string, ...more)) as typeof process.emitWarning

/** The client's own log goes to `debug`: in an outage it says the same thing many times a second. */
export const kafkaClient = ({ brokers, clientId, connection, log }: ClientOptions): Kafka =>
  new Kafka({
    ...connection,
    socketFactory: wholeAnswers(connection?.socketFactory ?? plainSockets),
    brokers,
    clientId,
    // This includes the TLS handshake.
    connectionTimeout: connection?.ssl ? 3_000 : 1_000,
    requestTimeout: 5_000,
    retry: { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 },
    logLevel: log ? logLevel.WARN : logLevel.NOTHING,
    logCreator:
      () =>
      ({ namespace, log: { message, timestamp: _, logger: __, ...fields } }) =>
        log?.debug({ kafka: namespace, ...fields }, message),
  })

export const unavailable = (cause: unknown): Unavailable =>
  cause instanceof Unavailable ? cause : new Unavailable(`Kafka cannot serve: ${messageOf(cause)}`, { cause })

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Connections to the cluster without a group, to read from any position. kafkajs passes the cluster of a consumer only to its partition
 * assigner, so this creates a consumer that never runs.
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
