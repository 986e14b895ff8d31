import type { Client } from '@elastic/elasticsearch'
import { bulk, type Outcome } from './bulk.ts'
import type { Row } from './mapping.ts'

interface Put {
  rows: readonly Row[]
  resolve(outcomes: Outcome[]): void
  reject(error: unknown): void
}

/**
 * Writes one after the other. A refresh costs the same for one document as for hundreds, so what is put while a write is
 * under way goes together into the next one.
 */
export class Writes {
  readonly #client: Client
  #waiting: Put[] = []
  #last: Promise<unknown> = Promise.resolve()
  /** The indexes that the next write goes to. To be changed only within `alone`. */
  targets: readonly string[]

  constructor(client: Client, targets: readonly string[]) {
    this.#client = client
    this.targets = targets
  }

  /** Resolves when searches see the rows, with what became of each; of a row that the engine refuses only its own put fails. */
  put(rows: readonly Row[]): Promise<Outcome[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ rows, resolve, reject })
      if (this.#waiting.length === 1) void this.alone(() => this.#write())
    })
  }

  /** Does `work` while no write is under way. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }

  async #write(): Promise<void> {
    const puts = this.#waiting
    this.#waiting = []
    try {
      const rows = puts.flatMap((put) => put.rows)
      const outcomes = await bulk(this.#client, this.targets, rows, true)
      let from = 0
      for (const { rows, resolve, reject } of puts) {
        const own = outcomes.slice(from, from + rows.length)
        const problem = own.find((outcome) => outcome instanceof Error)
        if (problem) reject(problem)
        else resolve(own)
        from += rows.length
      }
    } catch (error) {
      for (const { reject } of puts) reject(error)
    }
  }
}
