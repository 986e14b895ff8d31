import { z } from 'zod'
import { whole } from '../disclosure/marks.ts'

const weight = z.number().min(0).max(1000)
const bias = z.number().min(-1000).max(1000)

/** What two texts with a language in common are compared by. */
export const wordInput = z
  .enum(['words', 'phrases', 'title', 'concepts'])
  .meta({ id: 'WordInput', description: 'Evidence that two texts share: words, phrases, words of the title, concepts' })
export type WordInput = z.infer<typeof wordInput>

/** 0 and more; those that a pair has. `cosine` is of the vectors of what both say, for pairs without a language in common. */
export const scoreInputs = z
  .partialRecord(z.enum([...wordInput.options, 'cosine']), z.number())
  .meta({ id: 'ScoreInputs', description: 'What the score of a pair was computed from, beside what is classified' })
export type ScoreInputs = z.infer<typeof scoreInputs>

export const modelVersion = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,63}$/)
  .meta({ id: 'ModelVersion', description: 'Names a model', example: 'shipped-1' })

/** Weights are not negative, so that nothing that two texts share speaks against them. */
export const scoreModel = z
  .object({
    version: modelVersion,
    fittedOn: z.array(z.string().max(500)).max(20).meta({ description: 'What it was fitted on, for people' }),
    words: z
      .object({
        bias: bias.meta({ description: 'Log odds where nothing is shared' }),
        terms: z
          .array(
            z.object({
              input: wordInput,
              scale: z.number().positive().meta({ description: 'Adds weight × ln(1 + input / scale) to the log odds' }),
              weight: weight.meta({ description: 'Of this function of the input' }),
            }),
          )
          .max(20)
          .meta({ description: 'What is added to the bias' }),
      })
      .meta({ description: 'For pairs with a language in common' }),
    meaning: z
      .object({
        bias: bias.meta({ description: 'Log odds at a cosine of `from`' }),
        from: z.number().min(-1).max(1).meta({ description: 'Cosine from which on it counts' }),
        weight: weight.meta({ description: 'Log odds for each unit of cosine above `from`' }),
        among: z.int().min(1).meta({ description: 'Offers that it was fitted among: of more, fewer are right' }),
        languages: z.record(z.string().max(35), bias).meta({
          description: 'Added for each language of the two: how near texts usually are to their translations',
        }),
      })
      .meta({ description: 'For other pairs, whose texts a model of languages has read' }),
  })
  .meta({ id: 'ScoreModel', description: 'A fitted model of whether two texts belong together' })
export type ScoreModel = z.infer<typeof scoreModel>

/** By what a match was scored. */
export const scoring = whole(
  z
    .object({
      model: modelVersion,
      inputs: scoreInputs,
    })
    .meta({ id: 'Scoring', description: 'The model that a match was scored by, and what it was given' }),
)
export type Scoring = z.infer<typeof scoring>
