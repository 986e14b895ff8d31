import type { ProfileKind, Role } from '@techbridge/contracts'
import type { ProfileEvents } from './profile.ts'

/** What tells offers and needs apart. */
export interface ProfileKindSpec {
  kind: ProfileKind
  /** Name of the service, and of its collection. */
  service: string
  ownerRole: Role
  events: ProfileEvents
  /** Reduces content to what everyone may read. */
  abstract: (content: unknown) => unknown
  /** Keys of the patents that content lists. */
  patentKeys: (content: unknown) => string[]
}
