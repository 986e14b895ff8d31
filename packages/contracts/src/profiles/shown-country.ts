import type { Organisation } from '../common/values.ts'
import { countryOf } from '../common/vocabulary.ts'

/**
 * The country that everyone sees of a profile. For an anonymous one it is that of its reference: a change would coincide with that of
 * the organisation's other profiles.
 */
export const shownCountry = (
  anonymous: boolean,
  reference: string,
  { country }: Pick<Organisation, 'country'>,
): string => (anonymous ? countryOf(reference) : country)
