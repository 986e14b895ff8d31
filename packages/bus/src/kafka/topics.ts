import { setTimeout } from 'node:timers/promises'
import type { Admin, ITopicMetadata } from 'kafkajs'
import { unavailable } from './client.ts'
import { largestEvent } from './publisher.ts'

/** Milliseconds in which a new topic must be known to the brokers. */
const patience = 15_000

/**
 * Creates the topics when it is first called, and again at the next call if that failed; then they exist. Fails with
 * `Unavailable` when no broker answers.
 */
export function topicCreation(admin: Admin, wanted: Map<string, number>, replicas: number): () => Promise<void> {
  let creating: Promise<void> | undefined
  const create = async () => {
    try {
      await admin.connect()
      await createTopics(admin, wanted, replicas)
    } catch (error) {
      creating = undefined
      throw (error as Error).name.startsWith('KafkaJS') ? unavailable(error) : error
    }
  }
  return () => {
    creating ??= create()
    return creating
  }
}

/**
 * Creates the topics that are missing. Nothing in them ever expires, as a new group begins with the first event. Fails when a
 * topic has another number of partitions than the topology: its subjects would change their partition.
 */
async function createTopics(admin: Admin, wanted: Map<string, number>, replicas: number): Promise<void> {
  const existing = new Set(await admin.listTopics())
  const missing = [...wanted].filter(([topic]) => !existing.has(topic))
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
  for (const { name, partitions } of await onceKnown(admin, [...wanted.keys()])) {
    if (partitions.length === wanted.get(name)) continue
    throw new Error(`topic ${name} has ${partitions.length} partitions, the topology says ${wanted.get(name)}`)
  }
}

/** A topic exists a moment before every broker says so and its partitions have leaders. */
async function onceKnown(admin: Admin, names: string[]): Promise<ITopicMetadata[]> {
  const giveUp = performance.now() + patience
  for (;;) {
    try {
      const { topics } = await admin.fetchTopicMetadata({ topics: names })
      return topics
    } catch (error) {
      if (performance.now() > giveUp) throw error
    }
    await setTimeout(50)
  }
}
