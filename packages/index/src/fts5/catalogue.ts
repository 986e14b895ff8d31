import type { Database } from '@techbridge/sqlite'
import { grown } from '../grown.ts'
import type { IndexSpec } from '../text-index.ts'
import { dropGeneration, Generation } from './generation.ts'

/** One more when the tables of a generation are others than before; `earlier.ts` reads those of before. */
const currentFormat = 2

/** Which indexes are in the file, with what fields, and which generation of each is the live one. */
export class Catalogue {
  readonly #db: Database
  readonly #file: string

  /** What a rebuild left that did not come to its end is dropped. */
  constructor(db: Database, file: string) {
    this.#db = db
    this.#file = file
    db.exec(`
      CREATE TABLE IF NOT EXISTS generations (number INTEGER PRIMARY KEY AUTOINCREMENT, format INTEGER NOT NULL DEFAULT 1) STRICT;
      CREATE TABLE IF NOT EXISTS indexes (name TEXT PRIMARY KEY, spec TEXT NOT NULL, live INTEGER NOT NULL) STRICT;
    `)
    if (!db.prepare("SELECT 1 FROM pragma_table_info('generations') WHERE name = 'format'").get())
      db.exec('ALTER TABLE generations ADD COLUMN format INTEGER NOT NULL DEFAULT 1')
    const left = db.prepare('SELECT number FROM generations WHERE number NOT IN (SELECT live FROM indexes)')
    for (const { number } of left.all<{ number: number }>()) dropGeneration(db, number)
  }

  /**
   * The live generation of an index, made when there is none and given the fields that it lacks; the number and the fields of one of an earlier
   * format, of which the next is to be made. Only within a write, like all that follow.
   */
  claim(given: IndexSpec): { live: Generation } | { earlier: number; had: IndexSpec; wanted: IndexSpec } {
    const spec = inOrder(given)
    const fields = JSON.stringify(spec)
    const found = this.#db
      .prepare('SELECT spec, live, format FROM indexes JOIN generations ON number = live WHERE name = ?')
      .get<{ spec: string; live: number; format: number }>(spec.name)
    if (!found) {
      const live = this.next(spec)
      this.#db.prepare('INSERT INTO indexes VALUES (?, ?, ?)').run(spec.name, fields, live.number)
      return { live }
    }
    const had: IndexSpec = JSON.parse(found.spec)
    const wanted = grown(had, spec)
    if (!wanted) {
      throw new Error(
        `the index "${spec.name}" was made with other fields: it must be rebuilt. ` +
          `Stop, delete ${this.#file} and rebuild (it had ${found.spec}, it should have ${fields})`,
      )
    }
    if (found.format < currentFormat) return { earlier: found.live, had, wanted }
    this.#db.prepare('UPDATE indexes SET spec = ? WHERE name = ?').run(JSON.stringify(wanted), spec.name)
    const live = new Generation(this.#db, found.live, wanted)
    live.createVectors()
    return { live }
  }

  /** Fresh tables. */
  next(spec: IndexSpec): Generation {
    const made = this.#db
      .prepare('INSERT INTO generations (format) VALUES (?) RETURNING number')
      .get<{ number: number }>(currentFormat)
    const generation = new Generation(this.#db, Number(made?.number), spec)
    generation.create()
    return generation
  }

  makeLive({ number, spec }: Generation): void {
    this.#db
      .prepare('UPDATE indexes SET live = ?, spec = ? WHERE name = ?')
      .run(number, JSON.stringify(spec), spec.name)
  }
}

/** Fields in one order, so that the order in which a program lists them does not count. */
const inOrder = ({ name, text, restricted, keywords, numbers, vectors }: IndexSpec): IndexSpec => ({
  name,
  text: [...text].sort(),
  ...(restricted && { restricted: [...restricted].sort() }),
  keywords: [...keywords].sort(),
  numbers: [...numbers].sort(),
  ...(vectors && { vectors: [...vectors] }),
})
