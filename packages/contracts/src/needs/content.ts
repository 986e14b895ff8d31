import { z } from 'zod'
import { moneyBand } from '../common/values.ts'
import { needTypes, trl } from '../common/vocabulary.ts'
import { schemaAt } from '../disclosure/disclose.ts'
import { shown } from '../disclosure/marks.ts'
import { message } from '../messages/message.ts'
import { commonFields, fullText, hasOriginal, textsOf, written } from '../profiles/content.ts'
import { deadlineFields } from './deadline.ts'
import { needExample } from './example.ts'

export const needType = z
  .enum(needTypes)
  .meta({ id: 'NeedType', description: 'Technology, business or research and development request' })

export const needContent = hasOriginal(
  z.object({
    type: shown('public', needType),
    ...commonFields,
    minimumTrl: shown('public', trl.optional().meta({ description: 'The least mature technology that would do' })),
    budget: shown('details', moneyBand.optional()),
    ...deadlineFields,
    texts: shown('public', textsOf(fullText)),
  }),
).meta({
  id: 'NeedContent',
  description: 'What a seeker writes about a need',
  example: needExample,
})
export type NeedContent = z.infer<typeof needContent>

/** The need as everyone may read it. */
export const needAbstract = schemaAt(needContent, 'public').meta({
  id: 'NeedAbstract',
  description: 'What everyone may read of a need',
})

/** The need in a request, which is also refused when a language does not exist or a zone is given without a deadline. */
export const writtenNeed = written(needContent, ({ responseDeadline, responseDeadlineZone }) =>
  responseDeadlineZone !== undefined && responseDeadline === undefined
    ? [{ path: ['responseDeadlineZone'], said: message('field.zone-alone') }]
    : [],
).meta({
  id: 'WrittenNeed',
  description: 'What a seeker writes about a need',
})
