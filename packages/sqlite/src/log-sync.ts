import { closeSync, fdatasync, fdatasyncSync, openSync, realpathSync } from 'node:fs'

/** Milliseconds that a sync may hold up the event loop: to hand it to a thread and hear of its end takes about as long. */
const shortMs = 0.5
/** Syncs beside the event loop after two in it in a row that took longer, and the most of them when it goes on like that. */
const besides = { first: 32, most: 512 }

/** Called once what was written is on disk, or with the error that kept it from there. */
type Settle = (error?: unknown) => void

/**
 * Brings the write-ahead log of a database to disk: beside the event loop, which a sync may hold up for milliseconds, or in it while syncs turn
 * out to be short. Whatever is written while one runs shares the next.
 *
 * After a sync that failed, the system may hold what it did not write for clean and tell the next sync that all is well. A recovery
 * would end at that gap and lose everything after it, so nothing is acknowledged by a sync again before `copy` has brought the
 * content of the log to the database itself.
 */
export class LogSync {
  readonly #file: string | undefined
  readonly #copy: () => void
  readonly #now: () => number
  #failed = false
  #log: number | undefined
  #waiting: Settle[] = []
  #running: Settle[] = []
  #closed = false
  /** Syncs that go beside the event loop before one is tried in it, and how many of them the next long one brings. */
  #beside = besides.first
  #nextBeside = besides.first
  /** Whether the last sync in the event loop took longer. */
  #wasLong = true

  /**
   * `file` is the database's; without one there is nothing to bring to disk. The log is there from the first write on. `copy` writes all that
   * is in the log to the database, on disk, or throws. `now` is a clock of milliseconds.
   */
  constructor(file: string | undefined, copy: () => void, now = () => performance.now()) {
    this.#file = file
    this.#copy = copy
    this.#now = now
  }

  /** Syncs at once: what an earlier process left in the log may be read, though no sync has reached it. */
  now(): void {
    this.#open()
    if (this.#log !== undefined) fdatasyncSync(this.#log)
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
      if (this.#log !== undefined && !this.#failed) {
        if (this.#beside === 0) {
          this.#syncHere(this.#log)
        } else {
          this.#beside -= 1
          fdatasync(this.#log, (error) => this.#synced(error))
        }
        return
      }
      if (this.#failed) this.#copy()
      this.#failed = false
      this.#settle()
    } catch (error) {
      this.#settle(error)
    }
  }

  /** In the event loop. */
  #syncHere(log: number): void {
    const began = this.#now()
    let failed: unknown = null
    try {
      fdatasyncSync(log)
    } catch (error) {
      failed = error
    }
    const isLong = this.#now() - began > shortMs
    if (!isLong) this.#nextBeside = besides.first
    else if (this.#wasLong) {
      this.#beside = this.#nextBeside
      this.#nextBeside = Math.min(besides.most, this.#nextBeside * 2)
    }
    this.#wasLong = isLong
    this.#synced(failed)
  }

  #synced(error: unknown): void {
    if (this.#closed) return
    if (error) this.#failed = true
    this.#settle(error ?? undefined)
    this.#sync()
  }

  #open(): void {
    // SQLite puts the log beside the file that a symbolic link leads to.
    if (this.#file !== undefined) this.#log ??= openSync(`${realpathSync(this.#file)}-wal`, 'r')
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
      if (left.length > 0 && this.#failed) this.#copy()
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
