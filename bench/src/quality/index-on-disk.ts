import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type IndexDocument, openFts5Indexes, type TextIndex, type TextIndexes } from '@techbridge/index'

/** Embedded indexes in a folder of their own, gone after `work`. */
export const withIndexes = async <T>(work: (indexes: TextIndexes) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'techbridge-quality-'))
  const indexes = openFts5Indexes(join(folder, 'indexes.db'))
  try {
    return await work(indexes)
  } finally {
    await indexes.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const batch = 200

export const fill = async (index: TextIndex, documents: readonly (IndexDocument | undefined)[]) => {
  const all = documents.filter((document) => document !== undefined)
  for (let at = 0; at < all.length; at += batch) await index.put(all.slice(at, at + batch))
}
