/**
 * The document store port. What every adapter guarantees:
 *
 * - A write is one document, whole or not at all. There is no transaction over several documents.
 * - A promise of `insert`, `insertMissing` or `replace` resolves only when the write survives `kill -9` and loss of power.
 * - `insert` of an id that is taken fails with `AlreadyExists`; `replace` of a document that does not stand at the
 *   expected version fails with `StaleVersion`. Of two concurrent writes on one version exactly one succeeds.
 * - `insertMissing` writes each document whose id is free, and leaves those that are there as they are. A crash may leave any part of
 *   them written; called again it writes the rest.
 * - `get` and `find` see every write that was acknowledged before they were called.
 * - `find` filters and sorts by declared fields only, each a top-level scalar of the document; an undeclared field fails.
 *   A document that lacks the field neither matches a condition on it nor appears in an order by it.
 * - A declared list of texts meets a condition when one of its texts does. It takes no bounds and gives no order.
 * - Pages by `after` miss no document and repeat none among those that do not change their place meanwhile.
 * - An engine that cannot be reached shows as `Unavailable` (`@techbridge/contracts`), never as an empty answer.
 */
export interface Store {
  /** Opens a collection and creates its declared indexes. The same name always gives the same documents. */
  collection<D extends StoredDocument>(name: string, spec: CollectionSpec): Promise<Collection<D>>
  /** Fails with `Unavailable` when the engine cannot serve or takes no writes. */
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
  /** Orders in which lists are read page by page. A page costs no more for what the collection holds besides. */
  pages?: readonly PageSpec[]
}

/** `order` and `by` are declared fields. */
export interface PageSpec {
  order: string
  /** Fields that such lists are filtered by, those first of which a value is rarest. */
  by: readonly string[]
}

export interface Collection<D extends StoredDocument> {
  get(id: string): Promise<D | undefined>
  insert(document: D): Promise<void>
  /** Inserts those that are not there yet. */
  insertMissing(documents: readonly D[]): Promise<void>
  /** Writes `document` over the stored one if that stands at `expectedVersion`. The versions may be equal. */
  replace(document: D, expectedVersion: number): Promise<void>
  find(query: Query): Promise<D[]>
  /** How many documents the filter matches, counted no further than `most`. */
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
  /** Place of the last document of the page before: its value of `order.by` (its `_id` without order) and its `_id`. */
  after?: readonly [value: Scalar, id: string]
  limit: number
}

export class AlreadyExists extends Error {
  override name = 'AlreadyExists'
}

export class StaleVersion extends Error {
  override name = 'StaleVersion'
}
