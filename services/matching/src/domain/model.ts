import { type ScoreInputs, type ScoreModel, scoreModel, type WordInput } from '@techbridge/contracts'
import shippedModel from './models/shipped.json' with { type: 'json' }

/** The model that comes with the service; `npm run bench -- train` writes it. */
export const shipped: ScoreModel = scoreModel.parse(shippedModel)

/** Functions of evidence that are fitted: steep where there is little of it, or flatter. */
export const wordTerms: readonly { input: WordInput; scale: number }[] = [
  { input: 'words', scale: 0.1 },
  { input: 'words', scale: 1 },
  { input: 'phrases', scale: 0.1 },
  { input: 'title', scale: 1 },
  { input: 'concepts', scale: 2 },
]

export const bent = (value: number, scale: number) => Math.log1p(value / scale)

/** What each input adds to the log odds of a pair with a language in common. */
export const wordLogits = ({ words }: ScoreModel, inputs: ScoreInputs): Record<WordInput, number> => {
  const logits = { words: 0, phrases: 0, title: 0, concepts: 0 }
  for (const { input, scale, weight } of words.terms) logits[input] += weight * bent(inputs[input] ?? 0, scale)
  return logits
}

/** As few as in a new installation: with fewer offers, one is no more likely to be right. */
const fewestOffers = 20

/** Before anything is known of a pair, as many offers as there are share the chance to be the right one. */
export const priorAmong = (fitted: number, documents: number) => Math.log(fitted / Math.max(fewestOffers, documents))

/** What is compared without a language in common. */
interface Meanings {
  cosine: number
  languages: readonly string[]
  /** Published offers. */
  documents: number
}

/** The log odds of a pair without one, from the cosine of its vectors: where that does not count, and what it adds. */
export const meaningLogits = ({ meaning }: ScoreModel, { cosine, languages, documents }: Meanings) => ({
  bias: languages.reduce(
    (sum, one) => sum + offsetOf(meaning.languages, one),
    meaning.bias + priorAmong(meaning.among, documents),
  ),
  added: meaning.weight * Math.max(0, cosine - meaning.from),
})

const offsetOf = (offsets: Readonly<Record<string, number>>, language: string) =>
  Object.hasOwn(offsets, language) ? (offsets[language] ?? 0) : 0
