import {
  invitationDays,
  type Mandate,
  type MandateTerms,
  type MemberAction,
  type MemberRole,
  type Membership,
  message,
  mostMandates,
  mostMembers,
  mostOpen,
  rosterEvents,
  type TokenRole,
} from '@techbridge/contracts'
import {
  type Actor,
  addDays,
  DomainError,
  type EventsOf,
  type Guard,
  lifecycleOf,
  notFound,
  type Situation,
} from '@techbridge/domain'
import { type ApiKey, aliveKeys, givenStill, hasRoomForKeys, isNameTaken } from './keys.ts'

interface Invitation {
  id: string
  roles: MemberRole[]
  /** Subject of who invites. */
  by: string
  /** Keyed hash of the address that it is for. */
  address: string
  /** SHA-256 of the secret in the code. */
  secret: string
  until: string
}

interface JoinRequest {
  id: string
  subject: string
  roles: MemberRole[]
  languages: string[]
  note?: string | undefined
  at: string
}

/** Who belongs to an organisation: one record for all, as the last who looks after its people cannot leave. */
export interface Roster {
  id: string
  organisation: string
  status: 'open'
  /** Also those that have ended, the newest last. */
  members: Membership[]
  invitations: Invitation[]
  requests: JoinRequest[]
  keys?: ApiKey[] | undefined
  mandates?: Mandate[] | undefined
}

export type RosterEvent = EventsOf<typeof rosterEvents>

/**
 * How somebody is related to the members of an organisation. The token must be for the organisation and the person a member of it: an
 * issuer that names an organisation makes nobody its member. `insider`: an officer who belongs to it.
 */
export type RosterRelation = 'member' | 'manager' | 'officer' | 'insider'

const current = ({ members }: Pick<Roster, 'members'>) => members.filter(({ until }) => until === undefined)
export const memberOf = (roster: Pick<Roster, 'members'>, subject: string) =>
  current(roster).find((one) => one.subject === subject)
const managers = (roster: Pick<Roster, 'members'>) => current(roster).filter(({ roles }) => roles.includes('manager'))

export const rosterRelations = (roster: Roster, { subject, role, organisation }: Actor): RosterRelation[] => {
  if (role === 'officer' || role === 'admin') {
    const isInsider = organisation === roster.organisation || memberOf(roster, subject) !== undefined
    return isInsider ? ['officer', 'insider'] : ['officer']
  }
  const membership = organisation === roster.organisation ? memberOf(roster, subject) : undefined
  if (!membership) return []
  return membership.roles.includes('manager') ? ['member', 'manager'] : ['member']
}

const life = lifecycleOf<Roster, RosterRelation, RosterEvent, MemberAction>({
  name: 'list of members',
  statuses: ['open'],
  relations: rosterRelations,
})

type Seen = Situation<RosterRelation>
type RosterGuard = Guard<Roster, RosterRelation>

/** Officers help where nobody can: once somebody looks after the people, it is theirs to invite. */
const officersFirst: RosterGuard = {
  name: 'has-manager',
  passes: (roster, { relations }) => !relations.includes('officer') || managers(roster).length === 0,
}

const independent: RosterGuard = {
  name: 'independent-officer',
  passes: (_, { relations }) => !relations.includes('insider'),
}

const hasRoom: RosterGuard = {
  name: 'room-for-more',
  passes: (roster) => roster.invitations.length < mostOpen && current(roster).length < mostMembers,
}

const roomForKeys: RosterGuard = {
  name: 'room-for-keys',
  passes: (roster, { at }) => hasRoomForKeys(roster, at),
}

const roomForMandates: RosterGuard = {
  name: 'room-for-mandates',
  passes: ({ mandates = [] }) => mandates.length < mostMandates,
}

const notLast: RosterGuard = {
  name: 'last-manager',
  passes: (roster, { relations }) => !relations.includes('manager') || managers(roster).length > 1,
}

const named = ({ id, organisation }: Pick<Roster, 'id' | 'organisation'>) => ({ id, organisation })

const withoutInvitation = ({ invitations }: Roster, gone: string | undefined) =>
  invitations.filter(({ id }) => id !== gone)
const withoutRequest = ({ requests }: Roster, gone: string | undefined) => requests.filter(({ id }) => id !== gone)

/** What somebody may no longer give is void: invitations of who does not look after the people any longer. */
const ofManagers = (members: readonly Membership[], invitations: readonly Invitation[], of: string) =>
  managers({ members: [...members] }).some(({ subject }) => subject === of)
    ? [...invitations]
    : invitations.filter(({ by }) => by !== of)

const theMember = (roster: Roster, member: string): Membership => {
  const found = current(roster).find(({ id }) => id === member)
  if (!found) throw notFound('member', member)
  return found
}
const theRequest = ({ requests }: Roster, request: string): JoinRequest => {
  const found = requests.find(({ id }) => id === request)
  if (!found) throw notFound('request', request)
  return found
}

/** Refuses a change by a manager that leaves nobody who looks after the people. Officers may: they invite the next. */
const keepsSomebody = (
  action: MemberAction,
  roster: Roster,
  member: Membership,
  { relations }: Seen,
  roles: readonly MemberRole[] = [],
) => {
  const others = managers(roster).filter(({ id }) => id !== member.id)
  if (!relations.includes('manager') || others.length > 0 || roles.includes('manager')) return
  throw new DomainError('conflict', message('guard-last-manager', { action, allowed: [] }), { allowed: [] })
}

interface Invited {
  invitation: string
  address: string
  secret: string
  roles: MemberRole[]
  by: Actor
}

interface NewKey {
  key: string
  name: string
  role: TokenRole
  secret: string
  until: string
  by: Actor
}

const byManager = ['manager'] as const

/** The life of the members of an organisation. */
export const rosterLife = life.table([
  life.begins({
    action: 'open',
    to: 'open',
    event: rosterEvents.opened,
    says: (given: { id: string; organisation: string }) => named(given),
    makes: (data, _, status) => ({ ...data, status, members: [], invitations: [], requests: [] }),
  }),
  life.reaction({
    action: 'found',
    from: 'open',
    event: rosterEvents.joined,
    says: (roster, given: { member: string; subject: string; roles: MemberRole[] }) =>
      roster.members.length > 0
        ? undefined
        : { ...named(roster), member: given.member, subject: given.subject, roles: given.roles, languages: [] },
    changes: joins,
  }),
  life.step({
    action: 'invite',
    from: 'open',
    by: ['manager', 'officer'],
    guards: [officersFirst, independent, hasRoom],
    event: rosterEvents.invited,
    says: (roster, { invitation, address, secret, roles, by }: Invited, { at }) => ({
      ...named(roster),
      invitation,
      address,
      secret,
      roles,
      by: by.subject,
      until: addDays(at, invitationDays),
    }),
    changes: ({ invitations }, { invitation: id, address, secret, roles, by, until }) => ({
      invitations: [...invitations, { id, address, secret, roles, by, until }],
    }),
  }),
  life.step({
    action: 'revoke-invitation',
    from: 'open',
    by: ['manager', 'officer'],
    guards: [officersFirst, independent],
    event: rosterEvents.invitationRevoked,
    says: (roster, { invitation }: { invitation: string }) => {
      if (!roster.invitations.some(({ id }) => id === invitation)) throw notFound('invitation', invitation)
      return { ...named(roster), invitation }
    },
    changes: (roster, { invitation }) => ({ invitations: withoutInvitation(roster, invitation) }),
  }),
  life.step({
    action: 'approve-request',
    from: 'open',
    by: byManager,
    guards: [hasRoom],
    event: rosterEvents.joined,
    says: (roster, { request, member, roles }: { request: string; member: string; roles: MemberRole[] }) => {
      const { subject, languages } = theRequest(roster, request)
      return { ...named(roster), member, subject, roles, languages, request }
    },
    changes: joins,
  }),
  life.step({
    action: 'refuse-request',
    from: 'open',
    by: byManager,
    event: rosterEvents.requestRefused,
    says: (roster, { request, reason }: { request: string; reason: string }) => ({
      ...named(roster),
      request,
      subject: theRequest(roster, request).subject,
      reason,
    }),
    changes: (roster, { request }) => ({ requests: withoutRequest(roster, request) }),
  }),
  life.step({
    action: 'change-roles',
    from: 'open',
    by: byManager,
    event: rosterEvents.rolesChanged,
    says: (roster, { member, roles }: { member: string; roles: MemberRole[] }, situation) => {
      const found = theMember(roster, member)
      keepsSomebody('change-roles', roster, found, situation, roles)
      const isSame = found.roles.toSorted().join() === roles.toSorted().join()
      return isSame ? undefined : { ...named(roster), member, subject: found.subject, roles }
    },
    changes: ({ members, invitations, keys }, { member, subject, roles }) => {
      const after = members.map((one) => (one.id === member ? { ...one, roles } : one))
      return {
        members: after,
        invitations: ofManagers(after, invitations, subject),
        keys: givenStill({ members: after, keys }),
      }
    },
  }),
  life.step({
    action: 'remove',
    from: 'open',
    by: ['manager', 'officer'],
    guards: [independent],
    event: rosterEvents.membershipEnded,
    says: (roster, { member, reason, by }: { member: string; reason: string; by: Actor }) => {
      const found = theMember(roster, member)
      if (found.subject === by.subject) throw new DomainError('conflict', message('member-self'))
      return ending(roster, found, 'removed', reason)
    },
    changes: ends,
  }),
  life.step({
    action: 'leave',
    from: 'open',
    by: ['member'],
    guards: [notLast],
    event: rosterEvents.membershipEnded,
    says: (roster, { by }: { by: Actor }) => {
      const found = memberOf(roster, by.subject)
      return found && ending(roster, found, 'left')
    },
    changes: ends,
  }),
  life.step({
    action: 'make-key',
    from: 'open',
    by: byManager,
    guards: [roomForKeys],
    event: rosterEvents.keyIssued,
    says: (roster, { key, name, role, secret, until, by }: NewKey, { at }) => {
      if (isNameTaken(roster, name, at)) throw new DomainError('conflict', message('key-name-taken', { name }))
      const found = memberOf(roster, by.subject)
      return found && { ...named(roster), key, member: found.id, name, role, secret, until }
    },
    changes: (roster, { key: id, name, role, member, secret, until }, at) => ({
      keys: [...aliveKeys(roster, at), { id, name, role, member, secret, from: at, until }],
    }),
  }),
  life.step({
    action: 'revoke-key',
    from: 'open',
    by: ['manager', 'officer'],
    guards: [independent],
    event: rosterEvents.keyRevoked,
    says: (roster, { key }: { key: string }, { at }) => {
      if (!aliveKeys(roster, at).some(({ id }) => id === key)) throw notFound('key', key)
      return { ...named(roster), key }
    },
    changes: ({ keys = [] }, { key }) => ({ keys: keys.filter(({ id }) => id !== key) }),
  }),
  life.step({
    action: 'grant-mandate',
    from: 'open',
    by: byManager,
    guards: [roomForMandates],
    event: rosterEvents.mandateGranted,
    says: (roster, { mandate, member, terms }: { mandate: string; member: string; terms: MandateTerms }) => ({
      ...named(roster),
      mandate,
      member,
      subject: theMember(roster, member).subject,
      terms,
    }),
    changes: ({ mandates = [] }, { mandate: id, member, terms }) => ({
      mandates: [...mandates, { id, member, ...terms }],
    }),
  }),
  life.step({
    action: 'withdraw-mandate',
    from: 'open',
    by: ['manager', 'officer'],
    guards: [independent],
    event: rosterEvents.mandateWithdrawn,
    says: (roster, { mandate }: { mandate: string }) => {
      if (!roster.mandates?.some(({ id }) => id === mandate)) throw notFound('mandate', mandate)
      return { ...named(roster), mandate }
    },
    changes: ({ mandates = [] }, { mandate }) => ({ mandates: mandates.filter(({ id }) => id !== mandate) }),
  }),
  life.reaction({
    action: 'use-key',
    from: 'open',
    event: rosterEvents.keyUsed,
    says: (roster, { key }: { key: string }, { at }) => {
      const on = at.slice(0, 10)
      const found = aliveKeys(roster, at).find(({ id }) => id === key)
      return found && found.usedOn !== on ? { ...named(roster), key, on } : undefined
    },
    changes: ({ keys = [] }, { key, on }) => ({
      keys: keys.map((one) => (one.id === key ? { ...one, usedOn: on } : one)),
    }),
  }),
  life.reaction({
    action: 'accept',
    from: 'open',
    event: rosterEvents.joined,
    says: (roster, given: { invitation: string; member: string; languages: string[]; by: Actor }, { at }) => {
      const found = roster.invitations.find(({ id }) => id === given.invitation)
      if (!found || found.until <= at || memberOf(roster, given.by.subject)) return undefined
      const { member, languages, invitation, by } = given
      return { ...named(roster), member, subject: by.subject, roles: found.roles, languages, invitation }
    },
    changes: joins,
  }),
  life.reaction({
    action: 'ask',
    from: 'open',
    event: rosterEvents.requested,
    says: (roster, given: Omit<JoinRequest, 'id' | 'at' | 'subject'> & { request: string; by: Actor }) => {
      const { subject } = given.by
      const isKnown = memberOf(roster, subject) || roster.requests.some((one) => one.subject === subject)
      if (isKnown || roster.requests.length >= mostOpen) return undefined
      const { request, roles, languages, note } = given
      return { ...named(roster), request, subject, roles, languages, note }
    },
    changes: ({ requests }, { request: id, subject, roles, languages, note }, at) => ({
      requests: [...requests, { id, subject, roles, languages, note, at }],
    }),
  }),
  life.deadline({
    action: 'lapse',
    from: 'open',
    event: rosterEvents.invitationLapsed,
    says: (roster, _, { at }) => ({
      ...named(roster),
      invitations: roster.invitations.filter(({ until }) => until <= at).map(({ id }) => id),
    }),
    changes: ({ invitations }, { invitations: gone }) => ({
      invitations: invitations.filter(({ id }) => !gone.includes(id)),
    }),
    dueAt: ({ invitations }) => invitations.map(({ until }) => until).toSorted()[0],
  }),
])

type Joined = Extract<RosterEvent, { type: typeof rosterEvents.joined.type }>['data']
type Ended = Extract<RosterEvent, { type: typeof rosterEvents.membershipEnded.type }>['data']

function joins(roster: Roster, { member, subject, roles, languages, invitation, request }: Joined, at: string) {
  return {
    members: [...roster.members, { id: member, subject, roles, languages, from: at }],
    invitations: withoutInvitation(roster, invitation),
    requests: roster.requests.filter((one) => one.id !== request && one.subject !== subject),
  }
}

function ending(roster: Roster, { id: member, subject }: Membership, end: Ended['end'], reason?: string) {
  return { ...named(roster), member, subject, end, reason }
}

function ends({ members, invitations, keys, mandates = [] }: Roster, { member, subject }: Ended, at: string) {
  const after = members.map((one) => (one.id === member ? { ...one, until: at } : one))
  return {
    members: after,
    invitations: ofManagers(after, invitations, subject),
    keys: givenStill({ members: after, keys }),
    mandates: mandates.filter((one) => one.member !== member),
  }
}

export type RosterCommand = Parameters<typeof rosterLife.decide>[1]
