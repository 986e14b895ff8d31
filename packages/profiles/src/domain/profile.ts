import { type Organisation, type ProfileStatus, type Role, visibleStatuses } from '@techbridge/contracts'
import type { Actor, EventsOf } from '@techbridge/domain'

/** What offers and needs have in common, as far as their life is concerned. */
export interface ProfileContent {
  type: string
  anonymous: boolean
  originalLanguage: string
  texts: Record<string, { title: string; summary: string }>
  keywords: { market: string[]; technology: string[] }
  /** Only needs have these. */
  responseDeadline?: string
  responseDeadlineZone?: string
}

/** Of either kind, with fields that the life of a profile does not use. */
export type AnyContent = ProfileContent & Record<string, unknown>

export interface Profile<C extends ProfileContent = ProfileContent> {
  id: string
  reference: string
  organisation: Organisation
  status: ProfileStatus
  /** Counts the published contents; 0 before the first. */
  revision: number
  /** What is or was public. */
  content?: C
  /** What is being written: the first text, or a revision of what is public. */
  draft?: C
  createdAt: string
  publishedAt?: string
  expiresAt?: string
  noticed: boolean
  renewed: boolean
  /** What the owner asked an officer for, when an officer submitted it last. */
  request?: string
  /** Passages of public texts that officers allowed because they only look like contact data. */
  allowed?: string[]
  /** How often the publicly visible name of the organisation changed; absent before the first time. */
  renames?: number
}

/** What every event of a profile says. */
interface Named {
  id: string
  reference: string
  type: string
  organisation: Organisation
}

/** The public state. */
export interface Publication<C> extends Named {
  content: C
  /** Counts the published contents; a renewal keeps it. */
  revision: number
  publishedAt: string
  expiresAt: string
}

interface EventData<C> {
  drafted: Named & { content: C; request?: string }
  edited: Named & { content: C }
  submitted: Named & { request?: string }
  contactDataAllowed: Named & { pieces: string[]; reason: string }
  returned: Named & { reason: string }
  rejected: Named & { reason: string }
  published: Publication<C>
  renewed: Publication<C>
  withdrawn: Named & { reason: string; wasPublic?: boolean }
  organisationRenamed: Named & Partial<Publication<C>>
  expiryReminderSent: Named & { expiresAt: string }
  expired: Named
  archived: Named
}

/** The event contracts of one kind of profile: the same names for offers and needs, each with a type of its own. */
export type ProfileEvents<C extends ProfileContent = ProfileContent> = {
  [N in keyof EventData<C>]: { type: string; data: { _output: EventData<C>[N] } }
}

export type ProfileEvent<C extends ProfileContent = ProfileContent> = EventsOf<ProfileEvents<C>>

/** Whether everyone may see it. */
export const isPublic = ({ status }: Pick<Profile, 'status'>): boolean =>
  visibleStatuses.some((visible) => visible === status)

export type Relation = 'owner' | 'officer' | 'ownOrganisation' | 'system'

/** How somebody is related to a profile; an officer may be of its own organisation. `ownerRole` is the role that owns this kind: provider for offers, seeker for needs. */
export const relationsTo = (profile: Pick<Profile, 'organisation'>, by: Actor, ownerRole: Role): Relation[] => {
  if (by.role === 'system') return ['system']
  const isOwn = by.organisation === profile.organisation.id
  if (by.role === 'officer' || by.role === 'admin') return isOwn ? ['officer', 'ownOrganisation'] : ['officer']
  return by.role === ownerRole && isOwn ? ['owner'] : []
}
