import { z } from 'zod'
import { idOf, organisationId, text, timestamp } from '../common/values.ts'
import { shown } from '../disclosure/marks.ts'
import { event } from '../envelope.ts'
import { domainName } from './domain-name.ts'
import { evidence, organisationProfile, verificationDocument } from './organisation.ts'
import { verificationEnd } from './vocabulary.ts'

const base = z.object({
  id: shown('public', organisationId.meta({ description: 'Of the organisation, as tokens name it' })),
})
const reason = shown('own', text(1000).meta({ description: 'Why, in the words of the officer' }))
const wasPublic = shown('own', z.boolean().meta({ description: 'Everyone could read the organisation' }))
const profile = shown('public', organisationProfile)
const parent = shown('public', organisationId.meta({ description: 'Id of the organisation above' }))
const domain = shown('public', domainName)
const ended = shown(
  'public',
  verificationEnd.optional().meta({ description: 'Set when the organisation is no longer verified after this' }),
)

/** Everyone at an organisation reads what is its own, in whichever role. */
const ofOrganisation = {
  topic: 'techbridge.organisations',
  sidesOf: ({ id }: { id: string }) => ({ provider: { id }, seeker: { id } }),
  sidesRead: 'own',
  history: 'sides',
} as const

/** What ends what everyone could read is told to everyone. */
const ofPublic = {
  among: ['everybody', 'sides'],
  which: (data: { wasPublic: boolean }) => (data.wasPublic ? 'everybody' : 'sides'),
} as const

export const organisationEvents = {
  registered: event({
    type: 'techbridge.organisation.registered.v1',
    ...ofOrganisation,
    audience: 'sides',
    summary: 'An organisation was registered; nothing of it is verified yet',
    data: base.extend({ profile }),
  }),
  edited: event({
    type: 'techbridge.organisation.edited.v1',
    ...ofOrganisation,
    audience: ofPublic,
    summary: 'What an organisation says of itself was changed',
    data: base.extend({ profile, wasPublic, ended }),
  }),
  unmerged: event({
    type: 'techbridge.organisation.unmerged.v1',
    ...ofOrganisation,
    audience: ofPublic,
    summary: 'Organisations were merged into each other at the same moment; this one goes on',
    data: base.extend({ wasPublic }),
  }),
  parentNamed: event({
    type: 'techbridge.organisation.parent-named.v1',
    ...ofOrganisation,
    audience: 'sides',
    summary: 'An organisation named the one above it, which does not count before it is confirmed',
    data: base.extend({ parent, ended }),
  }),
  parentConfirmed: event({
    type: 'techbridge.organisation.parent-confirmed.v1',
    ...ofOrganisation,
    audience: 'sides',
    summary: 'The organisation above, or an officer, confirmed that it is',
    data: base.extend({ parent }),
  }),
  parentRemoved: event({
    type: 'techbridge.organisation.parent-removed.v1',
    ...ofOrganisation,
    audience: 'sides',
    summary: 'An organisation has none above it any longer',
    data: base.extend({ parent, ended }),
  }),
  documentSubmitted: event({
    type: 'techbridge.organisation.document-submitted.v1',
    ...ofOrganisation,
    audience: 'sides',
    summary: 'A document that proves who an organisation is awaits review',
    data: base.extend({ document: shown('own', verificationDocument) }),
  }),
  documentRefused: event({
    type: 'techbridge.organisation.document-refused.v1',
    ...ofOrganisation,
    audience: 'sides',
    summary: 'An officer does not take a document as proof',
    data: base.extend({ reason }),
  }),
  evidenceAccepted: event({
    type: 'techbridge.organisation.evidence-accepted.v1',
    ...ofOrganisation,
    audience: 'everybody',
    summary: 'An organisation was verified, for the first time or again',
    data: base.extend({ profile, evidence: shown('public', evidence) }),
  }),
  renewalReminderSent: event({
    type: 'techbridge.organisation.renewal-reminder-sent.v1',
    ...ofOrganisation,
    audience: 'sides',
    summary: 'An organisation was reminded that its verification ends soon',
    data: base.extend({ until: shown('own', timestamp) }),
  }),
  evidenceEnded: event({
    type: 'techbridge.organisation.evidence-ended.v1',
    ...ofOrganisation,
    audience: ofPublic,
    summary: 'Evidence no longer counts; when none is left, the organisation is no longer verified',
    data: base.extend({ wasPublic, cause: shown('public', verificationEnd), ended }),
  }),
  domainReleased: event({
    type: 'techbridge.organisation.domain-released.v1',
    ...ofOrganisation,
    audience: 'sides',
    summary: 'A domain is no longer evidence of an organisation, and another may prove that it is theirs',
    data: base.extend({ domain, reason, ended }),
  }),
  suspended: event({
    type: 'techbridge.organisation.suspended.v1',
    ...ofOrganisation,
    audience: ofPublic,
    summary: 'An officer suspended an organisation',
    data: base.extend({ reason, wasPublic }),
  }),
  reinstated: event({
    type: 'techbridge.organisation.reinstated.v1',
    ...ofOrganisation,
    audience: 'sides',
    summary: 'An officer ended the suspension of an organisation',
    data: base.extend({ reason }),
  }),
  merged: event({
    type: 'techbridge.organisation.merged.v1',
    ...ofOrganisation,
    audience: ofPublic,
    summary: 'An officer found that an organisation is another one, which goes on for both',
    data: base.extend({
      into: shown('public', organisationId.meta({ description: 'Id of the organisation that goes on' })),
      reason,
      wasPublic,
    }),
  }),
  absorbed: event({
    type: 'techbridge.organisation.absorbed.v1',
    ...ofOrganisation,
    audience: 'sides',
    summary: 'Another organisation was found to be this one; its id stays as an alias',
    data: base.extend({ former: shown('own', organisationId.meta({ description: 'Id that leads here now' })) }),
  }),
}

const claim = z.object({
  id: shown('public', idOf('domain')),
  domain,
  organisation: shown('office', organisationId.meta({ description: 'Id of the organisation that holds it' })),
})

/** Which domain belongs to whom is told by the organisation; these are for officers. */
const ofDomain = {
  topic: 'techbridge.domains',
  sidesOf: () => ({}),
  sidesRead: 'public',
  history: 'officers',
  audience: 'officers',
} as const

export const domainEvents = {
  claimed: event({
    type: 'techbridge.domain.claimed.v1',
    ...ofDomain,
    summary: 'An organisation proved that a domain is its own, for the first time or again',
    data: claim.extend({ until: shown('office', timestamp) }),
  }),
  released: event({
    type: 'techbridge.domain.released.v1',
    ...ofDomain,
    summary: 'A domain belongs to no organisation any longer',
    data: claim,
  }),
}
