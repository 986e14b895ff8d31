import { agriculture } from './agriculture.ts'
import { aquaculture } from './aquaculture.ts'
import { energy } from './energy.ts'
import { food } from './food.ts'
import { health } from './health.ts'
import type { Concept } from './table.ts'
import { technique } from './technique.ts'
import { water } from './water.ts'

export const concepts: readonly Concept[] = [
  ...agriculture,
  ...aquaculture,
  ...energy,
  ...food,
  ...health,
  ...technique,
  ...water,
]
export const conceptById: ReadonlyMap<string, Concept> = new Map(concepts.map((concept) => [concept.id, concept]))
