import { acrossLanguages } from './across-languages.ts'
import { feedback } from './feedback.ts'
import { listings } from './listings.ts'
import { needsAndOffers } from './needs-and-offers.ts'
import { questionsAsNeeds } from './questions-as-needs.ts'

/** How good matches and search results are, on labelled data. */
export const quality = async () => {
  await needsAndOffers()
  await questionsAsNeeds()
  await acrossLanguages()
  await listings()
  await feedback()
}
