import { Database } from '@techbridge/sqlite'
import { Catalogue } from './fts5/catalogue.ts'
import { Fts5Index } from './fts5/fts5-index.ts'
import { createMatched } from './fts5/search.ts'
import type { IndexSpec, TextIndex, TextIndexes } from './text-index.ts'

/**
 * The embedded adapter: SQLite's FTS5 in one file that this process alone has open. Fails with `Unavailable` when another
 * process has it.
 */
export function openFts5Indexes(file: string): TextIndexes {
  const db = new Database(file)
  const catalogue = new Catalogue(db, file)
  createMatched(db)
  const opened = new Map<string, TextIndex>()
  return {
    async open(spec: IndexSpec) {
      const live = await db.write(() => catalogue.claim(spec))
      const index = opened.get(spec.name) ?? new Fts5Index(db, catalogue, live)
      opened.set(spec.name, index)
      return index
    },
    ping: () => db.probe(),
    async close() {
      db.close()
    },
  }
}
