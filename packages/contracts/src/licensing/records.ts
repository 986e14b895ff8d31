import { z } from 'zod'
import { day, line, text, timestamp } from '../common/values.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { saidMessage } from '../messages/message.ts'
import {
  caseRole,
  clearanceOutcome,
  disclosureAct,
  encumbranceKind,
  indicatorKind,
  indicatorStatus,
} from './vocabulary.ts'

/** What the rules say of an act, for officers: a party must not learn what they found. */
export const clearanceFinding = whole(
  z
    .object({
      outcome: clearanceOutcome,
      why: z.string().meta({ description: 'The reasons in sentences; empty when there are none' }),
      reasons: z.array(saidMessage).meta({ description: 'What `why` says' }),
      edition: z.string().optional().meta({ description: 'Edition of the rules that were applied' }),
    })
    .meta({ id: 'ClearanceFinding', description: 'What the rules say of an act' }),
)
export type ClearanceFinding = z.infer<typeof clearanceFinding>

/** Until when an act may happen without another look: as long as offer and parties are those that were looked at. */
export const clearance = z
  .object({
    act: shown('public', disclosureAct),
    at: shown('public', timestamp),
    isValid: shown('public', z.boolean().meta({ description: 'Offer and parties are still those that were cleared' })),
    reason: shown('office', z.string().optional().meta({ description: 'In the words of the officer' })),
    finding: shown('office', clearanceFinding.optional()),
  })
  .meta({ id: 'Clearance', description: 'An act that an officer has cleared' })

const number = z.int().min(1).max(1000)

/** What burdens an offer: for its provider and officers. */
const encumbranceFields = {
  number: number.meta({ description: 'Its number in the case' }),
  kind: encumbranceKind,
  holder: line(200).meta({
    description: 'Who has the right: co-owner, inventor, funder or licensee',
    example: 'Lotus Seed Fund',
  }),
  note: text(1000).optional().meta({ description: 'What the right is' }),
}
export const encumbrance = whole(z.object(encumbranceFields))
export const seenEncumbrance = whole(
  z
    .object({
      ...encumbranceFields,
      settlement: whole(
        z.object({
          by: caseRole.meta({ description: 'Who settled it' }),
          at: timestamp,
          reason: z.string().meta({ description: 'How it was settled, such as the consent and its date' }),
        }),
      )
        .optional()
        .meta({ description: 'Absent while it is open' }),
    })
    .meta({ id: 'Encumbrance', description: 'What burdens an offer, for its provider and officers' }),
)

export type Encumbrance = z.infer<typeof seenEncumbrance>

const planned = {
  number: number.meta({ description: 'Its number in the case' }),
  kind: indicatorKind,
  name: line(200).meta({ description: 'What is measured', example: 'Yield per rai' }),
  target: z.number().min(-1e12).max(1e12).optional().meta({ description: 'The value that is hoped for' }),
  unit: line(40).optional().meta({ description: 'Unit of the value', example: 'kg' }),
  dueOn: day.meta({ description: 'Day by which it is reported', example: '2027-06-30' }),
}
export const indicatorPlan = whole(z.object(planned))
export const indicatorReport = whole(
  z.object({
    value: z.number().min(-1e12).max(1e12).optional().meta({ description: 'What was measured' }),
    text: text(1000).meta({
      description: 'What was found, and how',
      example: 'Two harvests, weighed at the packing house.',
    }),
  }),
)
export const seenIndicator = whole(
  z
    .object({
      ...planned,
      status: indicatorStatus,
      report: whole(
        indicatorReport.extend({
          by: caseRole,
          at: timestamp,
          late: z.boolean().meta({ description: 'Whether it came after the day that was planned' }),
        }),
      )
        .optional()
        .meta({ description: 'What was reported' }),
      missedAt: timestamp.optional(),
      escalatedAt: timestamp.optional(),
      waiver: z.string().optional().meta({ description: 'Why it is no longer awaited' }),
    })
    .meta({ id: 'Indicator', description: 'A dated indicator of the follow-up' }),
)

export type Indicator = z.infer<typeof seenIndicator>
export type IndicatorPlan = z.infer<typeof indicatorPlan>
export type IndicatorReport = z.infer<typeof indicatorReport>

/** Where an agreement was recorded or registered. */
export const recordal = whole(
  z
    .object({
      office: line(200).meta({ description: 'Who keeps the register', example: 'CNIPA' }),
      number: line(100).meta({ description: 'Number of the entry', example: 'X2027990000123' }),
      on: day.meta({ description: 'Day of the entry', example: '2027-02-01' }),
    })
    .meta({
      id: 'Recordal',
      description: 'Entry of the agreement in a register',
      example: { office: 'CNIPA', number: 'X2027990000123', on: '2027-02-01' },
    }),
)
export type Recordal = z.infer<typeof recordal>
