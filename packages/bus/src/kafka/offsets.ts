import type { Group, Topic } from '@techbridge/contracts'
import type { Admin } from 'kafkajs'
import { answered } from './client.ts'
import type { Names } from './names.ts'

/** Of one partition: the offset of the first record that is there, and of the next to come. */
export interface Extent {
  low: number
  high: number
}

/** The extents of a topic, by partition. Fails with `Unavailable`. */
export async function extentsOf(admin: Admin, topic: string): Promise<Extent[]> {
  const extents: Extent[] = []
  for (const { partition, low, high } of await answered(admin.fetchTopicOffsets(topic))) {
    extents[partition] = { low: Number(low), high: Number(high) }
  }
  return extents
}

export async function lagOf(
  admin: Admin,
  names: Names,
  group: Group,
  topics: readonly Topic[],
): Promise<Partial<Record<Topic, number>>> {
  const committed = await answered(
    admin.fetchOffsets({ groupId: names.group(group), topics: topics.map((topic) => names.topic(topic)) }),
  )
  const lags = topics.map(async (topic) => {
    const extents = await extentsOf(admin, names.topic(topic))
    const next = new Map(
      committed
        .find(({ topic: name }) => name === names.topic(topic))
        ?.partitions.map(({ partition, offset }) => [partition, Number(offset)]),
    )
    const behind = extents.map(({ low, high }, partition) => high - Math.max(low, next.get(partition) ?? 0))
    return [topic, behind.reduce((sum, lag) => sum + lag, 0)] as const
  })
  return Object.fromEntries(await Promise.all(lags))
}
