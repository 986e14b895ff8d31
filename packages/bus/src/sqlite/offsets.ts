import type { Group } from '@techbridge/contracts'
import type { Database } from '@techbridge/sqlite'
import type { Stream } from './streams.ts'

/** The position of each group in each stream: the offset of the first event that it has not committed. */
export class Offsets {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  next(group: Group, { topic, partition }: Stream): number {
    const row = this.#db
      .prepare('SELECT next FROM offsets WHERE "group" = ? AND topic = ? AND "partition" = ?')
      .get(group, topic, partition)
    return (row?.next as number | undefined) ?? 0
  }

  /** Call within `Database.write`. */
  commit(group: Group, { topic, partition }: Stream, next: number): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO offsets ("group", topic, "partition", next) VALUES (?, ?, ?, ?)')
      .run(group, topic, partition, next)
  }
}
