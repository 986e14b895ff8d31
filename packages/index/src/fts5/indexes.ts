import { Database } from '@techbridge/sqlite'
import type { IndexSpec, TextIndex, TextIndexes } from '../text-index.ts'
import { Catalogue } from './catalogue.ts'
import { renew } from './earlier.ts'
import { Fts5Index } from './fts5-index.ts'

/**
 * The embedded adapter: SQLite's FTS5 in one file that this process alone has open, and what queries need of it in memory. Fails with
 * `Unavailable` when another process has it.
 */
export function openFts5Indexes(file: string): TextIndexes {
  const db = new Database(file)
  const catalogue = new Catalogue(db, file)
  const opened = new Map<string, Promise<TextIndex>>()

  const load = async (claimed: ReturnType<Catalogue['claim']>): Promise<TextIndex> => {
    const live = 'live' in claimed ? claimed.live : await renew(db, catalogue, claimed)
    await live.load()
    return new Fts5Index(db, catalogue, live)
  }

  return {
    async open(spec: IndexSpec) {
      const claimed = await db.write(() => catalogue.claim(spec))
      const index = opened.get(spec.name) ?? load(claimed)
      opened.set(spec.name, index)
      index.catch(() => opened.delete(spec.name))
      return index
    },
    ping: () => db.probe(),
    async close() {
      db.close()
    },
  }
}
