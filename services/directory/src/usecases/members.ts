import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { type Caller, disclose, discloseHistory, membersApi, message } from '@techbridge/contracts'
import { type Actor, DomainError, system } from '@techbridge/domain'
import { actorOf } from '@techbridge/http'
import { type Aggregate, type Aggregates, derivedId, type HistoryEntry, type Seal } from '@techbridge/runtime'
import { aliveKeys } from '../domain/keys.ts'
import { type Roster, type RosterCommand, rosterLife, rosterRelations } from '../domain/roster.ts'

export type Rosters = Aggregates<Roster, RosterCommand>

/** The members of an organisation are one record, whose id follows from that of the organisation. */
export const rosterId = (organisation: string) => derivedId('roster', organisation)

/** Begins to keep the members of an organisation; again, it does nothing. */
export const openRoster = (rosters: Rosters, organisation: string, at: string) => {
  const id = rosterId(organisation)
  return rosters.handle(id, { type: 'open', id, organisation, at, by: system('directory') })
}

/** Who registers an organisation looks after its people, if it has none yet. */
export const foundRoster = async (
  rosters: Rosters,
  seal: Seal,
  organisation: string,
  { subject }: Actor,
  at: string,
) => {
  await openRoster(rosters, organisation, at)
  const id = rosterId(organisation)
  const member = seal.id('member', `${id}\n${subject}`)
  const roles: Roster['members'][number]['roles'] = ['manager']
  await rosters.handle(id, { type: 'found', member, subject, roles, at, by: system('directory') })
}

/** Members see who belongs to it, managers and officers of other organisations also who may soon. */
const seesAll = (relations: readonly string[]) => relations.includes('manager') || isJudge(relations)
const isJudge = (relations: readonly string[]) => relations.includes('officer') && !relations.includes('insider')

/** The members as the caller sees them; `undefined` when that is not the caller's business. */
export const rosterView = ({ state, version }: Aggregate<Roster>, caller: Caller, at: string) => {
  const relations = rosterRelations(state, actorOf(caller))
  if (!relations.includes('member') && !isJudge(relations)) return undefined
  const all = seesAll(relations)
  const record = {
    ...state,
    version,
    invitations: all ? state.invitations.filter(({ until }) => until > at).map(shownInvitation) : [],
    requests: all ? state.requests : [],
    keys: all ? aliveKeys(state, at).map(({ secret: _, ...key }) => key) : [],
    mandates: state.mandates ?? [],
    actions: rosterLife.actions(state, { relations, at }),
  }
  return disclose(membersApi.invite.response, record, 'office')
}

const shownInvitation = ({ id, roles, by, until }: Roster['invitations'][number]) => ({ id, roles, by, until })

export const rosterHistory = async (
  { state }: Aggregate<Roster>,
  readHistory: () => Promise<HistoryEntry[]>,
  caller: Caller,
): Promise<HistoryEntry[] | undefined> => {
  const relations = rosterRelations(state, actorOf(caller))
  if (!seesAll(relations)) return undefined
  // Nobody needs the hashes, not even officers.
  return discloseHistory(await readHistory(), { stage: 'own' })
}

const secretBytes = 32
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Only the deployment can tell whether it is the hash of an address. */
const addressHash = (seal: Seal, roster: string, address: string) =>
  seal.id('address', `${roster}\n${address.toLowerCase()}`)

/** An invitation, and the code for the person invited, of which only a hash is kept. */
export const newInvitation = (seal: Seal, organisation: string, address: string) => {
  const roster = rosterId(organisation)
  const secret = randomBytes(secretBytes).toString('base64url')
  const invitation = seal.id('invitation', randomUUID())
  const [one, other] = [roster, invitation].map((id) => id.slice(id.indexOf('_') + 1))
  return {
    given: { invitation, address: addressHash(seal, roster, address), secret: sha256(secret) },
    code: `tb_inv_${one}_${other}_${secret}`,
  }
}

const isSame = (one: string, other: string) => timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other)))

const unknown = () => new DomainError('notFound', message('not-found.any', { what: 'invitation' }))

interface Acceptance {
  code: string
  address: string
  languages?: string[] | undefined
}

/** Makes a member of who has the code and the address that it was for. Whatever is wrong is answered alike. */
export const acceptInvitation = async (
  { rosters, seal, isOpen }: { rosters: Rosters; seal: Seal; isOpen(organisation: string): Promise<boolean> },
  { code, address, languages = [] }: Acceptance,
  { at, by }: { at: string; by: Actor },
) => {
  const [, , roster, name, ...rest] = code.split('_')
  const id = `roster_${roster}`
  const invitation = `invitation_${name}`
  const state = (await rosters.get(id))?.state
  if (!state || !(await isOpen(state.organisation))) throw unknown()
  const member = seal.id('member', `${id}\n${invitation}\n${by.subject}`)
  const answer = ({ organisation, members }: Roster) => {
    const membership = members.find((one) => one.id === member && one.until === undefined)
    return membership && { organisation, membership }
  }
  const before = answer(state)
  if (before) return before
  const found = state.invitations.find((one) => one.id === invitation)
  const isRight =
    found !== undefined &&
    isSame(found.secret, sha256(rest.join('_'))) &&
    isSame(found.address, addressHash(seal, id, address))
  if (!isRight) throw unknown()
  const { document } = await rosters.handle(id, { type: 'accept', invitation, member, languages, at, by })
  const joined = answer(document.state)
  if (joined) return joined
  const isMember = document.state.members.some((one) => one.subject === by.subject && one.until === undefined)
  throw isMember ? new DomainError('conflict', message('member-already')) : unknown()
}
