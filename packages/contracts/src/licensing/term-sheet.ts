import { z } from 'zod'
import { text, timestamp } from '../common/values.ts'
import { whole } from '../disclosure/marks.ts'
import { party } from '../matching/vocabulary.ts'
import { messageFields } from '../messages/message.ts'
import { licenceClauses } from './term-sheet-licence.ts'
import { programmeClauses } from './term-sheet-programmes.ts'

const clauses = { ...licenceClauses, ...programmeClauses }

export const clauseName = z
  .enum([
    'deal',
    'subject',
    'grant',
    'option',
    'term',
    'upfront',
    'milestones',
    'royalty',
    'equity',
    'patentCosts',
    'diligence',
    'improvements',
    'partners',
    'sites',
    'contributions',
    'governance',
    'sharedIp',
    'site',
    'phases',
    'indicators',
    'trainees',
    'curriculum',
    'sessions',
    'reports',
    'indemnity',
    'law',
    'termination',
  ])
  .meta({ id: 'ClauseName', description: 'Clause of a term sheet' })
export type ClauseName = z.infer<typeof clauseName>

/** In the order in which a term sheet is read. */
export const clauseNames: readonly ClauseName[] = clauseName.options

/** Terms as they are written: any clause may be missing while they are negotiated. */
export const terms = whole(z.object(clauses).partial()).meta({
  id: 'Terms',
  description: 'The clauses of a term sheet. Which of them a deal needs follows from its type.',
})
export type Terms = z.infer<typeof terms>

export const reasons = z
  .partialRecord(clauseName, text(1000))
  .meta({ description: 'Why, by clause; both sides read it' })
export type Reasons = z.infer<typeof reasons>

export const clauseStanding = whole(
  z
    .object({
      clause: clauseName,
      standing: z.enum(['proposed', 'countered', 'agreed']).meta({
        description: 'New, changed after the other side had it, or accepted by the side that did not write it',
      }),
      by: party.meta({ description: 'Who wrote it as it stands' }),
      agreedBy: party.optional().meta({ description: 'Who agreed to it' }),
      version: z.int().min(1).meta({ description: 'The version of the terms that it came with' }),
      at: timestamp,
      why: text(1000).optional().meta({ description: 'Why, in the words of who wrote it or agreed to it' }),
    })
    .meta({ id: 'ClauseStanding', description: 'How a clause stands in the negotiation' }),
)
export type ClauseStanding = z.infer<typeof clauseStanding>

/** What contradicts itself in a term sheet, or looks odd. */
export const termsFinding = whole(
  z
    .object({
      severity: z.enum(['error', 'warning']).meta({ description: 'An error keeps the terms from being accepted' }),
      places: z.array(z.string()).meta({ description: 'Where, such as `royalty.minimum`' }),
      message: z.string().meta({ description: 'What is wrong' }),
      ...messageFields,
    })
    .meta({ id: 'TermsFinding', description: 'A contradiction in a term sheet, or a warning' }),
)
export type TermsFinding = z.infer<typeof termsFinding>

const fieldDifference = whole(
  z
    .object({
      path: z.string().meta({ description: 'Of the field in its clause; an entry of a list stands under its name' }),
      from: z.unknown().optional().meta({ description: 'As it was; absent when it was not there' }),
      to: z.unknown().optional().meta({ description: 'As it is; absent when it is gone' }),
    })
    .meta({ id: 'FieldDifference', description: 'A field that differs' }),
)

export const clauseDifference = whole(
  z
    .object({
      clause: clauseName,
      change: z.enum(['added', 'changed', 'removed']).meta({ description: 'What became of it' }),
      fields: z.array(fieldDifference).meta({ description: 'Each field that differs' }),
    })
    .meta({ id: 'ClauseDifference', description: 'A clause that differs between two versions' }),
)
export type ClauseDifference = z.infer<typeof clauseDifference>
export type FieldDifference = ClauseDifference['fields'][number]

export const termSheetStatus = z
  .enum(['negotiating', 'accepted'])
  .meta({ id: 'TermSheetStatus', description: 'Whether both sides accepted the same version of the terms' })
export type TermSheetStatus = z.infer<typeof termSheetStatus>
