import type { Kind } from '../embedder.ts'

/** What goes between the embedder and its thread. */
export interface Question {
  number: number
  texts: readonly string[]
  kind: Kind
}
type Answer = { number: number; vectors: Float32Array[] } | { number: number; error: string }
export type Said = 'ready' | { failed: string } | Answer
