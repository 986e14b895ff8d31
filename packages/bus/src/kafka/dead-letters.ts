import { type Group, groupNames } from '@techbridge/contracts'
import { BadCursor, Unavailable } from '@techbridge/port'
import type { Kafka } from 'kafkajs'
import type { DeadLetter, DeadLetters } from '../bus.ts'
import { asFound } from '../stored-event.ts'
import { unavailable } from './client.ts'
import { DeadLetterIndex, type Entry, type Found, type Letter, parseEntry } from './dead-letter-index.ts'
import { follow } from './follow.ts'
import type { Names } from './names.ts'
import type { Publisher } from './publisher.ts'
import { inTime, type Questions } from './questions.ts'

interface Engine {
  kafka: Kafka
  questions: Questions
  publisher: Publisher
  names: Names
  signal: AbortSignal
}

/**
 * Dead letters as records in a topic of their group. They are found by an index in memory, which is built at the first query and
 * includes, at every query, all records in the topics at that time. Of very many or very large ones it keeps the newest. Damaged
 * records are skipped.
 */
export class KafkaDeadLetters implements DeadLetters {
  readonly #engine: Engine
  readonly #index: DeadLetterIndex
  /** Next offsets of the index by topic; absent while it follows nothing. */
  #next: Map<string, number[]> | undefined
  #news = Promise.withResolvers<void>()

  constructor(engine: Engine, index = new DeadLetterIndex()) {
    this.#engine = engine
    this.#index = index
  }

  async add(letter: Letter): Promise<void> {
    await this.#engine.publisher.publish([this.#record(letter.group, letter)])
  }

  async list({ group, after, limit }: { group?: Group; after?: string; limit: number }): Promise<DeadLetter[]> {
    await this.#upToDate()
    const all = this.#index.newestFirst()
    const place = all.findIndex(({ id }) => id === after)
    if (after !== undefined && place < 0) throw new BadCursor(`there is no dead letter ${after}`)
    return all
      .slice(place + 1)
      .filter((letter) => group === undefined || letter.group === group)
      .slice(0, limit)
      .map(deadLetter)
  }

  async get(id: string): Promise<DeadLetter | undefined> {
    await this.#upToDate()
    const found = this.#index.get(id)
    return found && deadLetter(found)
  }

  async replay(id: string): Promise<void> {
    await this.#upToDate()
    const letter = this.#index.get(id)
    if (!letter) throw new Error(`there is no dead letter ${id}`)
    const { group, topic, body } = letter
    const { publisher, names } = this.#engine
    await publisher.publish([
      { topic: names.retry(group), key: id, value: Buffer.from(body), headers: { topic } },
      this.#record(group, { id, replayedAt: new Date().toISOString() }),
    ])
  }

  #record(group: Group, entry: Entry) {
    return { topic: this.#engine.names.deadLetters(group), key: entry.id, value: Buffer.from(JSON.stringify(entry)) }
  }

  /** Waits until the index has everything that is in the topics now. Fails with `Unavailable`. */
  async #upToDate(): Promise<void> {
    const { questions, names } = this.#engine
    const extents = await questions.extents(groupNames.map((group) => names.deadLetters(group)))
    this.#next ??= this.#follow(new Map([...extents].map(([topic, of]) => [topic, of.map(({ low }) => low)])))
    const next = this.#next
    const behind = () =>
      [...extents].some(([topic, partitions]) => partitions.some(({ high }, place) => next.get(topic)![place]! < high))
    while (behind()) await inTime(this.#news.promise)
  }

  /** Advances `next` until it fails or the bus closes; queries then fail, and the next one starts again. */
  #follow(next: Map<string, number[]>): Map<string, number[]> {
    this.#news = Promise.withResolvers()
    this.#readOn(next).catch((error) => {
      this.#next = undefined
      this.#news.promise.catch(() => undefined)
      this.#news.reject(unavailable(error))
    })
    return next
  }

  async #readOn(next: Map<string, number[]>): Promise<never> {
    const { kafka, signal } = this.#engine
    for await (const { messages } of follow(kafka, next, signal)) {
      for (const { value, offset } of messages) {
        const entry = parseEntry(String(value))
        if (entry) this.#index.add(entry, Number(offset))
      }
      this.#news.resolve()
      this.#news = Promise.withResolvers()
    }
    throw new Unavailable('the bus is closed')
  }
}

const deadLetter = ({ id, group, topic, body, reason, attempts, at, replayedAt }: Found): DeadLetter => ({
  id,
  group,
  topic,
  event: asFound(body),
  reason,
  attempts,
  at,
  ...(replayedAt !== undefined && { replayedAt }),
})
