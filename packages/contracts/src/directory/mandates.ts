import { z } from 'zod'
import { money } from '../common/money.ts'
import { day, idOf } from '../common/values.ts'
import { whole } from '../disclosure/marks.ts'
import { agreementFamily } from '../licensing/vocabulary.ts'

/** Mandates of one organisation, also those whose time has passed. */
export const mostMandates = 200

/** What a member may sign. */
const fields = {
  families: z
    .array(agreementFamily)
    .min(1)
    .max(agreementFamily.options.length)
    .meta({ description: 'Kinds of agreement' }),
  upTo: money.optional().meta({
    description: 'The largest value of an agreement, in this currency alone; without it, of any value',
  }),
  from: day.meta({ description: 'First day on which it counts, in the time of the organisation' }),
  until: day.optional().meta({ description: 'Last day; without it, until it is withdrawn' }),
}

export const mandateTerms = z.object(fields)
export type MandateTerms = z.infer<typeof mandateTerms>

export const mandate = whole(
  z
    .object({
      id: idOf('mandate'),
      member: idOf('member').meta({ description: 'Who may sign; it ends with this membership' }),
      ...fields,
    })
    .meta({ id: 'Mandate', description: 'What a member may sign for an organisation, and from when until when' }),
)
export type Mandate = z.infer<typeof mandate>
