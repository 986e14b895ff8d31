import type { OrganisationAction, OrganisationProfile, VerificationDocument } from '@techbridge/contracts'
import { type Actor, system } from '@techbridge/domain'
import { actors } from '@techbridge/testkit'
import type { OrganisationCommand } from '../src/domain/organisation.ts'

export const at = '2026-11-24T08:00:00.000Z'
/** The organisation of the tests, and the one that stands above it. */
export const id = 'dianchi-university'
export const parent = 'red-river-institute'
export const document: VerificationDocument = { title: 'Business licence', number: '12530000431200000X' }

export const profile: OrganisationProfile = {
  names: [{ language: 'en', name: 'Dianchi University' }],
  otherNames: [],
  country: 'CN',
  kind: 'university',
  registrations: [],
}

export const people = {
  member: actors.provider,
  colleague: { ...actors.provider, role: 'seeker' },
  parent: actors.otherProvider,
  stranger: actors.seeker,
  officer: actors.officer,
  insider: { ...actors.officer, organisation: id },
  officerOfParent: { ...actors.officer, organisation: parent },
} as const satisfies Record<string, Actor>
export type Person = keyof typeof people

/** Every action with what it takes. */
const given = {
  edit: { profile: { ...profile, otherNames: ['DCU'] } },
  'name-parent': { parent: 'another-university' },
  'leave-parent': {},
  'confirm-parent': {},
  'submit-document': { document },
  'refuse-document': { reason: 'unreadable' },
  'verify-by-document': {},
  'verify-by-domain': { domain: 'dianchi.edu.cn' },
  'verify-by-parent': { latest: '2027-06-01T00:00:00.000Z' },
  'release-domain': { domain: 'dianchi.edu.cn', reason: 'moved' },
  suspend: { reason: 'forged' },
  reinstate: { reason: 'cleared' },
  merge: { into: 'kunming-university', reason: 'the same' },
} as const satisfies Record<OrganisationAction, object>

export const act = <A extends OrganisationAction>(
  who: Person,
  type: A,
  more: object = {},
  when = at,
): OrganisationCommand => ({ type, ...given[type], ...more, at: when, by: people[who] }) as OrganisationCommand

export const register: OrganisationCommand = { type: 'register', id, profile, at, by: people.member }
export const reaction = <C extends { type: string }>(command: C, when = at): OrganisationCommand =>
  ({ ...command, at: when, by: system('directory') }) as OrganisationCommand
export const deadline = (when: string): OrganisationCommand => ({ type: 'deadline', at: when, by: system('directory') })
export const nameParent = act('member', 'name-parent', { parent })
