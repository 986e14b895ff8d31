import type { Database } from '@techbridge/sqlite'
import { grown } from '../grown.ts'
import type { IndexSpec } from '../text-index.ts'
import { dropGeneration, Generation } from './generation.ts'

/** Which indexes are in the file, with what fields, and which generation of each is the live one. */
export class Catalogue {
  readonly #db: Database
  readonly #file: string

  /** What a rebuild left that did not come to its end is dropped. */
  constructor(db: Database, file: string) {
    this.#db = db
    this.#file = file
    db.exec(`
      CREATE TABLE IF NOT EXISTS generations (
        number INTEGER PRIMARY KEY AUTOINCREMENT, documents INTEGER NOT NULL DEFAULT 0, tokens INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE TABLE IF NOT EXISTS indexes (name TEXT PRIMARY KEY, spec TEXT NOT NULL, live INTEGER NOT NULL) STRICT;
    `)
    const left = db.prepare('SELECT number FROM generations WHERE number NOT IN (SELECT live FROM indexes)').all()
    for (const { number } of left as { number: number }[]) dropGeneration(db, number)
  }

  /** The live generation of an index, made when there is none and given the fields that it lacks. Only within a write, like all that follow. */
  claim(given: IndexSpec): Generation {
    const spec = inOrder(given)
    const fields = JSON.stringify(spec)
    const found = this.#db.prepare('SELECT spec, live FROM indexes WHERE name = ?').get(spec.name) as
      | { spec: string; live: number }
      | undefined
    if (!found) {
      const first = this.next(spec)
      this.#db.prepare('INSERT INTO indexes VALUES (?, ?, ?)').run(spec.name, fields, first.number)
      return first
    }
    const stored: IndexSpec = JSON.parse(found.spec)
    const wanted = grown(stored, spec)
    if (!wanted) {
      throw new Error(
        `the index "${spec.name}" was made with other fields: it must be rebuilt. ` +
          `Stop, delete ${this.#file} and rebuild (it had ${found.spec}, it should have ${fields})`,
      )
    }
    const generation = new Generation(this.#db, found.live, wanted)
    if (JSON.stringify(wanted) !== found.spec) {
      generation.addNumbers(stored.numbers.length)
      if (wanted.restricted && !stored.restricted) generation.addOpen()
      this.#db.prepare('UPDATE indexes SET spec = ? WHERE name = ?').run(JSON.stringify(wanted), spec.name)
    }
    return generation
  }

  /** Fresh tables. */
  next(spec: IndexSpec): Generation {
    const { number } = this.#db.prepare('INSERT INTO generations DEFAULT VALUES RETURNING number').get() as {
      number: number
    }
    const generation = new Generation(this.#db, number, spec)
    generation.create()
    return generation
  }

  makeLive(generation: Generation): void {
    this.#db.prepare('UPDATE indexes SET live = ? WHERE name = ?').run(generation.number, generation.spec.name)
  }
}

/** Fields in one order, so that the order in which a program lists them does not count. */
const inOrder = ({ name, text, restricted, keywords, numbers }: IndexSpec): IndexSpec => ({
  name,
  text: [...text].sort(),
  ...(restricted && { restricted: [...restricted].sort() }),
  keywords: [...keywords].sort(),
  numbers: [...numbers].sort(),
})
