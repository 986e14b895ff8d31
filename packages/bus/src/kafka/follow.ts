import type { Cluster, Kafka, KafkaMessage } from 'kafkajs'
import { persist } from '../delivery.ts'
import { clusterOf } from './client.ts'

/** Milliseconds that the broker waits for something new before it answers. */
const longestWait = 500
/** Bytes fetched at once. A broker always sends at least one whole batch, however large. */
const bytesOfPartition = 65_536
const bytesInAll = 1_048_576

export interface Chunk {
  topic: string
  partition: number
  messages: KafkaMessage[]
}

/**
 * The records of the topics from the given offsets on, each partition in order, as they arrive and without a group, until the signal.
 * `next` holds the offsets by topic and partition and is advanced. Waits for an unavailable engine.
 */
export async function* follow(kafka: Kafka, next: Map<string, number[]>, signal: AbortSignal): AsyncGenerator<Chunk> {
  let cluster: Cluster | undefined
  let chunks: Chunk[] = []
  let round = 0
  const disconnect = () => {
    cluster?.disconnect().catch(() => undefined)
    cluster = undefined
  }
  const fetch = async () => {
    try {
      cluster ??= await connected(kafka, [...next.keys()])
      chunks = await fetchFrom(cluster, next, round++)
    } catch (error) {
      // Leaders may have moved: look them up again.
      disconnect()
      throw error
    } finally {
      // Nobody waits for it any longer.
      if (signal.aborted) disconnect()
    }
  }
  const { promise: aborted, resolve: abort } = Promise.withResolvers<void>()
  const onAbort = () => abort()
  signal.addEventListener('abort', onAbort)
  try {
    while (!signal.aborted) {
      await Promise.race([persist(fetch, signal), aborted])
      for (const chunk of chunks) {
        if (signal.aborted) return
        next.get(chunk.topic)![chunk.partition] = Number(chunk.messages.at(-1)!.offset) + 1
        yield chunk
      }
      chunks = []
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    disconnect()
  }
}

async function connected(kafka: Kafka, topics: string[]): Promise<Cluster> {
  const cluster = clusterOf(kafka)
  await cluster.connect()
  await cluster.addMultipleTargetTopics(topics)
  return cluster
}

interface Fetched {
  responses: { topicName: string; partitions: { partition: number; messages: KafkaMessage[] }[] }[]
}

/** A broker fills its response in the order of the partitions, so each round begins with another one. */
async function fetchFrom(cluster: Cluster, next: Map<string, number[]>, round: number): Promise<Chunk[]> {
  await cluster.refreshMetadataIfNecessary()
  const places = [...next].flatMap(([topic, offsets]) =>
    offsets.map((offset, partition) => {
      const [leader] = Object.keys(cluster.findLeaderForPartitions(topic, [partition]))
      if (leader === undefined) throw new Error(`partition ${partition} of ${topic} has no leader`)
      return { topic, leader, partition: { partition, fetchOffset: String(offset), maxBytes: bytesOfPartition } }
    }),
  )
  const first = round % places.length
  const rotated = [...places.slice(first), ...places.slice(0, first)]
  const fetching = [...Map.groupBy(rotated, ({ leader }) => leader)].map(async ([nodeId, led]) => {
    const topics = [...Map.groupBy(led, ({ topic }) => topic)].map(([topic, of]) => ({
      topic,
      partitions: of.map(({ partition }) => partition),
    }))
    const broker = await cluster.findBroker({ nodeId })
    const { responses } = (await broker.fetch({
      maxWaitTime: longestWait,
      maxBytes: bytesInAll,
      topics,
      isolationLevel: 1,
    })) as Fetched
    return responses.flatMap(({ topicName: topic, partitions }) =>
      partitions.map(({ partition, messages }) => ({ topic, partition, messages })),
    )
  })
  return (await Promise.all(fetching)).flat().flatMap(({ topic, partition, messages }) => {
    // A broker sends whole batches, also when the offset lies within one.
    const from = next.get(topic)![partition]!
    const wanted = messages.filter(({ offset }) => Number(offset) >= from)
    return wanted.length > 0 ? [{ topic, partition, messages: wanted }] : []
  })
}
