import { z } from 'zod'
import { party } from './vocabulary.ts'

const share = z.number().min(0).max(1)

const rate = {
  of: z.int().min(1).meta({ description: 'How many were counted' }),
  count: z.int().min(0).meta({ description: 'Of how many of them it came true' }),
  share: share.meta({ description: '`count` of `of`' }),
  low: share.meta({ description: 'Lower end of the 95 % Wilson interval' }),
  high: share.meta({ description: 'Upper end of the 95 % Wilson interval' }),
}

export const fairnessMeasure = z.enum(['exposure', 'approval', 'agreement']).meta({
  id: 'FairnessMeasure',
  description:
    'exposure: published profiles that were ever proposed in a match; approval: matches that an officer decided on and approved; agreement: approved matches that ended, and ended in agreement',
})
export type FairnessMeasure = z.infer<typeof fairnessMeasure>

export const fairnessGrouping = z.enum(['country', 'kind', 'language']).meta({
  id: 'FairnessGrouping',
  description:
    'country and kind of the organisation, or original language of the profile; `und` where the profile is no longer published',
})
export type FairnessGrouping = z.infer<typeof fairnessGrouping>

const table = z
  .object({
    measure: fairnessMeasure,
    side: party,
    by: fairnessGrouping,
    total: z.object(rate).optional().meta({ description: 'Of all groups together; absent when it is too small' }),
    groups: z
      .array(z.object({ group: z.string().meta({ description: 'Code of the group' }), ...rate }))
      .meta({ description: 'The groups that are shown, the largest first' }),
    withheld: z.array(z.string()).meta({
      description: 'Groups with too few of either outcome, and others without which these could be computed',
    }),
  })
  .meta({ id: 'FairnessTable', description: 'One measure of one side by one property' })

export const fairnessReport = z
  .object({
    least: z.int().meta({ description: 'Fewer of either outcome than this are not shown' }),
    tables: z.array(table).meta({ description: 'Each measure, of each side, by each property' }),
  })
  .meta({ id: 'FairnessReport', description: 'How matches are spread over countries, kinds and languages' })
export type FairnessReport = z.infer<typeof fairnessReport>
