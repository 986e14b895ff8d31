import { z } from 'zod'
import { timestamp } from '../common/values.ts'
import { modelVersion } from './model.ts'

const share = z.number().min(0).max(1)

/** What becomes of a model that is fitted and found better. */
export const learnBody = z
  .object({
    install: z.enum(['current', 'shadow']).optional().meta({
      description:
        'What a better model becomes: the current one, or a shadow that scores beside it and proposes nothing; absent: nothing, it is only reported',
    }),
  })
  .meta({ id: 'LearnRequest', description: 'Fit a model on what was decided', example: { install: 'shadow' } })

/** Whether the fitted model is better, and how that was found. */
export const learningReport = z
  .object({
    labelled: z
      .object({
        right: z.int().meta({ description: 'Matches that an officer approved, and no party found irrelevant' }),
        wrong: z.int().meta({ description: 'Matches that were refused as not relevant' }),
      })
      .meta({ description: 'Decided matches with a language in common that say whether the texts belong together' }),
    heldBack: z.int().meta({ description: 'Of these, those that the fit has not seen and that judge it' }),
    accepted: z.boolean().meta({ description: 'Whether the model is better than the current one' }),
    why: z.string().meta({ description: 'Why it was accepted or refused' }),
    gain: z
      .object({
        mean: z.number().meta({ description: 'Of the log likelihood of a decision that was held back' }),
        low: z.number().meta({ description: 'Lower end of the 95 % interval, by bootstrap over the matches' }),
        high: z.number().meta({ description: 'Upper end of it' }),
      })
      .optional()
      .meta({ description: 'What the model gains over the current one; absent when there was too little to fit on' }),
    model: modelVersion.optional().meta({ description: 'The version of the model, if it was installed' }),
  })
  .meta({ id: 'LearningReport', description: 'What was learnt from decisions' })
export type LearningReport = z.infer<typeof learningReport>

export const leftModel = z.object({
  from: modelVersion.optional().meta({ description: 'The model to leave; the current one when absent' }),
})

export const modelsReport = z
  .object({
    current: modelVersion.meta({ description: 'The model that matches are scored and proposed by' }),
    former: z.array(modelVersion).meta({ description: 'Those that were current before, the latest first' }),
    shadow: modelVersion.optional().meta({ description: 'The model that scores beside it' }),
    versions: z
      .array(
        z.object({
          version: modelVersion,
          fittedOn: z.array(z.string()).meta({ description: 'What it was fitted on' }),
          installedAt: timestamp.optional().meta({ description: 'Absent for the model that comes with the service' }),
        }),
      )
      .meta({ description: 'All models that there are' }),
    beside: z
      .array(
        z.object({
          match: z.string().meta({ description: 'Id of the match' }),
          score: share.meta({ description: 'By the current model when it was last scored' }),
          shadow: share.meta({ description: 'By the shadow model, of the same inputs' }),
        }),
      )
      .meta({ description: 'Open matches as both models score them, at most 100; empty without a shadow' }),
  })
  .meta({ id: 'ScoreModels', description: 'The models that score matches' })
export type ScoreModels = z.infer<typeof modelsReport>
