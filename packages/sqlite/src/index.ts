import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { Unavailable } from '@techbridge/contracts'

interface Waiting {
  run: () => unknown
  resolve: (value: never) => void
  reject: (error: unknown) => void
}

/** Result codes of SQLite that speak of the disk or the file, not of the statement: busy, I/O, corrupt, full, read-only … */
const troubleCodes = new Set([5, 6, 8, 10, 11, 13, 14, 26])
const isTrouble = (error: unknown) =>
  error instanceof Error && 'errcode' in error && troubleCodes.has(Number(error.errcode) & 0xff)

const cannotWrite = (error: unknown) => new Unavailable(`the database cannot write: ${error}`, { cause: error })

/**
 * One SQLite file, owned by this process alone: WAL, `synchronous=FULL`, and writes in groups. All writes asked for in one
 * turn of the event loop share one transaction and so one flush to disk; each still succeeds or fails by itself.
 */
export class Database {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #waiting: Waiting[] = []
  #closed = false

  /** Opens or creates the file. Fails with a message that says so when another process has it open. */
  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true })
    this.#db = new DatabaseSync(file, { timeout: 250 })
    try {
      this.#db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
      this.#db.exec('BEGIN EXCLUSIVE; COMMIT;')
    } catch (error) {
      this.#db.close()
      if (String(error).includes('locked')) {
        throw new Unavailable(`${file} is in use by another process; stop that one or choose another data folder`)
      }
      throw error
    }
  }

  /** Runs statements at once and outside of a group: for creating tables at start. */
  exec(sql: string): void {
    this.#db.exec(sql)
  }

  /** A prepared statement, kept for the next use of the same text. */
  prepare(sql: string): StatementSync {
    if (this.#closed) throw new Unavailable('the database is closed')
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.#db.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  /** Runs `write` in the next group; resolves with its result once that is on disk. What it throws undoes this write alone. */
  write<T>(write: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(new Unavailable('the database is closed'))
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run: write, resolve, reject })
      if (this.#waiting.length === 1) setImmediate(() => this.#flush())
    })
  }

  #flush(): void {
    const group = this.#waiting
    this.#waiting = []
    if (group.length === 0) return
    const settle: (() => void)[] = []
    try {
      this.#db.exec('BEGIN IMMEDIATE')
      for (const { run, resolve, reject } of group) {
        this.#db.exec('SAVEPOINT one')
        try {
          const value = run() as never
          settle.push(() => resolve(value))
        } catch (error) {
          this.#db.exec('ROLLBACK TO one')
          settle.push(() => reject(isTrouble(error) ? cannotWrite(error) : error))
        }
        this.#db.exec('RELEASE one')
      }
      this.#db.exec('COMMIT')
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      const unavailable = cannotWrite(error)
      for (const { reject } of group) reject(unavailable)
      return
    }
    for (const done of settle) done()
  }

  /** Writes what waits, then closes. */
  close(): void {
    if (this.#closed) return
    this.#flush()
    this.#closed = true
    this.#db.close()
  }
}
