import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'

/** Called once what was written is on disk, or with the error that kept it from there. */
type Settle = (error?: unknown) => void

/**
 * Brings the write-ahead log of a database to disk beside the event loop, which a sync would hold up for milliseconds. Whatever is written while
 * one runs shares the next.
 */
export class LogSync {
  readonly #file: string | undefined
  #log: number | undefined
  #waiting: Settle[] = []
  #running: Settle[] = []
  #closed = false

  /** `file` is the database's; without one there is nothing to bring to disk. The log is there from the first write on. */
  constructor(file: string | undefined) {
    this.#file = file
  }

  /** To be called when something was written. */
  add(settle: readonly Settle[]): void {
    this.#waiting.push(...settle)
    if (this.#running.length === 0) this.#sync()
  }

  #sync(): void {
    if (this.#waiting.length === 0 || this.#closed) return
    this.#running = this.#waiting
    this.#waiting = []
    try {
      this.#open()
    } catch (error) {
      this.#settle(error)
    }
    if (this.#log === undefined) this.#settle()
    else
      fdatasync(this.#log, (error) => {
        if (this.#closed) return
        this.#settle(error ?? undefined)
        this.#sync()
      })
  }

  #open(): void {
    if (this.#file !== undefined) this.#log ??= openSync(`${this.#file}-wal`, 'r')
  }

  #settle(error?: unknown): void {
    const done = this.#running
    this.#running = []
    for (const settle of done) settle(error)
  }

  /** Syncs what waits, at once, and lets go of the log. */
  close(): void {
    this.#closed = true
    const left = [...this.#running, ...this.#waiting]
    let failed: unknown
    try {
      if (left.length > 0) this.#open()
      if (this.#log !== undefined) {
        if (left.length > 0) fdatasyncSync(this.#log)
        closeSync(this.#log)
      }
    } catch (error) {
      failed = error
    }
    for (const settle of left) settle(failed)
  }
}
