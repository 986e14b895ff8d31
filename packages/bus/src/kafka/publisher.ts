import { setTimeout } from 'node:timers/promises'
import { Unavailable } from '@techbridge/contracts'
import type { Kafka, Message, Producer } from 'kafkajs'
import { partitionOf } from '../partition.ts'
import { messageOf, unavailable } from './client.ts'

/** Bytes of one event's JSON, at most; more is refused before anything is written. */
export const largestEvent = 8_000_000

/** Bytes that are sent at once. A partition's part of it is one record batch. */
const batchBytes = 1_000_000

/** Milliseconds in which a batch is tried again before its publishers are told. */
const patience = 3_000

export interface Outgoing {
  topic: string
  key: string
  value: Buffer
  headers?: Message['headers']
}

interface Call {
  messages: readonly Outgoing[]
  resolve(): void
  reject(error: unknown): void
}

/**
 * Writes to the log, one batch at a time: what is published meanwhile makes up the next. kafkajs numbers the batches of an
 * idempotent producer anew after a failure, so that of two at a time one could pass for the repetition of the other and
 * vanish. For the same reason a producer with a batch of unknown fate is not used again.
 */
export class Publisher {
  readonly #kafka: Kafka
  #producer: Promise<Producer> | undefined
  #waiting: Call[] = []
  #working: Promise<void> | undefined
  #idle = true
  #closed = false

  constructor(kafka: Kafka) {
    this.#kafka = kafka
  }

  /** Resolves when all of them are durable, each partition's in the order given. */
  async publish(messages: readonly Outgoing[]): Promise<void> {
    if (this.#closed) throw new Unavailable('the bus is closed')
    for (const { key, value } of messages) {
      if (value.length > largestEvent)
        throw new Error(`an event of ${key} has ${value.length} bytes, too many to publish`)
    }
    if (messages.length === 0) return
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#waiting.push({ messages, resolve, reject })
    if (this.#idle) this.#working = this.#work()
    await promise
  }

  /** Resolves when nothing more is waiting or on its way. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#working
    await this.#discard()
  }

  async #work(): Promise<void> {
    this.#idle = false
    while (this.#waiting.length > 0) {
      const calls = this.#waiting
      this.#waiting = []
      try {
        for (const batch of batches(calls.flatMap(({ messages }) => messages))) await this.#send(batch)
        for (const { resolve } of calls) resolve()
      } catch (error) {
        for (const { reject } of calls) reject(unavailable(error))
      }
    }
    this.#idle = true
  }

  async #send(batch: readonly Outgoing[]): Promise<void> {
    const topicMessages = [...Map.groupBy(batch, ({ topic }) => topic)].map(([topic, messages]) => ({
      topic,
      messages,
    }))
    const giveUp = performance.now() + patience
    for (;;) {
      try {
        this.#producer ??= connect(this.#kafka)
        await (await this.#producer).sendBatch({ acks: -1, topicMessages })
        return
      } catch (error) {
        const late = performance.now() > giveUp
        // The broker will not take it from this producer, whose numbers it has lost, say.
        const refused = (error as Error).name === 'KafkaJSNonRetriableError'
        if (late || refused) await this.#discard()
        if (late) throw new Unavailable(`Kafka did not take the events: ${messageOf(error)}`, { cause: error })
      }
      await setTimeout(100)
    }
  }

  async #discard(): Promise<void> {
    const producer = this.#producer
    this.#producer = undefined
    await producer?.then((connected) => connected.disconnect()).catch(() => undefined)
  }
}

async function connect(kafka: Kafka): Promise<Producer> {
  const producer = kafka.producer({
    idempotent: true,
    allowAutoTopicCreation: false,
    // The fewest it allows: how long to go on is decided here.
    retry: { retries: 1, initialRetryTime: 100 },
    createPartitioner:
      () =>
      ({ partitionMetadata, message }) =>
        partitionOf(String(message.key), partitionMetadata.length),
  })
  await producer.connect()
  return producer
}

function* batches(messages: readonly Outgoing[]): Generator<Outgoing[]> {
  let batch: Outgoing[] = []
  let bytes = 0
  for (const message of messages) {
    if (batch.length > 0 && bytes + message.value.length > batchBytes) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(message)
    bytes += message.value.length
  }
  if (batch.length > 0) yield batch
}
