import { noticeDays, type ProfileAction, type ProfileStatus, renewalWindowDays } from '@techbridge/contracts'
import { addDays, type Guard, type Transition, workflow } from '@techbridge/kit/domain'
import { openFindings } from './contact-data.ts'
import type { Profile, Relation } from './profile.ts'

/** What people do, and what the calendar does. */
export type WorkflowAction = ProfileAction | 'notice' | 'expire' | 'archive'

const renewable: Guard<Profile, Relation> = {
  name: 'renewal-window',
  passes: ({ renewed, expiresAt }, { at }) =>
    !renewed && expiresAt !== undefined && at >= addDays(expiresAt, -renewalWindowDays),
  otherwise: `a profile may be renewed once, from ${renewalWindowDays} days before it expires.`,
}

const noticeDue: Guard<Profile, Relation> = {
  name: 'notice-due',
  passes: ({ noticed, expiresAt }, { at }) =>
    !noticed && expiresAt !== undefined && at >= addDays(expiresAt, -noticeDays),
  otherwise: `the notice goes out once, ${noticeDays} days before the expiry.`,
}

const otherOrganisation: Guard<Profile, Relation> = {
  name: 'own-organisation',
  passes: ({ request }, { relations }) => !relations.includes('ownOrganisation') || request !== undefined,
  otherwise:
    'an officer of another organisation decides on it, unless its owner asked for this and the history records the request.',
}

const contactData: Guard<Profile, Relation> = {
  name: 'contact-data',
  passes: (profile) => openFindings(profile).length > 0,
  otherwise: 'no contact data is found in the public texts, so there is nothing to allow.',
}

/** What is possible with anything public, whether or not a revision is in the making. */
const whilePublic = (from: ProfileStatus): Transition<ProfileStatus, WorkflowAction, Relation, Profile>[] => [
  { action: 'renew', from, to: from, by: ['owner', 'officer'], guard: renewable },
  { action: 'withdraw', from, to: 'withdrawn', by: ['owner', 'officer'] },
  { action: 'notice', from, to: from, by: ['system'], guard: noticeDue },
  { action: 'expire', from, to: 'expired', by: ['system'] },
]

/** The life of an offer or a need: every action, who may take it, and where it leads. */
export const profileWorkflow = workflow<ProfileStatus, WorkflowAction, Relation, Profile>([
  { action: 'edit', from: 'draft', to: 'draft', by: ['owner'] },
  { action: 'submit', from: 'draft', to: 'underReview', by: ['owner'] },
  { action: 'submit-on-behalf', from: 'draft', to: 'underReview', by: ['officer'] },
  { action: 'allow-contact-data', from: 'draft', to: 'draft', by: ['officer'], guard: contactData },
  { action: 'withdraw', from: 'draft', to: 'withdrawn', by: ['owner', 'officer'] },

  { action: 'publish', from: 'underReview', to: 'published', by: ['officer'], guard: otherOrganisation },
  { action: 'return', from: 'underReview', to: 'draft', by: ['officer'], guard: otherOrganisation },
  { action: 'reject', from: 'underReview', to: 'rejected', by: ['officer'], guard: otherOrganisation },
  { action: 'allow-contact-data', from: 'underReview', to: 'underReview', by: ['officer'], guard: contactData },
  { action: 'withdraw', from: 'underReview', to: 'withdrawn', by: ['owner', 'officer'] },

  { action: 'edit', from: 'published', to: 'revising', by: ['owner'] },
  ...whilePublic('published'),

  { action: 'edit', from: 'revising', to: 'revising', by: ['owner'] },
  { action: 'submit', from: 'revising', to: 'revisionUnderReview', by: ['owner'] },
  { action: 'submit-on-behalf', from: 'revising', to: 'revisionUnderReview', by: ['officer'] },
  { action: 'allow-contact-data', from: 'revising', to: 'revising', by: ['officer'], guard: contactData },
  ...whilePublic('revising'),

  { action: 'publish', from: 'revisionUnderReview', to: 'published', by: ['officer'], guard: otherOrganisation },
  { action: 'return', from: 'revisionUnderReview', to: 'revising', by: ['officer'], guard: otherOrganisation },
  { action: 'reject', from: 'revisionUnderReview', to: 'published', by: ['officer'], guard: otherOrganisation },
  {
    action: 'allow-contact-data',
    from: 'revisionUnderReview',
    to: 'revisionUnderReview',
    by: ['officer'],
    guard: contactData,
  },
  ...whilePublic('revisionUnderReview'),

  { action: 'archive', from: 'expired', to: 'archived', by: ['system'] },
])
