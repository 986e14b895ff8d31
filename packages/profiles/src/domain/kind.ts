import type { ProfileKind, Role } from '@techbridge/contracts'
import type { AnyContent, ProfileEvents } from './profile.ts'
import { profileLife } from './profile-life.ts'

/** What tells offers and needs apart. */
export interface ProfileKindSpec {
  kind: ProfileKind
  /** Name of the service, and of its collection. */
  service: string
  ownerRole: Role
  events: ProfileEvents<AnyContent>
  life: ReturnType<typeof profileLife<AnyContent>>
  /** Reduces content to what everyone may read. */
  abstract: (content: unknown) => unknown
  /** Keys of the patents that content lists. */
  patentKeys: (content: unknown) => string[]
}

/** The life follows from the events and from who owns the kind. */
export const profileKind = (given: Omit<ProfileKindSpec, 'life'>): ProfileKindSpec => ({
  ...given,
  life: profileLife(given.events, given.ownerRole),
})
