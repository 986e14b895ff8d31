/**
 * The text index port. It knows tokens, not languages: text arrives analysed by `@techbridge/text`, and every adapter
 * indexes the tokens as they are. What every adapter guarantees:
 *
 * - `put` resolves when its documents survive `kill -9` and every `search` and `get` begun afterwards sees them.
 * - A document replaces the stored one of its id only when its `version` is higher, or, if it is `enriched`, not lower; else
 *   it is skipped without an error. Nothing is ever deleted: what must not be found any more is put again without text and keywords.
 * - Relevance is BM25 over the fields that the query names, times their boosts: a rarer token and a shorter document score higher.
 *   The scores of tokens add up. Scores of two adapters differ; what they rank first for a clear case does not.
 * - Hits come in a total order (score or number, then id), so pages by `after` repeat none and miss none while the
 *   index does not change.
 * - `rebuild` fills a fresh copy and swaps it in at once when `fill` resolves; until then, and when `fill` rejects, searches see the old
 *   one. Documents put meanwhile by this process are in both.
 * - `nearest` compares the vector with every one of its model: no neighbour is missed. Its cost grows with their number; some ten thousands
 *   are little.
 * - An engine that cannot be reached shows as `Unavailable` (`@techbridge/contracts`), never as an empty answer.
 */
export interface TextIndexes {
  /**
   * Opens an index. The same name always gives the same documents. Its spec may grow by keyword and number fields and by models of vectors, which documents have from their
   * next put or rebuild on, may leave out models, and may restrict text fields when it restricted none; another change fails, and wants a new name.
   */
  open(spec: IndexSpec): Promise<TextIndex>
  /** Fails with `Unavailable` when the engine cannot serve or takes no writes. */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface IndexSpec {
  name: string
  text: readonly string[]
  /**
   * Text fields that some searchers must not read. To a query that names none of them it is as if they were not there: neither what they
   * say nor how long they are changes a score.
   */
  restricted?: readonly string[]
  keywords: readonly string[]
  numbers: readonly string[]
  /** Models whose vectors documents may have. */
  vectors?: readonly VectorSpace[]
}

export interface VectorSpace {
  model: string
  dimension: number
}

/** A vector of length 1. Vectors of different models do not compare. */
export interface Vector {
  model: string
  values: Float32Array
}

export interface IndexDocument {
  id: string
  version: number
  /** It says more than an earlier document of the same version, and replaces that one. */
  enriched?: boolean
  /** Tokens by text field, in order. No token holds white space. */
  text: Record<string, readonly string[]>
  /** Exact values by keyword field, for filters and facets. */
  keywords: Record<string, readonly string[]>
  numbers: Record<string, number>
  vector?: Vector
  /** JSON that hits give back as it is. */
  source: unknown
}

export interface StoredSource {
  id: string
  version: number
  /** Not to be changed: others may get the same object. */
  source: unknown
}

export type Found = (standing: StoredSource[]) => void

export interface TextIndex {
  /**
   * Gives what stands under the id of each of the documents once they are written, in their order: the document itself, or, when it
   * was skipped, the stored one of a higher or the same version. The `source` of a document that was written is the object that was
   * given. Another put may replace any of them as soon as it was read. `found` may get the same earlier, once, as soon as every `search` and
   * `get` sees them, which may be before they survive `kill -9`; it must not throw.
   */
  put(documents: readonly IndexDocument[], found?: Found): Promise<StoredSource[]>
  /**
   * What stands under each of the ids, in their order; `undefined` where nothing does. An id that is asked for twice is answered
   * twice. Takes any number of ids. Each answer is as of some moment of the call, not all of one moment.
   */
  get(ids: readonly string[]): Promise<(StoredSource | undefined)[]>
  search(query: SearchQuery): Promise<SearchResult>
  /**
   * The documents with the nearest vectors of the same model, nearest first, then by id. Their score is the cosine. Which of those that are as
   * near as the last are among them is open. At most 10,000.
   */
  nearest(query: NearestQuery): Promise<SearchResult['hits']>
  frequencies(tokens: readonly string[]): Promise<Frequencies>
  rebuild(fill: (put: PutAside) => Promise<void>): Promise<void>
}

/** Puts documents into the fresh copy of a rebuild. */
export type PutAside = (documents: readonly IndexDocument[]) => Promise<void>

export interface SearchQuery {
  /**
   * Documents with any (or all) of the tokens in any of the fields; boosts by field, above 0. No tokens find nothing. Without
   * `match` every document matches, with score 0.
   */
  match?: {
    tokens: readonly string[]
    fields: Record<string, number>
    require: 'any' | 'all'
    /** Tokens that find nothing by themselves: each adds so many times what it would as one of `tokens`. Each token once. */
    favouring?: readonly Favoured[]
  }
  /** Documents with one of the phrases of each list, and none of `without`, each phrase within one of the fields. */
  phrases?: { fields: readonly string[]; each?: readonly (readonly Phrase[])[]; without?: readonly Phrase[] }
  /** By keyword field: one of these values. All fields must hold. */
  where?: Record<string, readonly string[]>
  /** By number field, bounds included. A document without the number is out. */
  range?: Record<string, Bounds>
  /** By number field, bounds included: what lies there is out. A document without the number stays. */
  outside?: Record<string, Bounds>
  /** Keyword fields to count the values of, over all matching documents; the ten most frequent, ties by value. */
  facets?: readonly string[]
  /** Default: by score, descending, then by id. By a number field: documents without it are out. */
  order?: { by: string; descending?: boolean }
  limit: number
  /** `next` of the page before, with the same query. Fails with `BadCursor` when it is not one. */
  after?: string
}

export interface NearestQuery extends Pick<SearchQuery, 'where' | 'outside' | 'limit'> {
  vector: Vector
}

/** Tokens that stand side by side, in this order. One token is a phrase too, none is not. */
export type Phrase = readonly string[]

export interface Favoured {
  token: string
  /** Above 0. */
  weight: number
}

export interface Bounds {
  gte?: number
  lte?: number
}

export interface SearchResult {
  hits: (StoredSource & { score: number })[]
  total: number
  facets: Record<string, { value: string; count: number }[]>
  next?: string
}

/** What a scorer needs: how many documents have text, how long their text is on average, and in how many each token stands. */
export interface Frequencies {
  documents: number
  averageLength: number
  counts: Record<string, number>
}
