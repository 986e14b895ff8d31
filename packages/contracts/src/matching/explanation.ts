import { z } from 'zod'
import { wantedLanguage } from '../common/codes.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { messageFields } from '../messages/message.ts'
import { featureName } from './vocabulary.ts'

export const textField = z
  .enum(['title', 'technologyKeyword', 'marketKeyword', 'summary', 'description', 'advantages'])
  .meta({ id: 'TextField', description: 'Text of a profile in which something stands' })
export type TextField = z.infer<typeof textField>

const offset = z.int().min(0)

export const textPlace = whole(
  z
    .object({
      field: textField,
      language: z.string().meta({ description: 'Language tag of the text; of keywords, the original language' }),
      item: offset.optional().meta({ description: 'Which of the keywords, from 0' }),
      start: offset.meta({ description: 'In UTF-16 code units from the beginning of the text' }),
      end: offset.meta({ description: 'Behind the last code unit' }),
    })
    .meta({ id: 'TextPlace', description: 'Where something stands in a text that the caller may read' }),
)
export type TextPlace = z.infer<typeof textPlace>

const points = z.number().min(-1).max(1)

const said = {
  ...messageFields,
  text: z.string().meta({ description: 'The message in the language of the explanation' }),
}

export const explainedTerm = whole(
  z
    .object({
      term: z.string().meta({ description: 'Stem or concept that both share' }),
      need: z.string().meta({ description: 'As the need writes it first' }),
      offer: z.string().meta({ description: 'As the offer writes it first' }),
      share: points.meta({ description: 'Part of the score that comes of it' }),
      needPlaces: z.array(textPlace).meta({ description: 'Where it stands in the need; the first ones' }),
      offerPlaces: z.array(textPlace).meta({ description: 'Where it stands in the offer; the first ones' }),
    })
    .meta({ id: 'ExplainedTerm', description: 'A term that both sides have, and where' }),
)
export type ExplainedTerm = z.infer<typeof explainedTerm>

const reason = whole(
  z
    .object({
      feature: featureName,
      name: z.string().meta({ description: 'Name of the feature in the language of the explanation' }),
      share: points.meta({ description: 'Part of the score; those of all reasons add up to the score' }),
      ...said,
      terms: z.array(explainedTerm).optional().meta({ description: 'The terms behind it, the strongest first' }),
    })
    .meta({ id: 'Reason', description: 'What speaks for a match' }),
)

const objection = whole(
  z
    .object({
      feature: featureName.optional(),
      lost: points.optional().meta({ description: 'What the score would have more if nothing spoke against it here' }),
      ...said,
    })
    .meta({ id: 'Objection', description: 'What speaks against a match, or is missing' }),
)

const change = whole(
  z
    .object({
      change: points.meta({ description: 'What the score would have more, or less' }),
      ...said,
    })
    .meta({ id: 'ScoreChange', description: 'What would change the score' }),
)

export const explanation = z
  .object({
    language: shown('public', z.string().meta({ description: 'Language tag of the texts' })),
    draft: shown('public', z.boolean().meta({ description: 'No speaker of the language has read these texts yet' })),
    score: shown(
      'public',
      z.number().min(0).max(1).optional().meta({ description: 'Computed from what the caller may read of both sides' }),
    ),
    reasons: shown('public', z.array(reason).meta({ description: 'What speaks for the match, the strongest first' })),
    against: shown('public', z.array(objection).meta({ description: 'What speaks against it' })),
    missing: shown('public', z.array(objection).meta({ description: 'What is not stated, so that nothing is known' })),
    changes: shown(
      'office',
      z.array(change).optional().meta({
        description: 'What would change the score, by the same computation; for officers',
      }),
    ),
  })
  .meta({ id: 'Explanation', description: 'Why a need and an offer match, from what the caller may read' })
export type Explanation = z.infer<typeof explanation>

export const explanationQuery = {
  lang: wantedLanguage.optional().meta({
    description: 'Language of the texts, before `Accept-Language`: en, zh, th, vi, lo, km, my or id; else English',
  }),
}
