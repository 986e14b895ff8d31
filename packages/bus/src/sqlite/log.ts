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

  constructor(db: Database) {
    this.#db = db
  }

  append({ topic, partition }: Stream, body: string): void {
    this.#db
      .prepare('INSERT INTO events (topic, "partition", "offset", body) VALUES (?, ?, ?, ?)')
      .run(topic, partition, this.size({ topic, partition }), body)
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
        `SELECT "offset", body FROM events WHERE topic = ? AND "partition" = ? AND "offset" >= ? ORDER BY "offset" LIMIT 1`,
      )
      .get<StreamEntry>(topic, partition, from)
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

  /** Position of the last event of all, 0 in an empty log. */
  end(): number {
    const row = this.#db.prepare('SELECT max(position) AS "end" FROM events').get()
    return (row?.end as number | null) ?? 0
  }
}
