import { z } from 'zod'
import { territory } from '../common/codes.ts'
import { idOf, organisation, timestamp } from '../common/values.ts'
import { dealType, ipStatus, reference } from '../common/vocabulary.ts'
import { event } from '../envelope.ts'
import { deadlineFields } from '../needs/deadline.ts'
import { feature, party, refusal } from './vocabulary.ts'

const topic = 'techbridge.matches'
const matchId = idOf('match')

const side = <K extends 'offer' | 'need'>(kind: K) =>
  z.object({
    id: idOf(kind),
    reference,
    revision: z.int().min(1).meta({ description: 'The published revision that was matched' }),
    title: z.string().meta({ description: 'In the original language' }),
    organisation,
    anonymous: z.boolean().meta({ description: 'The organisation is hidden until both sides agree' }),
    dealTypes: z.array(dealType).meta({ description: 'As the profile has them' }),
    territories: z.array(territory).meta({ description: 'As the profile has them' }),
  })
/** What a match keeps of each profile, as it stood at that revision. */
export const matchedNeed = side('need')
  .extend(deadlineFields)
  .meta({ id: 'MatchedNeed', description: 'The need as it stood when it was matched' })
export const matchedOffer = side('offer')
  .extend({ ipStatus })
  .meta({ id: 'MatchedOffer', description: 'The offer as it stood when it was matched' })
export type MatchedNeed = z.infer<typeof matchedNeed>
export type MatchedOffer = z.infer<typeof matchedOffer>

const match = z.object({ id: matchId, need: matchedNeed, offer: matchedOffer })
const scored = match.extend({
  score: z.number().min(0).max(1).meta({ description: 'Sum of the contributions of the features' }),
  features: z.array(feature).meta({ description: 'Why the two match' }),
})
const decided = match.extend({ dueAt: timestamp })

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
    topic,
    summary: 'The system found a match, or found a refused one anew after a material change',
    data: scored.extend({ dueAt: timestamp }),
  }),
  rescored: event({
    type: 'techbridge.match.rescored.v1',
    topic,
    summary: 'A profile was revised and the score of an open match with it',
    data: scored,
  }),
  approved: event({
    type: 'techbridge.match.approved.v1',
    topic,
    summary: 'An officer approved a match; both parties hear of it now',
    data: decided,
  }),
  rejected: event({
    type: 'techbridge.match.rejected.v1',
    topic,
    summary: 'An officer rejected a match',
    data: match.extend({ refusal }),
  }),
  accepted: event({
    type: 'techbridge.match.accepted.v1',
    topic,
    summary: 'A party accepted',
    data: match.extend({ party }),
  }),
  declined: event({
    type: 'techbridge.match.declined.v1',
    topic,
    summary: 'A party declined',
    data: match.extend({ party, refusal }),
  }),
  agreed: event({ type: 'techbridge.match.agreed.v1', topic, summary: 'Both parties accepted', data: match }),
  reminded: event({
    type: 'techbridge.match.reminded.v1',
    topic,
    summary: 'Half of the time to answer is over',
    data: decided.extend({ awaiting: z.enum(['officer', 'parties']).meta({ description: 'Who has not answered' }) }),
  }),
  escalated: event({
    type: 'techbridge.match.escalated.v1',
    topic,
    summary: 'The officer did not answer in time; the officer’s lead is asked',
    data: decided,
  }),
  organisationRenamed: event({
    type: 'techbridge.match.organisation-renamed.v1',
    topic,
    summary: 'The organisation of one side has another name, kind or country',
    data: match.extend({
      party: party.meta({ description: 'Whose organisation it is' }),
      disclosed: z.boolean().meta({ description: 'The parties know of the match' }),
    }),
  }),
  lapsed: event({
    type: 'techbridge.match.lapsed.v1',
    topic,
    summary: 'A profile went away or a deadline passed',
    data: match.extend({
      cause: lapseCause,
      disclosed: z.boolean().meta({ description: 'The parties knew of it' }),
    }),
  }),
}
