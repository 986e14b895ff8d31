/** What a text is to the model: what somebody looks for, or what is looked at. Texts that are compared as equals are all of one kind. */
export type Kind = 'query' | 'passage'

export interface Said {
  kind: Kind
  /** BCP 47, of all the texts. */
  language: string
}

/**
 * The embedder port: a text becomes a vector, near to those of texts that say the same, in whatever language. What every adapter guarantees:
 *
 * - A vector has length 1 and `dimension` numbers, all of them finite. The same text gives the same vector, whatever stands beside it.
 * - Vectors compare by their cosine, and only with those of the same `model`.
 * - What is common to the texts of a language is taken out, so that texts are near for what they say and not for how it is written.
 * - Texts are embedded in their order, any number of them. A text longer than the model reads counts by its beginning; an empty one has a vector too.
 * - A model that cannot be asked now shows as `Unavailable` (`@techbridge/contracts`); the same call may succeed later. Nothing is retried
 *   without end.
 */
export interface Embedder {
  /** Names the model, its weights and what is taken out. */
  readonly model: string
  readonly dimension: number
  embed(texts: readonly string[], said: Said): Promise<Float32Array[]>
  close(): Promise<void>
}

/** A model as it is: what is common to a language is still in its vectors. */
export interface RawEmbedder extends Pick<Embedder, 'model' | 'dimension' | 'close'> {
  embed(texts: readonly string[], kind: Kind): Promise<Float32Array[]>
}
