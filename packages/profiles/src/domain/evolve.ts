import type { DomainEvent } from '@techbridge/kit/domain'
import type { Profile, ProfileContent } from './profile.ts'
import { profileWorkflow, type WorkflowAction } from './workflow.ts'

/** The action that each event records, by the event's name in its type (`techbridge.offer.published.v1`). */
const actionOf: Record<string, WorkflowAction> = {
  edited: 'edit',
  submitted: 'submit',
  'contact-data-allowed': 'allow-contact-data',
  published: 'publish',
  returned: 'return',
  rejected: 'reject',
  withdrawn: 'withdraw',
  renewed: 'renew',
  'expiry-noticed': 'notice',
  expired: 'expire',
  archived: 'archive',
}

/** The profile after the event. */
export const evolve = <C extends ProfileContent>(
  before: Profile<C> | undefined,
  event: DomainEvent,
  at: string,
): Profile<C> => {
  const name = event.type.split('.')[2] as string
  if (!before) {
    const { id, reference, organisation, content } = event.data
    return {
      id,
      reference,
      organisation,
      status: 'draft',
      revision: 0,
      draft: content,
      createdAt: at,
      noticed: false,
      renewed: false,
    }
  }
  if (name === 'organisation-renamed') {
    const { organisation, content } = event.data
    const isShown = content !== undefined && !content.anonymous
    return { ...before, organisation, ...(isShown && { renames: (before.renames ?? 0) + 1 }) }
  }
  const status = profileWorkflow.after(before.status, actionOf[name] as WorkflowAction)
  const profile = { ...before, status }
  switch (name) {
    case 'edited':
      return { ...profile, draft: event.data.content }
    case 'submitted':
      return { ...profile, request: event.data.request }
    case 'contact-data-allowed':
      return { ...profile, allowed: [...new Set([...(profile.allowed ?? []), ...event.data.pieces])] }
    case 'published': {
      const { content, revision, publishedAt, expiresAt } = event.data
      return { ...profile, content, draft: undefined, revision, publishedAt, expiresAt }
    }
    case 'renewed':
      return { ...profile, expiresAt: event.data.expiresAt, renewed: true, noticed: false }
    case 'rejected':
      return status === 'published' ? { ...profile, draft: undefined } : profile
    case 'expiry-noticed':
      return { ...profile, noticed: true }
    default:
      return profile
  }
}
