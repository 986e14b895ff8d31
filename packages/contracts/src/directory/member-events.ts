import { z } from 'zod'
import { idOf, organisationId, text, timestamp } from '../common/values.ts'
import { shown, whole } from '../disclosure/marks.ts'
import { event } from '../envelope.ts'
import { mandateTerms } from './mandates.ts'
import { keyName, memberLanguages, memberRole, membershipEnd, subject, tokenRole } from './members.ts'

const base = z.object({
  id: shown('own', idOf('roster')),
  organisation: shown('own', organisationId.meta({ description: 'Id of the organisation' })),
})
const roles = shown('own', z.array(memberRole).meta({ description: 'What the member does for the organisation' }))
const member = shown('own', idOf('member'))
const invitation = shown('own', idOf('invitation'))
const request = shown('own', idOf('request'))
const key = shown('own', idOf('key'))
const person = shown('own', subject)
const languages = shown('own', memberLanguages)
const hash = (description: string) => shown('office', z.string().meta({ description }))

/** Who belongs to an organisation is nobody's business outside it, and a token alone does not tell who belongs to it. */
const ofRoster = {
  topic: 'techbridge.rosters',
  sidesOf: () => ({}),
  sidesRead: 'public',
  history: 'officers',
  audience: 'officers',
} as const

export const rosterEvents = {
  opened: event({
    type: 'techbridge.roster.opened.v1',
    ...ofRoster,
    summary: 'The first person of an organisation, or an officer for it, began to keep its members',
    data: base,
  }),
  invited: event({
    type: 'techbridge.roster.invited.v1',
    ...ofRoster,
    summary: 'Somebody was invited to become a member',
    data: base.extend({
      invitation,
      roles,
      by: person,
      address: hash('Keyed hash of the mail address'),
      secret: hash('SHA-256 of the code’s secret'),
      until: shown('own', timestamp),
    }),
  }),
  invitationRevoked: event({
    type: 'techbridge.roster.invitation-revoked.v1',
    ...ofRoster,
    summary: 'An invitation was taken back',
    data: base.extend({ invitation }),
  }),
  invitationLapsed: event({
    type: 'techbridge.roster.invitation-lapsed.v1',
    ...ofRoster,
    summary: 'Invitations were not accepted in time',
    data: base.extend({
      invitations: shown('own', z.array(idOf('invitation')).meta({ description: 'Those that ended' })),
    }),
  }),
  joined: event({
    type: 'techbridge.roster.joined.v1',
    ...ofRoster,
    summary: 'Somebody became a member',
    data: base.extend({
      member,
      subject: person,
      roles,
      languages,
      invitation: shown('own', idOf('invitation').optional()),
      request: shown('own', idOf('request').optional()),
    }),
  }),
  requested: event({
    type: 'techbridge.roster.requested.v1',
    ...ofRoster,
    summary: 'Somebody asked to become a member',
    data: base.extend({
      request,
      subject: person,
      roles,
      languages,
      note: shown('own', text(1000).optional().meta({ description: 'What the person says' })),
    }),
  }),
  requestRefused: event({
    type: 'techbridge.roster.request-refused.v1',
    ...ofRoster,
    summary: 'Somebody was not made a member',
    data: base.extend({
      request,
      subject: person,
      reason: shown('own', text(1000).meta({ description: 'Why, for the person' })),
    }),
  }),
  keyIssued: event({
    type: 'techbridge.roster.key-issued.v1',
    ...ofRoster,
    summary: 'An API key was made',
    data: base.extend({
      key,
      member,
      name: shown('own', keyName),
      role: shown('own', tokenRole),
      secret: hash('SHA-256 of the key’s secret'),
      until: shown('own', timestamp),
    }),
  }),
  keyUsed: event({
    type: 'techbridge.roster.key-used.v1',
    ...ofRoster,
    summary: 'An API key was exchanged for a token, the first time on this day',
    data: base.extend({ key, on: shown('own', z.iso.date().meta({ description: 'The day, UTC' })) }),
  }),
  keyRevoked: event({
    type: 'techbridge.roster.key-revoked.v1',
    ...ofRoster,
    summary: 'An API key ended; tokens issued for it before are refused',
    data: base.extend({ key }),
  }),
  mandateGranted: event({
    type: 'techbridge.roster.mandate-granted.v1',
    ...ofRoster,
    summary: 'A member may sign agreements for the organisation',
    data: base.extend({
      mandate: shown('own', idOf('mandate')),
      member,
      subject: person,
      terms: shown('own', whole(mandateTerms.meta({ description: 'What may be signed, and when' }))),
    }),
  }),
  mandateWithdrawn: event({
    type: 'techbridge.roster.mandate-withdrawn.v1',
    ...ofRoster,
    summary: 'A member may no longer sign what a mandate named',
    data: base.extend({ mandate: shown('own', idOf('mandate')) }),
  }),
  rolesChanged: event({
    type: 'techbridge.roster.roles-changed.v1',
    ...ofRoster,
    summary: 'A member has other roles; tokens issued before are refused, and keys end that they may no longer give',
    data: base.extend({ member, subject: person, roles }),
  }),
  membershipEnded: event({
    type: 'techbridge.roster.membership-ended.v1',
    ...ofRoster,
    summary: 'A member left or was removed; the invitations and keys that they gave, and their mandates, are void',
    data: base.extend({
      member,
      subject: person,
      end: shown('own', membershipEnd),
      reason: shown('own', text(1000).optional().meta({ description: 'Why, for the member' })),
    }),
  }),
}
