import { z } from 'zod'
import { moneyBand } from '../common/values.ts'
import { needTypes, trl } from '../common/vocabulary.ts'
import { abstractText, commonFields, fullText, hasOriginal, textsOf, written } from '../profiles/content.ts'
import { deadlineFields } from './deadline.ts'
import { needExample } from './example.ts'

export const needType = z
  .enum(needTypes)
  .meta({ id: 'NeedType', description: 'Technology, business or research and development request' })

const fields = z.object({
  type: needType,
  ...commonFields,
  minimumTrl: trl.optional().meta({ description: 'The least mature technology that would do' }),
  budget: moneyBand.optional(),
  ...deadlineFields,
})

export const needContent = hasOriginal(fields.extend({ texts: textsOf(fullText) })).meta({
  id: 'NeedContent',
  description: 'What a seeker writes about a need',
  example: needExample,
})
export type NeedContent = z.infer<typeof needContent>

/** The need as everyone may read it: no description, advantages or budget. */
export const needAbstract = fields
  .omit({ budget: true })
  .extend({ texts: textsOf(abstractText) })
  .meta({ id: 'NeedAbstract', description: 'What everyone may read of a need' })

/** What everyone may read of a need. */
export const abstractOfNeed = (content: NeedContent): z.infer<typeof needAbstract> => needAbstract.parse(content)

/** The need as a request brings it: refused too when a language cannot exist, or a zone stands without a deadline. */
export const writtenNeed = written(needContent, ({ responseDeadline, responseDeadlineZone }) =>
  responseDeadlineZone !== undefined && responseDeadline === undefined
    ? [{ path: ['responseDeadlineZone'], message: 'needs a responseDeadline that ends in it' }]
    : [],
).meta({
  id: 'WrittenNeed',
  description: 'What a seeker writes about a need',
})
