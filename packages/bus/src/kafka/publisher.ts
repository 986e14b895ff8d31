import { setTimeout } from 'node:timers/promises'
import { Unavailable } from '@techbridge/port'
import type { Kafka, Message, Producer } from 'kafkajs'
import { partitionOf } from '../partition.ts'
import { messageOf, unavailable } from './client.ts'

/** The most bytes of one event's JSON; larger events are refused before anything is written. */
export const largestEvent = 8_000_000

/** Bytes that are sent at once. A partition's part of it is one record batch. */
const batchBytes = 1_000_000

/** Milliseconds for which a batch is retried before its publishers get the error. */
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
 * Writes to the log, one batch at a time: what is published meanwhile forms the next. kafkajs renumbers the batches of an idempotent
 * producer after a failure, so one of two concurrent batches could be taken for a repetition of the other and vanish. For the same
 * reason a producer with a batch of unknown fate is not used again.
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

  /** Resolves when nothing is waiting or in flight. */
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
        // The broker will not accept it from this producer, for example because it has lost its numbers.
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
    // The minimum: how long to retry is decided here.
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
