import type { Collection, Query, Store, StoredDocument } from '../store.ts'

export interface OpenedStore {
  store: Store
  /** Closes what is open, if it still is, and opens the same documents again. */
  reopen(): Promise<Store>
  /** Closes what is open and removes the documents. */
  cleanup(): Promise<void>
  /**
   * How another process opens the same store, to be killed in the middle of its writes: a module with a function
   * `open(location: string): Store`. Without it the suite says that it skipped those tests.
   */
  outside?: { module: string; location: string }
}

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

/** A test on an empty collection. */
export const fresh =
  (open: Open, run: (things: Collection<Thing>, opened: OpenedStore) => Promise<void>) => async () => {
    const opened = await open()
    try {
      await run(await opened.store.collection<Thing>('things', spec), opened)
    } finally {
      await opened.cleanup()
    }
  }

export const insertAll = async (things: Collection<Thing>, documents: readonly Thing[]): Promise<void> => {
  await Promise.all(documents.map((document) => things.insert(document)))
}

export const find = async (things: Collection<Thing>, query: Partial<Query>): Promise<string[]> =>
  (await things.find({ limit: 1000, ...query })).map(({ _id }) => _id)
