import type { Organisation, ProfileStatus, Role } from '@techbridge/contracts'
import type { Actor, Command } from '@techbridge/kit/domain'

/** What an offer and a need have in common, as far as their life is concerned. */
export interface ProfileContent {
  type: string
  anonymous: boolean
  texts: Record<string, { title: string; summary: string }>
  keywords: { market: string[]; technology: string[] }
  /** Needs alone have these. */
  responseDeadline?: string
  responseDeadlineZone?: string
}

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
  /** Pieces of public texts that look like contact data and are none, as officers said. */
  allowed?: string[]
  /** How often everyone saw the organisation get another name; absent before the first time. */
  renames?: number
}

/** `owner`: the organisation as it is described now. The profile follows before anything else happens. */
export type ProfileCommand<C extends ProfileContent> = Command & { owner?: Organisation } & (
    | { type: 'draft'; id: string; reference: string; organisation: Organisation; content: C }
    /** Like draft; nothing happens when it is there already. With `publish`, an officer vouches for it at once. */
    | {
        type: 'import'
        id: string
        reference: string
        organisation: Organisation
        content: C
        publish: boolean
        request?: string
      }
    | { type: 'edit'; content: C }
    | { type: 'submit' | 'publish' | 'renew' }
    | { type: 'submit-on-behalf'; request: string }
    | { type: 'return' | 'reject' | 'withdraw' | 'allow-contact-data'; reason: string }
    /** `rename`: nothing but following `owner`. */
    | { type: 'deadline' | 'rename' }
  )

type EventName =
  | 'drafted'
  | 'edited'
  | 'submitted'
  | 'contactDataAllowed'
  | 'returned'
  | 'rejected'
  | 'published'
  | 'renewed'
  | 'withdrawn'
  | 'organisationRenamed'
  | 'expiryNoticed'
  | 'expired'
  | 'archived'

/** The event contracts of one kind of profile: the same names for offers and needs, each with a type of its own. */
export type ProfileEvents = Record<EventName, { type: string }>

export type Relation = 'owner' | 'officer' | 'ownOrganisation' | 'system'

/** How someone stands to a profile; an officer may be of its own organisation. `ownerRole` is the role that owns this kind: provider for offers, seeker for needs. */
export const relationsTo = (profile: Pick<Profile, 'organisation'>, by: Actor, ownerRole: Role): Relation[] => {
  if (by.role === 'system') return ['system']
  const isOwn = by.organisation === profile.organisation.id
  if (by.role === 'officer' || by.role === 'admin') return isOwn ? ['officer', 'ownOrganisation'] : ['officer']
  return by.role === ownerRole && isOwn ? ['owner'] : []
}
