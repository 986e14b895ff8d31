import { setTimeout } from 'node:timers/promises'
import type { Admin, ITopicMetadata } from 'kafkajs'
import { type KafkaLog, messageOf, unavailable } from './client.ts'
import { largestEvent } from './publisher.ts'

/** Milliseconds within which the brokers must know a new topic. */
const patience = 15_000

interface WantedTopics {
  /** Numbers of partitions by name. */
  partitions: Map<string, number>
  replicas: number
}

/**
 * Creates the topics at the first call, and again at the next one if that failed. Fails with `Unavailable` when the cluster cannot
 * serve now, and with another error when it refuses.
 */
export function topicCreation(admin: Admin, wanted: WantedTopics, log?: KafkaLog): () => Promise<void> {
  let creating: Promise<void> | undefined
  const create = async () => {
    try {
      await admin.connect()
      await createTopics(admin, wanted, log)
    } catch (error) {
      creating = undefined
      if (mayPass(error)) throw unavailable(error)
      throw isOfKafka(error) ? new Error(`Kafka refuses the topics: ${reasonsOf(error)}`, { cause: error }) : error
    }
  }
  return () => {
    creating ??= create()
    return creating
  }
}

/**
 * Creates the topics that are missing. Their events never expire, because a new group begins with the first one. Fails when a topic has
 * a different number of partitions than the topology, because subjects would change their partition. Only warns when one has fewer
 * copies: an operator can add them during operation.
 */
async function createTopics(admin: Admin, { partitions: counts, replicas }: WantedTopics, log?: KafkaLog) {
  const existing = new Set(await admin.listTopics())
  const missing = [...counts].filter(([topic]) => !existing.has(topic))
  const config = {
    'cleanup.policy': 'delete',
    'retention.ms': '-1',
    'retention.bytes': '-1',
    // Room for one event and what Kafka wraps around it.
    'max.message.bytes': String(largestEvent + 65_536),
    'min.insync.replicas': String(Math.max(1, replicas - 1)),
  }
  if (missing.length > 0) {
    await admin.createTopics({
      waitForLeaders: false,
      topics: missing.map(([topic, numPartitions]) => ({
        topic,
        numPartitions,
        replicationFactor: replicas,
        configEntries: Object.entries(config).map(([name, value]) => ({ name, value })),
      })),
    })
  }
  const known = await onceKnown(admin, [...counts.keys()])
  for (const { name, partitions } of known) {
    if (partitions.length === counts.get(name)) continue
    throw new Error(`topic ${name} has ${partitions.length} partitions, the topology says ${counts.get(name)}`)
  }
  const few = known.filter(({ partitions }) => partitions.some((partition) => partition.replicas.length < replicas))
  if (few.length === 0) return
  log?.warn({ topics: few.map(({ name }) => name), wanted: replicas }, 'Topics have fewer copies than wanted')
}

/** It takes a moment until every broker knows a new topic and its partitions have leaders. */
async function onceKnown(admin: Admin, names: string[]): Promise<ITopicMetadata[]> {
  const giveUp = performance.now() + patience
  for (;;) {
    try {
      const { topics } = await admin.fetchTopicMetadata({ topics: names })
      return topics
    } catch (error) {
      if (performance.now() > giveUp || !mayPass(error)) throw error
    }
    await setTimeout(50)
  }
}

/** What kafkajs fails with; `errors` has those of single topics. */
interface Failure extends Error {
  type?: string
  retriable?: boolean
  cause?: Failure
  errors?: Failure[]
}

const isOfKafka = (error: unknown): error is Failure => error instanceof Error && error.name.startsWith('KafkaJS')

/**
 * Whether a retry may succeed: no response, a timeout, a cluster busy with itself, or refused credentials, because passwords and
 * certificates are changed on one side after the other.
 */
function mayPass(error: unknown): boolean {
  if (!isOfKafka(error)) return false
  if (error.errors) return refusals(error.errors).every(mayPass)
  const isLate = error.name.endsWith('Timeout') || error.name === 'KafkaJSNumberOfRetriesExceeded'
  const isLeftOut = error.name === 'KafkaJSSASLAuthenticationError'
  return (
    error.retriable === true || isLate || isLeftOut || error.type === 'BROKER_NOT_AVAILABLE' || mayPass(error.cause)
  )
}

/** Another process may have created some of the topics at the same time. */
const refusals = (errors: readonly Failure[]) => errors.filter(({ type }) => type !== 'TOPIC_ALREADY_EXISTS')

const reasonsOf = ({ message, errors }: Failure): string =>
  errors ? [...new Set(refusals(errors).map(messageOf))].join('; ') : message
