import { aerospace } from './aerospace.ts'
import { agriculture } from './agriculture.ts'
import { aquaculture } from './aquaculture.ts'
import { climate } from './climate.ts'
import { computing } from './computing.ts'
import { construction } from './construction.ts'
import { crops } from './crops.ts'
import { diseases } from './diseases.ts'
import { electronics } from './electronics.ts'
import { energy } from './energy.ts'
import { environment } from './environment.ts'
import { food } from './food.ts'
import { forestry } from './forestry.ts'
import { health } from './health.ts'
import { livestock } from './livestock.ts'
import { manufacturing } from './manufacturing.ts'
import { materials } from './materials.ts'
import { measurement } from './measurement.ts'
import { medicine } from './medicine.ts'
import { mining } from './mining.ts'
import { security } from './security.ts'
import { society } from './society.ts'
import type { Concept } from './table.ts'
import { technique } from './technique.ts'
import { textiles } from './textiles.ts'
import { transport } from './transport.ts'
import { water } from './water.ts'

export const concepts: readonly Concept[] = [
  ...aerospace,
  ...agriculture,
  ...aquaculture,
  ...climate,
  ...computing,
  ...construction,
  ...crops,
  ...diseases,
  ...electronics,
  ...energy,
  ...environment,
  ...food,
  ...forestry,
  ...health,
  ...livestock,
  ...manufacturing,
  ...materials,
  ...measurement,
  ...medicine,
  ...mining,
  ...security,
  ...society,
  ...technique,
  ...textiles,
  ...transport,
  ...water,
]
export const conceptById: ReadonlyMap<string, Concept> = new Map(concepts.map((concept) => [concept.id, concept]))
