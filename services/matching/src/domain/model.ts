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

/** The log odds of a pair without one, from the cosine of its vectors: where that does not count, and what it adds. */
export const meaningLogits = ({ meaning }: ScoreModel, cosine: number, languages: readonly string[]) => ({
  bias: languages.reduce((sum, one) => sum + offsetOf(meaning.languages, one), meaning.bias),
  added: meaning.weight * Math.max(0, cosine - meaning.from),
})

const offsetOf = (offsets: Readonly<Record<string, number>>, language: string) =>
  Object.hasOwn(offsets, language) ? (offsets[language] ?? 0) : 0
