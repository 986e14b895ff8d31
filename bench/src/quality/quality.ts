import { acrossLanguages } from './across-languages.ts'
import { listings } from './listings.ts'
import { needsAndOffers } from './needs-and-offers.ts'

/** How good matches and search results are, on labelled data. */
export const quality = async () => {
  await needsAndOffers()
  await acrossLanguages()
  await listings()
}
