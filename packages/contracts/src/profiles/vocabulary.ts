import { z } from 'zod'

/**
 * Life of an offer or a need. `revising` and `revisionUnderReview` are published profiles with a revision in progress: the published
 * text stays visible until the revision passes review.
 */
export const profileStatus = z
  .enum([
    'draft',
    'underReview',
    'published',
    'revising',
    'revisionUnderReview',
    'expired',
    'archived',
    'rejected',
    'withdrawn',
  ])
  .meta({
    id: 'ProfileStatus',
    description: 'Status of a profile; `revising` and `revisionUnderReview` are public with a revision in progress',
  })
export type ProfileStatus = z.infer<typeof profileStatus>

/** Statuses in which the profile is public. */
export const visibleStatuses = ['published', 'revising', 'revisionUnderReview'] as const satisfies ProfileStatus[]

/**
 * What a person may do with a profile. `edit` is the PUT; the others are POSTs of that name. `submit-on-behalf` is for officers at the
 * owner's request; `allow-contact-data` allows a false alarm.
 */
export const profileAction = z
  .enum([
    'edit',
    'submit',
    'submit-on-behalf',
    'allow-contact-data',
    'publish',
    'return',
    'reject',
    'withdraw',
    'renew',
  ])
  .meta({
    id: 'ProfileAction',
    description: 'Action on a profile: `edit` is the PUT, the others are POSTs of that name',
  })
export type ProfileAction = z.infer<typeof profileAction>

/** Days: how long a publication lasts, when the notice comes, when it may be renewed. Source: EEN partnering rules. */
export const publicationDays = 365
export const noticeDays = 14
export const renewalWindowDays = 30
export const archiveYears = 2
