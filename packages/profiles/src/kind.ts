import type { ProfileKind, Role } from '@techbridge/contracts'
import type { z } from 'zod'
import type { ProfileEvents } from './domain/profile.ts'

/** What tells offers and needs apart. */
export interface ProfileKindSpec {
  kind: ProfileKind
  /** Name of the service, and of its collection. */
  service: string
  ownerRole: Role
  events: ProfileEvents
  /** Reduces content to what everyone may read. */
  abstract: z.ZodType
}
