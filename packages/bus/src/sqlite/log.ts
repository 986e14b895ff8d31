import type { Topic } from '@techbridge/contracts'
import { type Database, pack, unpack } from '@techbridge/sqlite'
import type { Stream } from './streams.ts'

export interface StreamEntry {
  offset: number
  body: string
}

export interface LogEntry {
  position: number
  body: string
}

interface Kept {
  body: string
  packed: Uint8Array | null
}

/** The columns `body` and `packed`. */
const kept = (body: string): [string, Uint8Array | null] => {
  const short = pack(body)
  return typeof short === 'string' ? [short, null] : ['', short]
}

/** What cannot be unpacked is empty, and so no event, like any other damaged row. */
const bodyOf = ({ body, packed }: Kept): string => {
  if (body !== '' || !packed) return body
  try {
    return unpack(packed)
  } catch {
    return ''
  }
}

/** The `events` table. Every method runs at once; call `append` within `Database.write`. */
export class Log {
  readonly #db: Database
  #end: number

  constructor(db: Database) {
    this.#db = db
    // A log of an earlier version has none.
    if (!db.prepare("SELECT 1 FROM pragma_table_info('events') WHERE name = 'packed'").get())
      db.exec('ALTER TABLE events ADD COLUMN packed BLOB')
    const last = db.prepare('SELECT max(position) AS "end" FROM events').get<{ end: number | null }>()
    this.#end = last?.end ?? 0
  }

  /** Gives the position, up to which the log is on disk once the write is. */
  append({ topic, partition }: Stream, body: string): number {
    const { lastInsertRowid } = this.#db
      .prepare('INSERT INTO events (topic, "partition", "offset", body, packed) VALUES (?, ?, ?, ?, ?)')
      .run(topic, partition, this.size({ topic, partition }), ...kept(body))
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
    const found = this.#db
      .prepare(
        `SELECT "offset", body, packed FROM events WHERE topic = ? AND "partition" = ? AND "offset" >= ? AND +position <= ?
         ORDER BY "offset" LIMIT 1`,
      )
      .get<StreamEntry & Kept>(topic, partition, from, this.#end)
    return found && { offset: found.offset, body: bodyOf(found) }
  }

  /** The first event of the topics at a position above `after`, up to and including `upTo`. */
  entryAfter(after: number, upTo: number, topics: readonly Topic[]): LogEntry | undefined {
    // The plus sign keeps SQLite from using the index on topic, with which it would have to sort; `position` is already in order.
    const found = this.#db
      .prepare(
        `SELECT position, body, packed FROM events WHERE position > ? AND position <= ?
         AND +topic IN (SELECT value FROM json_each(?)) ORDER BY position LIMIT 1`,
      )
      .get<LogEntry & Kept>(after, upTo, JSON.stringify(topics))
    return found && { position: found.position, body: bodyOf(found) }
  }

  /** Position of the last event of all that are on disk, 0 in an empty log. */
  end(): number {
    return this.#end
  }
}
