import type { Organisation } from '../common/values.ts'
import { countryOf } from '../common/vocabulary.ts'

/**
 * The country under which everyone sees a profile. Of an anonymous one it is that of its reference: another one would come together
 * with those of the organisation's others.
 */
export const shownCountry = (
  anonymous: boolean,
  reference: string,
  { country }: Pick<Organisation, 'country'>,
): string => (anonymous ? countryOf(reference) : country)
