import type { ProfileKind, Role } from '@techbridge/contracts'
import type { AnyContent, ProfileEvents } from './profile.ts'
import type { profileLife } from './profile-life.ts'

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
