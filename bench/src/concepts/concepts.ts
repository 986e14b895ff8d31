import { coverage } from './coverage.ts'
import { falseConcepts } from './false-concepts.ts'

/** How much of technology the lexicon names, and how often it names what is not there. */
export const concepts = async () => {
  coverage()
  falseConcepts()
}
