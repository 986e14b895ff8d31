import { pace } from '@techbridge/sqlite'
import type { KafkaMessage } from 'kafkajs'
import type { SubscriptionOptions } from '../bus.ts'
import { countTogether, deliver, deliverTogether } from '../delivery.ts'
import { parseStored } from '../stored-event.ts'

/** Waiting bytes above which fetching pauses, and below which it resumes. */
const enough = 2_000_000
const few = 1_000_000

export interface Work extends Omit<SubscriptionOptions, 'group'> {
  /** Every event before the offset is handled or dead-lettered. */
  handled(next: number): void
  /** Resolves when the event is a dead letter, durably; `false` when the signal came first. */
  deadLetter(message: KafkaMessage, death: { reason: string; attempts: number }): Promise<boolean>
  signal: AbortSignal
}

/** One partition of a member: its events are handled one after the other, independently of other partitions. */
export class PartitionWork {
  readonly #work: Work
  #waiting: KafkaMessage[] = []
  #bytes = 0
  #resume: (() => void) | undefined
  /** Resolves when no event is running. */
  running: Promise<void> = Promise.resolve()
  #idle = true

  constructor(work: Work) {
    this.#work = work
  }

  /** `pause` stops the fetching of this partition until the returned function is called. */
  add(messages: readonly KafkaMessage[], pause: () => () => void): void {
    for (const message of messages) {
      this.#waiting.push(message)
      this.#bytes += sizeOf(message)
    }
    if (this.#bytes > enough) this.#resume ??= pause()
    if (this.#idle) this.running = this.#run()
  }

  /** Lets the next owner fetch, because a pause outlasts a rebalance. */
  release(): void {
    this.#resume?.()
    this.#resume = undefined
  }

  async #run(): Promise<void> {
    this.#idle = false
    while (this.#waiting.length > 0) {
      const messages = this.#waiting
      this.#waiting = []
      for (let at = 0; at < messages.length; ) {
        await pace()
        const count = this.#work.handleBatch ? countTogether(messages.slice(at), sizeOf) : 1
        const chunk = messages.slice(at, at + count)
        if (!(await this.#handleAll(chunk))) return
        at += count
        for (const message of chunk) this.#bytes -= sizeOf(message)
        if (this.#bytes < few) this.release()
      }
    }
    this.#idle = true
  }

  async #handleAll(messages: readonly KafkaMessage[]): Promise<boolean> {
    const { handleBatch, signal, handled } = this.#work
    const bodies = messages.map(({ value }) => String(value))
    if (await deliverTogether(handleBatch, bodies, signal)) {
      handled(Number(messages.at(-1)!.offset) + 1)
      return true
    }
    for (const message of messages) if (!(await this.#handle(message))) return false
    return true
  }

  /** `false` when the signal came before the event was handled or dead-lettered. */
  async #handle(message: KafkaMessage): Promise<boolean> {
    const { handler, retry, signal, handled, deadLetter } = this.#work
    const outcome = await deliver(async () => handler(parseStored(String(message.value))), { retry, signal })
    if (outcome.kind === 'stopped') return false
    if (outcome.kind === 'dead' && !(await deadLetter(message, outcome))) return false
    handled(Number(message.offset) + 1)
    return true
  }
}

const sizeOf = ({ value }: KafkaMessage): number => value?.length ?? 0
