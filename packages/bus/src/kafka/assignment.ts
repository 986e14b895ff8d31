import { setTimeout } from 'node:timers/promises'
import type { EachBatchPayload, KafkaMessage } from 'kafkajs'
import { persist } from '../delivery.ts'
import { Commits } from './commits.ts'
import { PartitionWork, type Work } from './partition-work.ts'

/** Milliseconds between heartbeats while running events are finished. */
const signOfLife = 1_000

export interface Duties extends Pick<Work, 'handler' | 'handleBatch' | 'retry'> {
  /** Makes the event a dead letter, durably; fails when the engine is unavailable. */
  deadLetter(from: { topic: string; partition: number }, message: KafkaMessage, death: Death): Promise<void>
  commitFailed(error: unknown): void
}

interface Death {
  reason: string
  attempts: number
}

/** What a member has to do between two rebalances: the partitions that the group gave it. */
export class Assignment {
  readonly #duties: Duties
  readonly #stop = new AbortController()
  readonly #partitions = new Map<string, PartitionWork>()
  readonly #commits: Commits
  #consumer: EachBatchPayload | undefined

  constructor(duties: Duties) {
    this.#duties = duties
    this.#commits = new Commits(
      async (marks) => {
        const topics = [...Map.groupBy(marks, ({ topic }) => topic)].map(([topic, of]) => ({
          topic,
          partitions: of.map(({ partition, next }) => ({ partition, offset: String(next) })),
        }))
        await this.#consumer?.commitOffsetsIfNecessary({ topics })
      },
      duties.commitFailed,
      this.#stop.signal,
    )
  }

  /** Accepts what was fetched and returns at once: kafkajs fetches no partition before it has handed over everything that it fetched. */
  take(payload: EachBatchPayload): void {
    if (this.#stop.signal.aborted) return
    this.#consumer = payload
    const { topic, partition, messages } = payload.batch
    const key = `${topic}#${partition}`
    let work = this.#partitions.get(key)
    if (!work) {
      work = this.#begin(topic, partition)
      this.#partitions.set(key, work)
    }
    work.add(messages, payload.pause)
  }

  /** Finishes the running events, starts no others, and commits. */
  async letGo(): Promise<void> {
    this.#stop.abort()
    const done = new AbortController()
    const keptAlive = this.#keepAlive(done.signal)
    await Promise.all([...this.#partitions.values()].map(({ running }) => running))
    await this.#commits.last()
    for (const partition of this.#partitions.values()) partition.release()
    done.abort()
    await keptAlive
  }

  #begin(topic: string, partition: number): PartitionWork {
    const { signal } = this.#stop
    const { deadLetter, commitFailed: _, ...delivery } = this.#duties
    return new PartitionWork({
      ...delivery,
      signal,
      handled: (next) => this.#commits.mark({ topic, partition, next }),
      deadLetter: (message, death) => persist(() => deadLetter({ topic, partition }, message, death), signal),
    })
  }

  /** In a rebalance, the group waits for a member as long as it gets heartbeats. */
  async #keepAlive(done: AbortSignal): Promise<void> {
    for (;;) {
      await setTimeout(signOfLife, undefined, { signal: done }).catch(() => undefined)
      if (done.aborted) return
      await this.#consumer?.heartbeat().catch(() => undefined)
    }
  }
}
