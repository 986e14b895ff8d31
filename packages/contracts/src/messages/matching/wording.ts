import type { DealType, Sector } from '../../common/vocabulary.ts'
import type { MatchingCode } from './parameters.ts'

/** How a language says all that can be said of a need and an offer. `{name}` stands for a parameter. */
export interface Wording {
  /** `draft` until a speaker of the language has read it. */
  standing: 'original' | 'translated' | 'draft'
  texts: Record<MatchingCode, string>
  dealTypes: Record<DealType, string>
  sectors: Record<Sector, string>
}
