import type { needsApi, offersApi, ProfileKind, Role } from '@techbridge/contracts'
import type { AnyContent, ProfileEvents } from './profile.ts'
import { profileLife } from './profile-life.ts'

type ProfileView = typeof offersApi.get.response | typeof needsApi.get.response

/** The differences between offers and needs. */
export interface ProfileKindSpec {
  kind: ProfileKind
  /** Name of the service, and of its collection. */
  service: string
  ownerRole: Role
  events: ProfileEvents<AnyContent>
  life: ReturnType<typeof profileLife<AnyContent>>
  /** How it is shown; its fields declare to whom. */
  view: ProfileView
  /** Keys of the patents that content lists. */
  patentKeys: (content: unknown) => string[]
}

/** The life follows from the events and the role of the owners. */
export const profileKind = (given: Omit<ProfileKindSpec, 'life'>): ProfileKindSpec => ({
  ...given,
  life: profileLife(given.events, given.ownerRole),
})
