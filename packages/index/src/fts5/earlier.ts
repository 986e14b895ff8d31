import type { Database } from '@techbridge/sqlite'
import type { IndexSpec } from '../text-index.ts'
import type { Catalogue } from './catalogue.ts'
import { dropGeneration, type Generation, type Row, tableOf } from './generation.ts'
import { tokensOf } from './postings.ts'
import { decodeText } from './tokens.ts'

const atOnce = 200

interface Document {
  doc: number
  id: string
  version: number
  source: string
  [column: string]: unknown
}

/**
 * Makes a generation of what one of format 1 holds, in which FTS5 kept the texts and tables the keywords and numbers. What is cut off is begun
 * anew at the next start.
 */
export async function renew(
  db: Database,
  catalogue: Catalogue,
  { earlier, had, wanted }: { earlier: number; had: IndexSpec; wanted: IndexSpec },
): Promise<Generation> {
  const next = await db.write(() => catalogue.next(wanted))
  const table = (name: Parameters<typeof tableOf>[1]) => tableOf(earlier, name)
  const some = db.prepare(
    `SELECT d.*, s.source${had.text.map((_, n) => `, t.t${n}`).join('')} FROM ${table('documents')} d
     JOIN ${table('sources')} s ON s.doc = d.doc LEFT JOIN ${table('text')} t ON t.rowid = d.doc
     WHERE d.doc > ? ORDER BY d.doc LIMIT ?`,
  )
  const values = db.prepare(`SELECT field, value FROM ${table('keywords')} WHERE doc = ?`)
  const rowOf = (document: Document): Row => {
    const { doc, id, version, source } = document
    const texts = had.text.map((_, n) => decodeText(String(document[`t${n}`] ?? '')))
    const keywords: string[][] = wanted.keywords.map(() => [])
    for (const { field, value } of values.all<{ field: number; value: string }>(doc)) keywords[field]?.push(value)
    const numbers = wanted.numbers.map((_, n) => {
      const number = document[`n${n}`]
      return typeof number === 'number' ? number : null
    })
    const lengths = texts.map((text) => tokensOf(text).length)
    return { id, version, enriched: false, texts, facts: { lengths, keywords, numbers }, vector: undefined, source }
  }
  for (let after = 0; ; ) {
    const documents = some.all<Document>(after, atOnce)
    await db.write(() => next.put(documents.map(rowOf)))
    after = documents.at(-1)?.doc ?? after
    if (documents.length < atOnce) break
  }
  await db.write(() => {
    catalogue.makeLive(next)
    dropGeneration(db, earlier)
  })
  return next
}
