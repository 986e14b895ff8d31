import type { TextIndexes } from '@techbridge/index'
import { fill } from './index-on-disk.ts'
import type { Text } from './publications.ts'

/** The baseline: BM25 of SQLite's FTS5 over lower-case words as they stand, one field, every word of the query. */
export const openPlainBm25 = async (indexes: TextIndexes, name: string, texts: readonly Text[]) => {
  const index = await indexes.open({ name: `plain-${name}`, text: ['all'], keywords: [], numbers: [] })
  const documents = texts.map((text) => ({
    id: text.id,
    version: 1,
    text: { all: wordsOf(text) },
    keywords: {},
    numbers: {},
    source: null,
  }))
  await fill(index, documents)
  return async (query: Pick<Text, 'title' | 'body'>, limit: number): Promise<string[]> => {
    const tokens = [...new Set(wordsOf(query))]
    const { hits } = await index.search({ match: { tokens, fields: { all: 1 }, require: 'any' }, limit })
    return hits.map(({ id }) => id)
  }
}

const wordsOf = ({ title, body }: Pick<Text, 'title' | 'body'>) =>
  `${title} ${body}`.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
