import type { Caller } from '@techbridge/contracts'
import type { Actor } from '@techbridge/domain'

/** The caller as the actor of a command. */
export const actorOf = ({ subject, role, organisation }: Caller): Actor => ({
  subject,
  role,
  organisation: organisation.id,
})

export const isOfficer = (caller: Caller | undefined) => caller?.role === 'officer' || caller?.role === 'admin'
