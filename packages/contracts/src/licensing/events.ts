import { z } from 'zod'
import { idOf, text } from '../common/values.ts'
import { shown } from '../disclosure/marks.ts'
import { event } from '../envelope.ts'
import { matchedNeed, matchedOffer, sidesOf } from '../matching/events.ts'
import { party, refuser } from '../matching/vocabulary.ts'

/** Every event names the parties of the case, so that each reader knows who may see it. */
const licensingCase = z.object({
  id: shown('public', idOf('case')),
  match: shown('public', idOf('match')),
  need: shown('public', matchedNeed, { of: 'seeker' }),
  offer: shown('public', matchedOffer, { of: 'provider' }),
})
const byParty = licensingCase.extend({ party: shown('public', party) })

/** Both agreed, so each reads who the other is. */
const ofCase = {
  topic: 'techbridge.cases',
  sidesOf,
  sidesRead: 'confidential',
  history: 'sides',
  audience: 'sides',
} as const

export const caseEvents = {
  opened: event({
    type: 'techbridge.case.opened.v1',
    ...ofCase,
    summary: 'A licensing case was opened for an agreed match',
    data: licensingCase,
  }),
  ndaDrafted: event({
    type: 'techbridge.case.nda-drafted.v1',
    ...ofCase,
    summary: 'The officer drafted the NDA',
    data: licensingCase,
  }),
  ndaSigned: event({
    type: 'techbridge.case.nda-signed.v1',
    ...ofCase,
    summary: 'A party signed the NDA',
    data: byParty,
  }),
  negotiationStarted: event({
    type: 'techbridge.case.negotiation-started.v1',
    ...ofCase,
    summary: 'Both signed the NDA and the officer opened the negotiation',
    data: licensingCase,
  }),
  agreementSigned: event({
    type: 'techbridge.case.agreement-signed.v1',
    ...ofCase,
    summary: 'A party signed the agreement; with the second signature the case is signed',
    data: byParty,
  }),
  organisationRenamed: event({
    type: 'techbridge.case.organisation-renamed.v1',
    ...ofCase,
    summary: 'The organisation of a party has another name, kind or country; what was signed before stays as it was',
    data: byParty,
  }),
  activated: event({
    type: 'techbridge.case.activated.v1',
    ...ofCase,
    summary: 'The agreement is in force',
    data: licensingCase,
  }),
  terminated: event({
    type: 'techbridge.case.terminated.v1',
    ...ofCase,
    summary: 'The case ended without an agreement in force, or the agreement was ended',
    data: licensingCase.extend({
      reason: shown('own', text(1000).meta({ description: 'Why, in the words of the person who ended it' }), {
        writtenBy: 'by',
      }),
      by: shown('public', refuser.optional()),
    }),
  }),
}
