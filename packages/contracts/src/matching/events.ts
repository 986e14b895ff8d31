import { z } from 'zod'
import { territory } from '../common/codes.ts'
import { idOf, type Organisation, organisation, text, timestamp } from '../common/values.ts'
import { dealType, ipStatus, reference } from '../common/vocabulary.ts'
import { calendarStanding } from '../common/working-days.ts'
import { shown } from '../disclosure/marks.ts'
import { event } from '../envelope.ts'
import { deadlineFields } from '../needs/deadline.ts'
import { gateAnswer } from './gate.ts'
import { scoring } from './model.ts'
import { feature, party, refusal } from './vocabulary.ts'

const matchId = idOf('match')

const side = <K extends 'offer' | 'need'>(kind: K) =>
  z.object({
    id: shown('public', idOf(kind)),
    reference: shown('public', reference),
    revision: shown('public', z.int().min(1).meta({ description: 'The published revision that was matched' })),
    title: shown('public', z.string().meta({ description: 'In the original language' })),
    organisation: shown('identity', organisation),
    anonymous: shown('public', z.boolean().meta({ description: 'The organisation is hidden until both sides agree' })),
    dealTypes: shown('public', z.array(dealType).meta({ description: 'As the profile has them' })),
    territories: shown('public', z.array(territory).meta({ description: 'As the profile has them' })),
  })
/** What a match keeps of each profile, as it stood at that revision. */
export const matchedNeed = side('need')
  .extend(deadlineFields)
  .meta({ id: 'MatchedNeed', description: 'The need as it stood when it was matched' })
export const matchedOffer = side('offer')
  .extend({ ipStatus: shown('public', ipStatus) })
  .meta({ id: 'MatchedOffer', description: 'The offer as it stood when it was matched' })
export type MatchedNeed = z.infer<typeof matchedNeed>
export type MatchedOffer = z.infer<typeof matchedOffer>

const match = z.object({
  id: shown('public', matchId),
  need: shown('public', matchedNeed, { of: 'seeker' }),
  offer: shown('public', matchedOffer, { of: 'provider' }),
})
const gate = shown('office', gateAnswer.optional())
/** Scored from both contents in full. */
const scored = match.extend({
  gate,
  score: shown(
    'office',
    z.number().min(0).max(1).meta({
      description: 'Probability that the two belong together; the sum of the contributions of the features',
    }),
  ),
  features: shown('office', z.array(feature).meta({ description: 'Why the two match' })),
  scoring: shown(
    'office',
    scoring.optional().meta({ description: 'By what it was scored; absent in events of earlier versions' }),
  ),
})
const due = {
  dueAt: shown('public', timestamp),
  dueAtStanding: shown('public', calendarStanding.optional()),
}
const decided = match.extend(due)

interface Sides {
  need: { organisation: Organisation }
  offer: { organisation: Organisation }
}
/** The two organisations of a match or a case. */
export const sidesOf = ({ need, offer }: Sides) => ({ provider: offer.organisation, seeker: need.organisation })

/** Parties must not learn how many steps preceded the approval. */
const ofMatch = { topic: 'techbridge.matches', sidesOf, sidesRead: 'details', history: 'officers' } as const

/** Parties receive the events of a match that was disclosed to them. */
const onceDisclosed = {
  among: ['sides', 'officers'],
  which: ({ disclosed }: { disclosed: boolean }) => (disclosed ? 'sides' : 'officers'),
} as const

export const lapseCause = z
  .enum([
    'needWithdrawn',
    'offerWithdrawn',
    'needExpired',
    'offerExpired',
    'noLongerFits',
    'needDeadlinePassed',
    'noAnswer',
  ])
  .meta({ description: 'Why a match lapsed' })
export type LapseCause = z.infer<typeof lapseCause>

export const matchEvents = {
  proposed: event({
    type: 'techbridge.match.proposed.v1',
    ...ofMatch,
    audience: 'officers',
    summary: 'The system found a match, or found a refused one anew after a material change',
    data: scored.extend(due),
  }),
  rescored: event({
    type: 'techbridge.match.rescored.v1',
    ...ofMatch,
    audience: 'officers',
    summary:
      'The score of an open match changed, with a profile that was revised or because words are rarer or more common by now, or the gate answered otherwise than before',
    data: scored,
  }),
  approved: event({
    type: 'techbridge.match.approved.v1',
    ...ofMatch,
    audience: 'sides',
    summary: 'An officer approved a match; both parties hear of it now',
    data: decided,
  }),
  released: event({
    type: 'techbridge.match.released.v1',
    ...ofMatch,
    audience: 'officers',
    summary: 'An officer released a match that the gate held',
    data: decided.extend({ reason: shown('office', text(1000).meta({ description: 'In the words of the officer' })) }),
  }),
  rejected: event({
    type: 'techbridge.match.rejected.v1',
    ...ofMatch,
    audience: 'officers',
    summary: 'An officer rejected a match',
    data: match.extend({ refusal: shown('public', refusal) }),
  }),
  accepted: event({
    type: 'techbridge.match.accepted.v1',
    ...ofMatch,
    audience: 'sides',
    summary: 'A party accepted',
    data: match.extend({ party: shown('public', party) }),
  }),
  declined: event({
    type: 'techbridge.match.declined.v1',
    ...ofMatch,
    audience: 'sides',
    summary: 'A party declined',
    data: match.extend({ party: shown('public', party), refusal: shown('public', refusal, { writtenBy: 'party' }) }),
  }),
  agreed: event({
    type: 'techbridge.match.agreed.v1',
    ...ofMatch,
    sidesRead: 'confidential',
    audience: 'sides',
    summary: 'Both parties accepted',
    data: match,
  }),
  reminded: event({
    type: 'techbridge.match.reminded.v1',
    ...ofMatch,
    audience: {
      among: ['sides', 'officers'],
      which: ({ awaiting }) => (awaiting === 'parties' ? 'sides' : 'officers'),
    },
    summary: 'Half of the time to answer is over',
    data: decided.extend({
      awaiting: shown('public', z.enum(['officer', 'parties']).meta({ description: 'Who has not answered' })),
    }),
  }),
  escalated: event({
    type: 'techbridge.match.escalated.v1',
    ...ofMatch,
    audience: 'officers',
    summary: 'The officer did not answer in time; the officer’s lead is asked',
    data: decided,
  }),
  organisationRenamed: event({
    type: 'techbridge.match.organisation-renamed.v1',
    ...ofMatch,
    audience: onceDisclosed,
    summary: 'The organisation of one side has another name, kind or country',
    data: match.extend({
      party: shown('public', party.meta({ description: 'Whose organisation it is' })),
      disclosed: shown('public', z.boolean().meta({ description: 'The parties know of the match' })),
    }),
  }),
  lapsed: event({
    type: 'techbridge.match.lapsed.v1',
    ...ofMatch,
    audience: onceDisclosed,
    summary: 'A profile went away, a deadline passed, or the two no longer fit or may no longer be proposed',
    data: match.extend({
      cause: shown('public', lapseCause),
      gate,
      disclosed: shown('public', z.boolean().meta({ description: 'The parties knew of it' })),
    }),
  }),
}
