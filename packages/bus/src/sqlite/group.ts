import type { SubscriptionOptions } from '../bus.ts'
import type { Stream } from './streams.ts'

export interface Member extends Omit<SubscriptionOptions, 'group'> {
  /** The running work of the member, one promise per stream. */
  running: Set<Promise<void>>
}

/** Delivers the events of a stream to a member until the signal aborts, then commits and resolves. */
export type Consume = (stream: Stream, member: Member, signal: AbortSignal) => Promise<void>

/** The members of one group in this process, and which of them owns which stream. */
export class ConsumerGroup {
  readonly #members: Member[] = []
  readonly #ownerships: Ownership[]

  constructor(streams: readonly Stream[], consume: Consume) {
    this.#ownerships = streams.map((stream) => new Ownership(stream, consume))
  }

  join(subscription: Omit<SubscriptionOptions, 'group'>): Member {
    const member = { ...subscription, running: new Set<Promise<void>>() }
    this.#members.push(member)
    this.#share()
    return member
  }

  /** Resolves when the member has committed and released all its streams. */
  async leave(member: Member): Promise<void> {
    const place = this.#members.indexOf(member)
    if (place >= 0) this.#members.splice(place, 1)
    this.#share()
    await Promise.all(member.running)
  }

  async close(): Promise<void> {
    this.#members.length = 0
    this.#share()
    await Promise.all(this.#ownerships.map((ownership) => ownership.work))
  }

  #share(): void {
    for (const [index, ownership] of this.#ownerships.entries()) {
      ownership.give(this.#members[index % this.#members.length])
    }
  }
}

/** One stream and its owner. The next owner begins when the previous one has committed and stopped. */
class Ownership {
  readonly #stream: Stream
  readonly #consume: Consume
  #owner: Member | undefined
  #stop = new AbortController()
  /** Resolves when all owners so far have stopped. */
  work: Promise<void> = Promise.resolve()

  constructor(stream: Stream, consume: Consume) {
    this.#stream = stream
    this.#consume = consume
  }

  give(owner: Member | undefined): void {
    if (owner === this.#owner) return
    this.#owner = owner
    this.#stop.abort()
    const stop = new AbortController()
    this.#stop = stop
    if (owner) this.work = this.work.then(() => this.#run(owner, stop.signal))
  }

  async #run(owner: Member, signal: AbortSignal): Promise<void> {
    const run = this.#consume(this.#stream, owner, signal)
    owner.running.add(run)
    await run
    owner.running.delete(run)
  }
}
