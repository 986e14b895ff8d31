import { type MemberRole, type Membership, mostKeys, type TokenRole } from '@techbridge/contracts'

/** A key with which a program acts for the organisation. */
export interface ApiKey {
  id: string
  name: string
  role: TokenRole
  /** Id of the membership of who made it. */
  member: string
  /** SHA-256 of its secret. */
  secret: string
  from: string
  until: string
  /** Last day on which it was used. */
  usedOn?: string | undefined
}

/** A roster with its keys; one from before there were keys has none. */
interface WithKeys {
  members: Membership[]
  keys?: ApiKey[] | undefined
}

/** Who looks after the people may act for both sides: they could give themselves either role. */
const mayActAs = (roles: readonly MemberRole[], role: TokenRole): boolean =>
  roles.includes('manager') || roles.includes(role)

/** The roles that tokens of a member may have. */
export const tokenRolesOf = (roles: readonly MemberRole[]): TokenRole[] =>
  (['provider', 'seeker'] as const).filter((role) => mayActAs(roles, role))

/** Keys that count. */
export const aliveKeys = ({ keys = [] }: Pick<WithKeys, 'keys'>, at: string): ApiKey[] =>
  keys.filter(({ until }) => until > at)

/** Keys that their makers may still give: of members who look after the people and may act in the role. */
export const givenStill = ({ keys = [], members }: WithKeys): ApiKey[] =>
  keys.filter((key) =>
    members.some(({ id, roles, until }) => id === key.member && until === undefined && roles.includes('manager')),
  )

export const hasRoomForKeys = (roster: Pick<WithKeys, 'keys'>, at: string): boolean =>
  aliveKeys(roster, at).length < mostKeys.inAll

export const isNameTaken = (roster: Pick<WithKeys, 'keys'>, name: string, at: string): boolean =>
  aliveKeys(roster, at).filter((key) => key.name === name).length >= mostKeys.ofName
