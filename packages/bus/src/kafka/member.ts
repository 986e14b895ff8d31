import { setTimeout } from 'node:timers/promises'
import { type Consumer, type Kafka, type PartitionAssigner, PartitionAssigners } from 'kafkajs'
import { pauseAfter } from '../delivery.ts'
import { Assignment, type Duties } from './assignment.ts'
import { type KafkaLog, messageOf } from './client.ts'

/** Milliseconds. The partitions of a dead member go to others after `sessionTimeout`. */
const timing = { sessionTimeout: 10_000, heartbeatInterval: 1_000, rebalanceTimeout: 60_000, maxWaitTimeInMs: 200 }

const lasting = 60_000

export interface Membership {
  groupId: string
  topics: string[]
  /** Resolves when the topics exist. */
  topicsExist: () => Promise<void>
}

/** One member of a consumer group, with a new consumer whenever the previous one has crashed. */
export class Member {
  readonly #kafka: Kafka
  readonly #membership: Membership
  readonly #duties: Duties
  readonly #log: KafkaLog | undefined
  readonly #closing = new AbortController()
  readonly #closed = new Promise<void>((resolve) => {
    this.#closing.signal.addEventListener('abort', () => resolve())
  })
  readonly #belonging: Promise<void>
  /** None during a rebalance: what is fetched then belongs to the previous assignment. */
  #assignment: Assignment | undefined

  constructor(kafka: Kafka, membership: Membership, duties: Duties, log?: KafkaLog) {
    this.#kafka = kafka
    this.#membership = membership
    this.#duties = duties
    this.#log = log
    this.#belonging = this.#belong()
  }

  /** Stops after the events that are being handled, commits them and leaves the group. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#belonging
  }

  async #belong(): Promise<void> {
    for (let failures = 0; !this.#closing.signal.aborted; failures++) {
      const began = performance.now()
      const error = await this.#consume()
      if (this.#closing.signal.aborted) return
      if (performance.now() - began > lasting) failures = 0
      this.#log?.warn({ err: error, group: this.#membership.groupId }, 'The consumer failed and is built anew')
      const pause = pauseAfter(failures + 1, { firstPause: 100, maxPause: 2_000 })
      await setTimeout(pause, undefined, { signal: this.#closing.signal }).catch(() => undefined)
    }
  }

  /** Belongs to the group until the consumer fails, and gives the error, or until the member closes. */
  async #consume(): Promise<unknown> {
    const { groupId, topics, topicsExist } = this.#membership
    const fetching = { count: 0 }
    const consumer = this.#kafka.consumer({
      ...timing,
      groupId,
      allowAutoTopicCreation: false,
      retry: { retries: 100, initialRetryTime: 100, maxRetryTime: 2_000, restartOnFailure: async () => false },
      partitionAssigners: [afterwards(() => this.#beforeJoin(fetching))],
    })
    consumer.on(consumer.events.FETCH_START, () => void fetching.count++)
    consumer.on(consumer.events.FETCH, () => void fetching.count--)
    // By then all fetching has ended, including failed fetches that were not counted down.
    consumer.on(consumer.events.REBALANCING, () => {
      fetching.count = 0
    })
    const crashed = crashOf(consumer)
    consumer.on(consumer.events.GROUP_JOIN, () => {
      if (!this.#closing.signal.aborted) this.#assignment = new Assignment(this.#duties)
    })
    try {
      await topicsExist()
      await consumer.connect()
      await consumer.subscribe({ topics, fromBeginning: true })
      await consumer.run({ autoCommit: false, eachBatch: async (payload) => this.#assignment?.take(payload) })
      return await Promise.race([crashed, this.#closed])
    } catch (error) {
      return error
    } finally {
      await this.#handOver()
      await consumer.disconnect().catch((error) => this.#log?.debug({ err: messageOf(error) }, 'Leaving failed'))
    }
  }

  /**
   * When kafkajs finds that a leader has moved, it rejoins while it still fetches from other brokers. What those send would count as
   * fetched after the join, and what was dropped at the join would be skipped. Such a consumer is replaced.
   */
  async #beforeJoin(fetching: { count: number }): Promise<void> {
    await this.#handOver()
    if (fetching.count > 0) throw Object.assign(new Error('a join in the midst of a fetch'), { retriable: false })
  }

  /** Before the next rebalance: no event is running, and everything handled is committed. */
  async #handOver(): Promise<void> {
    const assignment = this.#assignment
    await assignment?.letGo()
    if (this.#assignment === assignment) this.#assignment = undefined
  }
}

/**
 * Shares partitions in turn, but joins the group only when `ready` has resolved. kafkajs has no hook for that; before every
 * join, and at no other time, it asks the cluster for the coordinator of the group.
 */
const afterwards =
  (ready: () => Promise<void>): PartitionAssigner =>
  (config) => {
    const { cluster } = config
    const find = cluster.findGroupCoordinator.bind(cluster)
    cluster.findGroupCoordinator = async (group) => {
      await ready()
      return find(group)
    }
    return PartitionAssigners.roundRobin(config)
  }

/** Resolves with the error. */
function crashOf(consumer: Consumer): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error))
  return promise
}
