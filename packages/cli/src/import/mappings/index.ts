import type { z } from 'zod'
import type { ImportRow, Kind } from '../record.ts'
import { nasa } from './nasa.ts'
import { plain } from './plain.ts'
import { sbirNeeds } from './sbir-needs.ts'
import { sbirOffers } from './sbir-offers.ts'

/** How the records of a source become offers or needs. */
export interface Mapping<R = any> {
  /** What the records can become. */
  as: readonly Kind[]
  /** What a record must have; errors name its fields. */
  record: z.ZodType<R>
  /** Fields that the mapping makes plain itself, because it cuts them; the server makes the others plain. */
  cut?: readonly (keyof R & string)[]
  toRow(record: R): ImportRow
}

export const mappings = {
  plain,
  nasa,
  'sbir-needs': sbirNeeds,
  'sbir-offers': sbirOffers,
} satisfies Record<string, Mapping>

export type MappingName = keyof typeof mappings
