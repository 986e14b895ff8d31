import { setTimeout as after } from 'node:timers/promises'
import { Unavailable } from '@techbridge/port'
import type { Admin, Cluster } from 'kafkajs'
import { unavailable } from './client.ts'

/** Milliseconds after which a request times out. */
const patience = 5_000

/** Errors that end once the client has learnt which broker leads a partition. */
const moved = ['NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE', 'UNKNOWN_TOPIC_OR_PARTITION']

/** Of one partition: the offsets of the first existing record and of the next one. */
export interface Extent {
  low: number
  high: number
}

/** Requests to the cluster about itself. All of them fail with `Unavailable`, also on a timeout. */
export class Questions {
  readonly #admin: Admin
  readonly #cluster: Cluster
  readonly #pending = new Set<Promise<unknown>>()
  #closed = false

  constructor(admin: Admin, cluster: Cluster) {
    this.#admin = admin
    this.#cluster = cluster
  }

  async ping(): Promise<void> {
    await this.#answer(() => this.#admin.describeCluster())
  }

  /** The extents of topics, by partition. */
  extents(topics: readonly string[]): Promise<Map<string, Extent[]>> {
    return this.#answer(async () => {
      const giveUp = performance.now() + patience
      await this.#cluster.connect()
      for (;;) {
        try {
          return await extentsOf(this.#cluster, topics)
        } catch (error) {
          if (performance.now() > giveUp || !moved.includes((error as { type?: string }).type ?? '')) throw error
        }
        await after(50)
        await this.#cluster.refreshMetadata()
      }
    })
  }

  /** Records that a group has not committed, by topic. */
  async lag(groupId: string, topics: string[]): Promise<Map<string, number>> {
    const committed = await this.#answer(() => this.#admin.fetchOffsets({ groupId, topics }))
    const next = byPartition(committed)
    const lags = [...(await this.extents(topics))].map(([topic, extents]) => {
      const behind = extents.map(({ low, high }, place) => high - Math.max(low, next.get(`${topic}#${place}`) ?? 0))
      return [topic, behind.reduce((sum, lag) => sum + lag, 0)] as const
    })
    return new Map(lags)
  }

  /** Running requests would reconnect, so they are awaited first. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.allSettled(this.#pending)
    await Promise.all([this.#admin, this.#cluster].map((open) => open.disconnect().catch(() => undefined)))
  }

  async #answer<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new Unavailable('the bus is closed')
    const answer = ask().finally(() => this.#pending.delete(answer))
    this.#pending.add(answer)
    return inTime(answer)
  }
}

/** The response, or `Unavailable` on a failure or timeout. */
export async function inTime<T>(answer: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience)
  try {
    return await Promise.race([answer, late])
  } catch (error) {
    throw unavailable(error)
  } finally {
    clearTimeout(timer)
  }
}

async function extentsOf(cluster: Cluster, topics: readonly string[]): Promise<Map<string, Extent[]>> {
  await cluster.addMultipleTargetTopics([...topics])
  await cluster.refreshMetadataIfNecessary()
  const at = async (fromBeginning: boolean) => {
    const places = topics.map((topic) => {
      const partitions = cluster.findTopicPartitionMetadata(topic).map(({ partitionId: partition }) => ({ partition }))
      return { topic, partitions, fromBeginning }
    })
    return byPartition(await cluster.fetchTopicsOffset(places))
  }
  const [lows, highs] = await Promise.all([at(true), at(false)])
  const extents = (topic: string) =>
    cluster.findTopicPartitionMetadata(topic).map((_, partition) => {
      const key = `${topic}#${partition}`
      return { low: Number(lows.get(key)), high: Number(highs.get(key)) }
    })
  return new Map(topics.map((topic) => [topic, extents(topic)]))
}

type Found = { topic: string; partitions: { partition: number; offset: string }[] }[]

const byPartition = (found: Found) =>
  new Map<string, number>(
    found.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => [`${topic}#${partition}`, Number(offset)]),
    ),
  )
