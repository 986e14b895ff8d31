import { setTimeout } from 'node:timers/promises'
import type { Group, Topic } from '@techbridge/contracts'
import type { Admin, Cluster } from 'kafkajs'
import { answered } from './client.ts'
import type { Names } from './names.ts'

/** Of one partition: the offset of the first record that is there, and of the next to come. */
export interface Extent {
  low: number
  high: number
}

/** Errors that pass when the client has learnt which broker leads a partition. */
const moved = ['NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE', 'UNKNOWN_TOPIC_OR_PARTITION']

/** The extents of topics, by partition. Fails with `Unavailable`. */
export const extentsOf = (cluster: Cluster, topics: readonly string[]): Promise<Map<string, Extent[]>> =>
  answered(async (signal) => {
    await cluster.connect()
    for (;;) {
      try {
        await cluster.addMultipleTargetTopics([...topics])
        await cluster.refreshMetadataIfNecessary()
        return await ask(cluster, topics)
      } catch (error) {
        if (signal.aborted || !moved.includes((error as { type?: string }).type ?? '')) throw error
      }
      await setTimeout(50)
      await cluster.refreshMetadata()
    }
  })

async function ask(cluster: Cluster, topics: readonly string[]): Promise<Map<string, Extent[]>> {
  const at = async (fromBeginning: boolean) => {
    const places = topics.map((topic) => {
      const partitions = cluster.findTopicPartitionMetadata(topic).map(({ partitionId: partition }) => ({ partition }))
      return { topic, partitions, fromBeginning }
    })
    const found = await cluster.fetchTopicsOffset(places)
    return new Map(
      found.flatMap(({ topic, partitions }) => partitions.map((of) => [`${topic}#${of.partition}`, of.offset])),
    )
  }
  const [lows, highs] = await Promise.all([at(true), at(false)])
  const extents = (topic: string) =>
    cluster.findTopicPartitionMetadata(topic).map((_, partition) => {
      const key = `${topic}#${partition}`
      return { low: Number(lows.get(key)), high: Number(highs.get(key)) }
    })
  return new Map(topics.map((topic) => [topic, extents(topic)]))
}

/** Events not committed, by topic. Fails with `Unavailable`. */
export async function lagOf(
  { admin, cluster, names }: { admin: Admin; cluster: Cluster; names: Names },
  group: Group,
  topics: readonly Topic[],
): Promise<Partial<Record<Topic, number>>> {
  const called = topics.map((topic) => names.topic(topic))
  const committed = await answered(() => admin.fetchOffsets({ groupId: names.group(group), topics: called }))
  const next = new Map(
    committed.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => [`${topic}#${partition}`, Number(offset)]),
    ),
  )
  const extents = await extentsOf(cluster, called)
  const lag = (topic: string) =>
    extents
      .get(topic)!
      .map(({ low, high }, partition) => high - Math.max(low, next.get(`${topic}#${partition}`) ?? 0))
      .reduce((sum, behind) => sum + behind, 0)
  return Object.fromEntries(topics.map((topic) => [topic, lag(names.topic(topic))]))
}
