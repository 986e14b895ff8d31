import type { Position } from '@techbridge/bus'

export interface Message {
  /** As it goes over the wire. Streams of one view share it. */
  block: Buffer
  /** The place in the log behind it. */
  position: Position
}

/** What one stream has to send yet. When that is more than it may hold, all of it is dropped, for the log has it. */
export class Backlog {
  readonly #mostBytes: number
  #messages: Message[] = []
  #bytes = 0
  #state: 'open' | 'overrun' | 'ended' = 'open'
  #wake: (() => void) | undefined

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  get state() {
    return this.#state
  }

  push(message: Message): void {
    if (this.#state !== 'open') return
    this.#bytes += message.block.length
    if (this.#messages.length > 0 && this.#bytes > this.#mostBytes) {
      this.#stop('overrun')
    } else {
      this.#messages.push(message)
      this.#wake?.()
    }
  }

  /** Nothing more will come. */
  end(): void {
    this.#stop('ended')
  }

  shift(): Message | undefined {
    const message = this.#messages.shift()
    if (message) this.#bytes -= message.block.length
    return message
  }

  /** Resolves when there is something to do, when the signal aborts, or after so many milliseconds. */
  async news(ms: number, signal: AbortSignal): Promise<void> {
    if (this.#messages.length > 0 || this.#state !== 'open' || signal.aborted) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#wake = resolve
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', this.#wake, { once: true })
    await promise
    clearTimeout(timer)
    signal.removeEventListener('abort', this.#wake)
    this.#wake = undefined
  }

  #stop(state: 'overrun' | 'ended'): void {
    this.#state = state
    this.#messages = []
    this.#wake?.()
  }
}
