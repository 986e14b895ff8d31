import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite'
import { Unavailable } from '@techbridge/port'
import { checkHeld, noteHeld } from './held.ts'
import { LogSync } from './log-sync.ts'
import { makeFolder } from './make-folder.ts'

export { databaseList, noteHeld } from './held.ts'
export { makeFolder } from './make-folder.ts'
export { pack, unpack } from './packed.ts'
export { createTurns, pace, turn, turns } from './turns.ts'

type Committed = () => () => void

interface Waiting {
  /** Whether it is done once it is committed: it gets to disk with what is written later. */
  isNote: boolean
  /** Does the write; gives what to call once it is committed, which gives what to call once it is on disk. */
  run: () => Committed
  reject: (error: unknown) => void
}

/** Result codes of SQLite about the disk or the file, not the statement: busy, I/O, corrupt, full, read-only … */
const troubleCodes = new Set([5, 6, 8, 10, 11, 13, 14, 26])
const isTrouble = (error: unknown) =>
  error instanceof Error && 'errcode' in error && troubleCodes.has(Number(error.errcode) & 0xff)

/** Of these, corrupt (11) and not a database (26) end only when the file is replaced. */
const damageCodes = new Set([11, 26])
const isDamage = (error: unknown) =>
  error instanceof Error && 'errcode' in error && damageCodes.has(Number(error.errcode) & 0xff)

const advice = (error: unknown) =>
  isDamage(error) ? `${error}; the file is damaged: stop what uses it and restore it from a backup` : String(error)

const cannotWrite = (file: string, error: unknown) =>
  new Unavailable(`${file} cannot be written: ${advice(error)}`, { cause: error })

const inMemory = ':memory:'

const openOrCreate = (file: string) => {
  if (file !== inMemory) checkHeld(file)
  try {
    makeFolder(dirname(file))
    ownFile(file)
    return new DatabaseSync(file, { timeout: 250 })
  } catch (error) {
    throw cannotOpen(file, error)
  }
}

/**
 * Creates the file for this user alone, or closes it to others. SQLite gives the files beside it the same mode. An existing file is not
 * opened: closing it would release the locks that SQLite holds on it in this process.
 */
const ownFile = (file: string) => {
  if (file === inMemory) return
  if (!existsSync(file)) closeSync(openSync(file, 'wx', 0o600))
  for (const one of [file, `${file}-wal`, `${file}-shm`])
    if (statSync(one, { throwIfNoEntry: false })?.isFile()) chmodSync(one, 0o600)
}

const aFile = 'its folder is a file'
const noRight = 'this user may not write there'
const reasons: Record<string, string> = {
  EEXIST: aFile,
  ENOTDIR: aFile,
  EACCES: noRight,
  EPERM: noRight,
  EROFS: noRight,
}

const cannotOpen = (file: string, error: unknown) => {
  const { code = '', message } = error as NodeJS.ErrnoException
  if (isDamage(error))
    return new Error(
      `${file} cannot be opened: ${error}; it is damaged or no database: restore it from a backup, or choose another data folder`,
      { cause: error },
    )
  const reason = reasons[code] ?? message
  return new Error(`${file} cannot be opened: ${reason}; mend that or choose another data folder`, { cause: error })
}

type Values = SQLInputValue[]
type SelectedRow = Record<string, SQLOutputValue>

/** A prepared statement. Trouble with the disk or the file becomes `Unavailable`; other errors of SQLite are passed on. */
class Statement {
  readonly #statement: StatementSync
  readonly #troubled: Troubled
  constructor(statement: StatementSync, troubled: Troubled) {
    this.#statement = statement
    this.#troubled = troubled
  }

  /** The first row; the caller knows the shape that the statement selects. */
  get = <Row = SelectedRow>(...values: Values) =>
    this.#troubled(() => this.#statement.get(...values) as Row | undefined)
  /** All rows, likewise. */
  all = <Row = SelectedRow>(...values: Values) => this.#troubled(() => this.#statement.all(...values) as Row[])
  run = (...values: Values) => this.#troubled(() => this.#statement.run(...values))
}

/** Runs code that uses a file, with trouble as `Unavailable`. */
type Troubled = <T>(use: () => T) => T

/** Milliseconds of writing after which waiting writes are left for another group, so that requests are answered in between. */
const longestGroupMs = 10

/** The most rounds of the event loop for which a group waits for more writes. */
const mostRounds = 8

const opened = new Set<Database>()

/** Pages in the write-ahead log after which SQLite moves them into the file. */
const checkpointPages = 1000

/** The databases of a folder that this process has open, for copying them while they are in use. */
export const databasesIn = (folder: string): Database[] =>
  [...opened].filter(({ file }) => dirname(resolve(file)) === resolve(folder))

/**
 * One SQLite file, owned by this process alone, with a write-ahead log, and writes in groups. Writes asked for in one turn of the event loop
 * share one transaction, unless they take long; each still succeeds or fails by itself. Transactions that were committed while the log was
 * brought to disk share the next such sync; a write is acknowledged after the sync, though readers see it from its commit on.
 */
export class Database {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, Statement>()
  readonly #file: string
  readonly #sync: LogSync
  #held = false
  #kept = false
  #waiting: Waiting[] = []
  #closed = false
  /** The first sign that the file is damaged; later reads may be incomplete. */
  #damage: unknown

  /** Opens or creates the file. Fails with a sentence that names the file and the problem, such as another process that has it open. */
  constructor(file: string) {
    this.#file = file
    this.#sync = new LogSync(file === inMemory ? undefined : file, () => this.#emptyLog())
    this.#db = openOrCreate(file)
    try {
      this.#db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
      this.#db.exec('BEGIN EXCLUSIVE; COMMIT;')
      this.#sync.now()
      if (file !== inMemory) noteHeld(file)
    } catch (error) {
      this.#db.close()
      if (String(error).includes('locked')) {
        throw new Error(`${file} is in use by another process; stop that one or choose another data folder`)
      }
      throw cannotOpen(file, error)
    }
    opened.add(this)
  }

  get file(): string {
    return this.#file
  }

  /** While `kept`, writes go to the write-ahead log only and the file itself does not change. */
  keepFile(kept: boolean): void {
    this.#kept = kept
    if (!this.#closed) this.#db.exec(`PRAGMA wal_autocheckpoint = ${kept ? 0 : checkpointPages}`)
  }

  /** While `held`, writes wait and nothing on disk changes; reads continue. */
  hold(held: boolean): void {
    this.#held = held
    if (!held && this.#waiting.length > 0) setImmediate(() => this.#flush())
  }

  /** Fails with what SQLite finds wrong with the file. */
  check(): void {
    const row = this.prepare('PRAGMA quick_check(1)').get()
    if (row?.quick_check !== 'ok') throw new Error(`${this.#file} is damaged: ${row?.quick_check}`)
  }

  #troubled: Troubled = (use) => {
    try {
      return use()
    } catch (error) {
      if (isDamage(error)) this.#damage ??= error
      throw isTrouble(error)
        ? new Unavailable(`${this.#file} does not serve: ${advice(error)}`, { cause: error })
        : error
    }
  }

  /** Writes durably to find out whether that is possible: the disk may be full or read-only, or the file damaged. */
  async probe(): Promise<void> {
    if (this.#damage) throw cannotWrite(this.#file, this.#damage)
    await this.write(() => {
      this.#db.exec('CREATE TABLE IF NOT EXISTS probe (id INTEGER PRIMARY KEY, at INTEGER)')
      this.prepare('INSERT OR REPLACE INTO probe VALUES (1, ?)').run(Date.now())
    })
  }

  /** Runs statements at once, outside a group: for creating tables at start. */
  exec(sql: string): void {
    this.#db.exec(sql)
  }

  /** Fails with `Unavailable` once it is closed, for reads from memory. */
  checkOpen(): void {
    if (this.#closed) throw new Unavailable('the database is closed')
  }

  /** A prepared statement, cached by its text until a name in that is forgotten. */
  prepare(sql: string): Statement {
    this.checkOpen()
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = new Statement(
        this.#troubled(() => this.#db.prepare(sql)),
        this.#troubled,
      )
      this.#statements.set(sql, statement)
    }
    return statement
  }

  /** Lets go of prepared statements whose text has `name`, such as a table that was dropped. */
  forget(name: string): void {
    for (const sql of this.#statements.keys()) if (sql.includes(name)) this.#statements.delete(sql)
  }

  /**
   * Runs `write` in the next group; resolves with its result once that is on disk. What it throws undoes this write alone. `written`
   * gets the result before anybody else can read it; it must not throw.
   */
  write<T>(write: () => T, written?: (result: T) => void): Promise<T> {
    return this.#queue(write, written, false)
  }

  /**
   * The same for what may be done again: resolves once it is committed, which no end of the process takes back. A power cut may, until
   * something else is written.
   */
  note<T>(write: () => T): Promise<T> {
    return this.#queue(write, undefined, true)
  }

  #queue<T>(write: () => T, written: ((result: T) => void) | undefined, isNote: boolean): Promise<T> {
    if (this.#closed) return Promise.reject(new Unavailable('the database is closed'))
    return new Promise<T>((resolve, reject) => {
      const run = () => {
        const value = write()
        return () => {
          written?.(value)
          return () => resolve(value)
        }
      }
      this.#waiting.push({ isNote, run, reject })
      if (this.#waiting.length === 1) this.#flushWhenAllCame(0)
    })
  }

  /** Flushes once a round of the event loop adds no write: writes of requests that arrived together may take several rounds. */
  #flushWhenAllCame(before: number, rounds = mostRounds): void {
    setImmediate(() => {
      const came = this.#waiting.length
      if (came > before && rounds > 0) this.#flushWhenAllCame(came, rounds - 1)
      else this.#flush()
    })
  }

  /** Runs the waiting writes that fit into one group; the rest forms the next. */
  #flush(): void {
    const group: Waiting[] = []
    if (this.#held || this.#waiting.length === 0) return
    const committed: Committed[] = []
    const ends = performance.now() + longestGroupMs
    try {
      this.#db.exec('BEGIN IMMEDIATE')
      while (this.#waiting.length > 0 && (group.length === 0 || performance.now() < ends)) {
        const one = this.#waiting.shift() as Waiting
        group.push(one)
        const { run, reject } = one
        this.#db.exec('SAVEPOINT one')
        try {
          committed.push(run())
        } catch (error) {
          this.#db.exec('ROLLBACK TO one')
          committed.push(() => () => reject(isTrouble(error) ? cannotWrite(this.#file, error) : error))
        }
        this.#db.exec('RELEASE one')
      }
      this.#db.exec('COMMIT')
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      if (isDamage(error)) this.#damage ??= error
      const unavailable = cannotWrite(this.#file, error)
      const failed = group.length > 0 ? group : this.#waiting.splice(0)
      for (const { reject } of failed) reject(unavailable)
      return
    } finally {
      if (this.#waiting.length > 0) setImmediate(() => this.#flush())
    }
    const onDisk: ((error?: unknown) => void)[] = []
    for (const [place, after] of committed.entries()) {
      const done = after()
      const one = group[place]
      if (one?.isNote) done()
      else
        onDisk.push((error) => {
          if (error === undefined) done()
          else one?.reject(cannotWrite(this.#file, error))
        })
    }
    if (onDisk.length > 0) this.#sync.add(onDisk)
  }

  /** Resolves once everything that was committed before is on disk; fails with `Unavailable` when it does not get there. */
  settled(): Promise<void> {
    if (this.#closed) return Promise.reject(new Unavailable('the database is closed'))
    return new Promise((resolve, reject) => {
      this.#sync.add([(error) => (error === undefined ? resolve() : reject(cannotWrite(this.#file, error)))])
    })
  }

  /** Writes what the log holds to the database, with syncs; fails while the file must not change. */
  #emptyLog(): void {
    if (this.#kept || this.#held) throw new Error('a backup is reading the file')
    const { busy } = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {}
    if (busy !== 0) throw new Error('the log cannot be emptied while it is read')
  }

  /** Performs the waiting writes, then closes. */
  close(): void {
    if (this.#closed) return
    opened.delete(this)
    this.#held = false
    while (this.#waiting.length > 0) this.#flush()
    this.#closed = true
    this.#sync.close()
    this.#db.close()
  }
}
