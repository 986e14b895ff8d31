import { z } from 'zod'
import { requestFacts } from '../common/request-facts.ts'
import { text } from '../common/values.ts'
import { refusalCode } from '../common/vocabulary.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { says } from '../messages/issues.ts'
import { message, saidMessage } from '../messages/message.ts'

export const matchStatus = z
  .enum(['proposed', 'approved', 'rejected', 'agreed', 'declined', 'lapsed'])
  .meta({ id: 'MatchStatus', description: 'Status of a match' })
export type MatchStatus = z.infer<typeof matchStatus>

/** The two sides of a match. */
export const party = z.enum(['provider', 'seeker']).meta({ id: 'Party', description: 'Side of a match' })
export type Party = z.infer<typeof party>
export const parties = party.options

/** The side of somebody with these relations to a match or a case; `undefined` for officers and the system. */
export const partyIn = (relations: readonly string[]): Party | undefined =>
  parties.find((one) => relations.includes(one))

/** A refusal gives a reason; `other` needs a text. Refusals will feed the ranking later. */
export const refusal = z
  .object({
    code: shown('public', refusalCode),
    text: shown('own', text(1000).optional().meta({ description: 'For officers and for the side that wrote it' })),
  })
  .refine((given) => given.code !== 'other' || given.text !== undefined, {
    ...says(message('field.refusal-text')),
    path: ['text'],
  })
  .meta({
    id: 'Refusal',
    description: 'Why a match is refused',
    example: { code: 'wrongMaturity', text: 'We need a device that is on the market.' },
  })
  .register(requestFacts, {
    anyOf: [{ properties: { code: { enum: refusalCode.exclude(['other']).options } } }, { required: ['text'] }],
  })
export type Refusal = z.infer<typeof refusal>

/** Who can refuse a match or end its case. */
export const refuser = z
  .enum(['officer', 'provider', 'seeker'])
  .meta({ id: 'Refuser', description: 'Who refused a match or ended its case' })
export type Refuser = z.infer<typeof refuser>

/** A refusal as its readers see it: the text is for officers and for the side that wrote it. */
export const seenRefusal = z
  .object({
    code: shown('public', refusalCode),
    text: shown('own', z.string().optional().meta({ description: 'For officers and for the side that wrote it' }), {
      writtenBy: 'by',
    }),
  })
  .meta({ id: 'SeenRefusal', description: 'Why a match was refused' })

export const featureName = z
  .enum(['text', 'concepts', 'sector', 'trl', 'territory', 'dealType'])
  .meta({ id: 'FeatureName', description: 'What is compared' })
export type FeatureName = z.infer<typeof featureName>

const share = z.number().min(0).max(1)

/** A term that both sides share, as each of them writes it, and its share of the feature. */
export const matchedTerm = whole(
  z
    .object({
      term: z.string().meta({ description: 'Stem or concept that both share' }),
      need: z.string().meta({ description: 'As the need writes it' }),
      offer: z.string().meta({ description: 'As the offer writes it' }),
      share: share.meta({ description: 'Part of the feature that comes of it, 0 to 1' }),
    })
    .meta({ id: 'MatchedTerm', description: 'A term that both sides have' }),
)
export type MatchedTerm = z.infer<typeof matchedTerm>

/** One reason for the score: contribution = weight × value. */
export const feature = whole(
  z
    .object({
      name: featureName,
      weight: share.meta({ description: 'How much it can contribute' }),
      value: share.meta({ description: 'How well the two fit in it' }),
      contribution: share.meta({ description: 'Weight × value' }),
      why: z.string().meta({ description: 'The reason in a sentence' }),
      reasons: z.array(saidMessage).optional().meta({ description: 'What `why` says' }),
      terms: z.array(matchedTerm).optional().meta({ description: 'The terms behind it, the strongest first' }),
    })
    .meta({ id: 'Feature', description: 'One reason for the score' }),
)
export type Feature = z.infer<typeof feature>

/** Days on which both sides' countries work that an officer, then each party, has to answer. Reminder at half of them. */
export const officerWorkingDays = 5
export const partyWorkingDays = 10
