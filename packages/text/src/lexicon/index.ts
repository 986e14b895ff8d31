import { agriculture } from './agriculture.ts'
import type { Concept } from './table.ts'

export const concepts: readonly Concept[] = [...agriculture]
export const conceptById: ReadonlyMap<string, Concept> = new Map(concepts.map((concept) => [concept.id, concept]))
