/**
 * The document store port. What every adapter guarantees:
 *
 * - A write is one document, whole or not at all. There is no transaction over several documents.
 * - A promise of `insert`, `insertMissing` or `replace` resolves only when the write survives `kill -9` and loss of power.
 * - `insert` of an id that is taken fails with `AlreadyExists`; `replace` of a document that is not at the expected version
 *   fails with `StaleVersion`. Of two concurrent writes on one version exactly one succeeds.
 * - `insertMissing` writes each document whose id is free, and leaves existing ones unchanged. After a crash any part of them
 *   may be written; a repeated call writes the rest.
 * - `get` and `find` see every write that was acknowledged before they were called, and return only what survives loss of power.
 * - `find` filters and sorts by declared fields only, each a top-level scalar of the document; an undeclared field fails.
 *   A document that lacks the field neither matches a condition on it nor appears in an order by it.
 * - A declared list of texts matches a condition when one of its texts does. It has neither bounds nor an order.
 * - Pages by `after` neither miss nor repeat a document whose place in the order does not change meanwhile.
 * - An engine that cannot be reached causes `Unavailable` (`@techbridge/contracts`), never an empty result.
 */
export interface Store {
  /** Opens a collection and creates its declared indexes. The same name always has the same documents. */
  collection<D extends StoredDocument>(name: string, spec: CollectionSpec): Promise<Collection<D>>
  /** Fails with `Unavailable` when the engine cannot serve or does not accept writes. */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface StoredDocument {
  _id: string
  version: number
}

export interface CollectionSpec {
  /** Top-level scalar fields that `find` may filter and sort by. */
  indexes: readonly string[]
  /** Top-level lists of texts that `find` may filter by. */
  lists?: readonly string[]
  /** Orders in which lists are read page by page. The cost of a page does not depend on the rest of the collection. */
  pages?: readonly PageSpec[]
}

/** `order` and `by` are declared fields. */
export interface PageSpec {
  order: string
  /** Fields that such lists are filtered by, the most selective first. */
  by: readonly string[]
}

export interface Collection<D extends StoredDocument> {
  get(id: string): Promise<D | undefined>
  insert(document: D): Promise<void>
  /** Inserts those that do not exist yet. */
  insertMissing(documents: readonly D[]): Promise<void>
  /** Replaces the stored document if it is at `expectedVersion`. The versions may be equal. */
  replace(document: D, expectedVersion: number): Promise<void>
  find(query: Query): Promise<D[]>
  /** The number of documents that match the filter, `most` at most. */
  count(where: Filter, most: number): Promise<number>
}

export type Scalar = string | number | boolean

/** All conditions hold: equal to the value, equal to one of a list, or within bounds. */
export type Filter = Record<string, Scalar | readonly Scalar[] | Bounds>
export interface Bounds {
  gt?: string | number
  gte?: string | number
  lt?: string | number
  lte?: string | number
}

export interface Query {
  /** A filter, or several of which at least one holds. */
  where?: Filter | readonly Filter[]
  /** Ties are broken by `_id` in the same direction. Without it: by `_id`, ascending. */
  order?: { by: string; descending?: boolean }
  /** Place of the last document of the previous page: its value of `order.by` (its `_id` without order) and its `_id`. */
  after?: readonly [value: Scalar, id: string]
  limit: number
}

export class AlreadyExists extends Error {
  override name = 'AlreadyExists'
}

export class StaleVersion extends Error {
  override name = 'StaleVersion'
}
