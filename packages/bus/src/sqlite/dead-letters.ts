import type { Group, Topic } from '@techbridge/contracts'
import { BadCursor } from '@techbridge/port'
import type { Database } from '@techbridge/sqlite'
import type { DeadLetter, DeadLetters } from '../bus.ts'
import { asFound } from '../stored-event.ts'

interface Row {
  id: string
  group: Group
  topic: Topic
  body: string
  reason: string
  attempts: number
  at: string
  replayed_at: string | null
}

type NewDeadLetter = Omit<Row, 'id' | 'at' | 'replayed_at'>

/** Appends the body for the group again and runs `mark` in the same write. */
type Replay = (letter: Pick<Row, 'group' | 'topic' | 'body'>, mark: () => void) => Promise<void>

/** The `dead_letters` table. An id is a running number of twelve digits, so ids sort as text. */
export class SqliteDeadLetters implements DeadLetters {
  readonly #db: Database
  readonly #replay: Replay

  constructor(db: Database, replay: Replay) {
    this.#db = db
    this.#replay = replay
  }

  /** Call within `Database.write`. */
  add({ group, topic, body, reason, attempts }: NewDeadLetter): void {
    this.#db
      .prepare(
        `INSERT INTO dead_letters (id, "group", topic, body, reason, attempts, at)
         SELECT printf('%012d', coalesce(max(id), 0) + 1), ?, ?, ?, ?, ?, ? FROM dead_letters`,
      )
      .run(group, topic, body, reason, attempts, new Date().toISOString())
  }

  async list({ group, after, limit }: { group?: Group; after?: string; limit: number }): Promise<DeadLetter[]> {
    if (after !== undefined && !this.#row(after)) throw new BadCursor(`there is no dead letter ${after}`)
    const conditions: string[] = []
    const values: string[] = []
    if (group !== undefined) conditions.push('"group" = ?') && values.push(group)
    if (after !== undefined) conditions.push('id < ?') && values.push(after)
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
    const rows = this.#db
      .prepare(`SELECT * FROM dead_letters ${where} ORDER BY id DESC LIMIT ?`)
      .all<Row>(...values, limit)
    return rows.map(deadLetter)
  }

  async get(id: string): Promise<DeadLetter | undefined> {
    const row = this.#row(id)
    return row && deadLetter(row)
  }

  async replay(id: string): Promise<void> {
    const row = this.#row(id)
    if (!row) throw new Error(`there is no dead letter ${id}`)
    await this.#replay(row, () => {
      this.#db.prepare('UPDATE dead_letters SET replayed_at = ? WHERE id = ?').run(new Date().toISOString(), id)
    })
  }

  #row(id: string): Row | undefined {
    return this.#db.prepare('SELECT * FROM dead_letters WHERE id = ?').get<Row>(id)
  }
}

const deadLetter = ({ body, replayed_at, ...row }: Row): DeadLetter => ({
  ...row,
  event: asFound(body),
  ...(replayed_at !== null && { replayedAt: replayed_at }),
})
