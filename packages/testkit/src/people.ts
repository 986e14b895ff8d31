import type { Caller, Organisation, Role } from '@techbridge/contracts'
import type { Actor } from '@techbridge/domain'
import { actorOf } from '@techbridge/http'

/** Organisations of the tests: two that provide, two that seek, and the office whose officers review. */
export const organisations = {
  university: { id: 'dianchi-university', name: '滇池农业大学', country: 'CN', kind: 'university' },
  institute: { id: 'red-river-institute', name: 'Viện Sông Hồng', country: 'VN', kind: 'researchInstitute' },
  cooperative: { id: 'mekong-cooperative', name: 'Mekong Orchard Co-operative', country: 'VN', kind: 'sme50to249' },
  factory: { id: 'chao-phraya-foods', name: 'Chao Phraya Foods', country: 'TH', kind: 'large' },
  office: { id: 'transfer-office', name: 'Transfer Office', country: 'CN', kind: 'agency' },
} as const satisfies Record<string, Organisation>

export const callerOf = (role: Role, organisation: Organisation): Caller => ({
  subject: `${role}@${organisation.id}`,
  role,
  organisation,
})

/** Who acts in the tests. */
export const callers = {
  provider: callerOf('provider', organisations.university),
  otherProvider: callerOf('provider', organisations.institute),
  seeker: callerOf('seeker', organisations.cooperative),
  otherSeeker: callerOf('seeker', organisations.factory),
  officer: callerOf('officer', organisations.office),
  admin: callerOf('admin', organisations.office),
} as const

export type Who = keyof typeof callers

/** The same people as commands name them. */
export const actors = Object.fromEntries(
  Object.entries(callers).map(([name, caller]) => [name, actorOf(caller)]),
) as Record<Who, Actor>
