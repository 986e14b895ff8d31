import { setTimeout } from 'node:timers/promises'

/** Milliseconds that handled events wait to be committed together with those of other partitions. */
const gathering = 50
/** Milliseconds before another try. */
const afterFailure = 500

export interface Mark {
  topic: string
  partition: number
  /** Offset of the first event that is not handled. */
  next: number
}

/** Commits what the partitions of one member have handled, in the background and one request at a time. */
export class Commits {
  readonly #commit: (marks: Mark[]) => Promise<void>
  readonly #failed: (error: unknown) => void
  readonly #signal: AbortSignal
  #marked = new Map<string, Mark>()
  #working: Promise<void> | undefined
  #idle = true

  /** After the signal only `last` commits. */
  constructor(commit: (marks: Mark[]) => Promise<void>, failed: (error: unknown) => void, signal: AbortSignal) {
    this.#commit = commit
    this.#failed = failed
    this.#signal = signal
  }

  mark(mark: Mark): void {
    this.#marked.set(`${mark.topic}#${mark.partition}`, mark)
    if (this.#idle) this.#working = this.#work()
  }

  /** One more attempt for everything that is left. What cannot be committed is delivered again. */
  async last(): Promise<void> {
    await this.#working
    await this.#flush()
  }

  async #work(): Promise<void> {
    this.#idle = false
    let done = true
    while (this.#marked.size > 0 && !this.#signal.aborted) {
      await setTimeout(done ? gathering : afterFailure, undefined, { signal: this.#signal }).catch(() => undefined)
      if (!this.#signal.aborted) done = await this.#flush()
    }
    this.#idle = true
  }

  async #flush(): Promise<boolean> {
    const marks = this.#marked
    if (marks.size === 0) return true
    this.#marked = new Map()
    try {
      await this.#commit([...marks.values()])
      return true
    } catch (error) {
      this.#marked = new Map([...marks, ...this.#marked])
      this.#failed(error)
      return false
    }
  }
}
