import { type Opened, opened } from '@techbridge/port/conformance'
import type { IndexDocument, IndexSpec, TextIndex, TextIndexes } from '../text-index.ts'

export type OpenedIndexes = Opened<{ indexes: TextIndexes }>
export type Open = () => Promise<OpenedIndexes>

export const spec: IndexSpec = {
  name: 'profiles',
  text: ['title', 'body'],
  keywords: ['country', 'sector'],
  numbers: ['trl', 'year'],
}

interface Given {
  version?: number
  /** Tokens separated by a space. */
  title?: string
  body?: string
  country?: string[]
  sector?: string[]
  trl?: number
  year?: number
  source?: unknown
}

export function document(id: string, given: Given = {}): IndexDocument {
  const { version = 1, title, body, country, sector, trl, year, source = { id } } = given
  return {
    id,
    version,
    text: defined({ title: title?.split(' '), body: body?.split(' ') }),
    keywords: defined({ country, sector }),
    numbers: defined({ trl, year }),
    source,
  }
}

const defined = <T>(fields: Record<string, T | undefined>): Record<string, T> =>
  Object.fromEntries(Object.entries(fields).filter((field): field is [string, T] => field[1] !== undefined))

/** Documents that match nothing else, so that frequencies are those of a corpus and not of three documents. */
export const filler = (count: number): IndexDocument[] =>
  Array.from({ length: count }, (_, n) => document(`filler-${n}`, { title: 'of no', body: 'interest here at all' }))

/** Milliseconds after which a property stops looking for more or for smaller examples. */
export const PATIENCE = 20_000

export const everywhere = { title: 1, body: 1 }

export const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id)

/** Ids of the documents with any of the tokens, best first. */
export async function find(index: TextIndex, ...tokens: string[]): Promise<string[]> {
  const { hits } = await index.search({ match: { tokens, fields: everywhere, require: 'any' }, limit: 1000 })
  return ids(hits)
}

/** The body of a test on an empty index. */
export const fresh = (open: Open, run: (index: TextIndex, opened: OpenedIndexes) => Promise<void>) =>
  opened(open, async (adapter) => run(await adapter.indexes.open(spec), adapter))
