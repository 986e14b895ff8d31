import { type Opened, opened } from '@techbridge/port/conformance'
import type { Collection, Query, Store, StoredDocument } from '../store.ts'

export type OpenedStore = Opened<{ store: Store }>
export type Open = () => Promise<OpenedStore>

/** A document of the tests: one field of each kind that a query may name, and one that none may. */
export interface Thing extends StoredDocument {
  text?: string
  number?: number
  flag?: boolean
  tags?: string[]
  hidden?: unknown
}

export const spec = {
  indexes: ['text', 'number', 'flag'],
  lists: ['tags'],
  pages: [{ order: 'number', by: ['text', 'flag'] }],
}

export const thing = (id: string, fields: Omit<Thing, '_id' | 'version'> & { version?: number } = {}): Thing => ({
  _id: id,
  version: 1,
  ...fields,
})

/** The body of a test on an empty collection. */
export const fresh = (open: Open, run: (things: Collection<Thing>, opened: OpenedStore) => Promise<void>) =>
  opened(open, async (adapter) => run(await adapter.store.collection<Thing>('things', spec), adapter))

export const insertAll = async (things: Collection<Thing>, documents: readonly Thing[]): Promise<void> => {
  await Promise.all(documents.map((document) => things.insert(document)))
}

export const find = async (things: Collection<Thing>, query: Partial<Query>): Promise<string[]> =>
  (await things.find({ limit: 1000, ...query })).map(({ _id }) => _id)
