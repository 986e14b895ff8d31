import type { Topic } from '@techbridge/contracts'
import type { Database } from '@techbridge/sqlite'
import type { Stream } from './streams.ts'

export interface StreamEntry {
  offset: number
  body: string
}

export interface LogEntry {
  position: number
  body: string
}

/** The `events` table. Every method runs at once; call `append` within `Database.write`. */
export class Log {
  readonly #db: Database
  #end: number

  constructor(db: Database) {
    this.#db = db
    const last = db.prepare('SELECT max(position) AS "end" FROM events').get<{ end: number | null }>()
    this.#end = last?.end ?? 0
  }

  /** Gives the position, up to which the log is on disk once the write is. */
  append({ topic, partition }: Stream, body: string): number {
    const { lastInsertRowid } = this.#db
      .prepare('INSERT INTO events (topic, "partition", "offset", body) VALUES (?, ?, ?, ?)')
      .run(topic, partition, this.size({ topic, partition }), body)
    return Number(lastInsertRowid)
  }

  /** From now on events up to and with this position are read. A power cut takes none of them back. */
  isOnDisk(position: number): void {
    this.#end = Math.max(this.#end, position)
  }

  /** Number of events in the stream, which is the offset of the next one. */
  size({ topic, partition }: Stream): number {
    const row = this.#db
      .prepare('SELECT max("offset") + 1 AS size FROM events WHERE topic = ? AND "partition" = ?')
      .get(topic, partition)
    return (row?.size as number | null) ?? 0
  }

  /** The first event of the stream at or after `from`. One at a time, because an event may be large. */
  entryAt({ topic, partition }: Stream, from: number): StreamEntry | undefined {
    return this.#db
      .prepare(
        `SELECT "offset", body FROM events WHERE topic = ? AND "partition" = ? AND "offset" >= ? AND +position <= ?
         ORDER BY "offset" LIMIT 1`,
      )
      .get<StreamEntry>(topic, partition, from, this.#end)
  }

  /** The first event of the topics at a position above `after`, up to and including `upTo`. */
  entryAfter(after: number, upTo: number, topics: readonly Topic[]): LogEntry | undefined {
    // The plus sign keeps SQLite from using the index on topic, with which it would have to sort; `position` is already in order.
    return this.#db
      .prepare(
        `SELECT position, body FROM events WHERE position > ? AND position <= ?
         AND +topic IN (SELECT value FROM json_each(?)) ORDER BY position LIMIT 1`,
      )
      .get<LogEntry>(after, upTo, JSON.stringify(topics))
  }

  /** Position of the last event of all that are on disk, 0 in an empty log. */
  end(): number {
    return this.#end
  }
}
