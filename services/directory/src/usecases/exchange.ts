import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { type Caller, message, type Organisation, type TokenRole } from '@techbridge/contracts'
import { type Actor, DomainError } from '@techbridge/domain'
import { refusedExchange as refused } from '@techbridge/http'
import type { Seal } from '@techbridge/runtime'
import { aliveKeys, givenStill, tokenRolesOf } from '../domain/keys.ts'
import type { DirectoryEntry } from '../domain/organisation.ts'
import { memberOf } from '../domain/roster.ts'
import { type Rosters, rosterId } from './members.ts'
import type { Organisations } from './organisations.ts'

/** For whom a token is issued, and the subject of the member who made its key. */
export interface Issued {
  caller: Caller
  maker?: string
}

const secretBytes = 32
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const check = (text: string) => crc32(text).toString(16).padStart(8, '0')
const digitsOf = (id: string) => id.slice(id.indexOf('_') + 1)

/** A key, and its text for the program, of which only a hash of the secret is kept. */
export const newKey = (seal: Seal, organisation: string) => {
  const secret = randomBytes(secretBytes).toString('base64url')
  const key = seal.id('key', randomUUID())
  const text = `tb_live_${digitsOf(rosterId(organisation))}${digitsOf(key)}_${secret}`
  return { given: { key, secret: sha256(secret) }, text: `${text}${check(text)}` }
}

/** What a key says; `undefined` when it was written wrongly. */
const readKey = (text: string) => {
  const [, roster, key, secret, crc] = /^tb_live_([0-9a-f]{24})([0-9a-f]{24})_(.{43})(.{8})$/.exec(text) ?? []
  if (!roster || !key || !secret || check(text.slice(0, -8)) !== crc) return undefined
  return { roster: `roster_${roster}`, key: `key_${key}`, hash: sha256(secret) }
}

const organisationOf = ({ id, profile }: DirectoryEntry): Organisation => {
  const [name, ...others] = profile.names.map((one) => one.name)
  const otherNames = [...others, ...profile.otherNames].slice(0, 20)
  return {
    id,
    name: name ?? id,
    country: profile.country,
    kind: profile.kind,
    ...(otherNames.length > 0 && { otherNames }),
  }
}

interface Directory {
  organisations: Organisations
  rosters: Rosters
}

/** The organisation, as long as it is neither suspended nor merged. */
const openOrganisation = async (organisations: Organisations, id: string): Promise<Organisation> => {
  const entry = (await organisations.get(id))?.state
  if (entry?.status !== 'claimed' && entry?.status !== 'verified') throw refused()
  return organisationOf(entry)
}

/** For whom a key speaks. Whatever is wrong is answered alike. */
export const issuedForKey = async (
  { organisations, rosters }: Directory,
  text: string,
  { at, by }: { at: string; by: Actor },
): Promise<Issued> => {
  const read = readKey(text)
  if (!read) throw refused()
  const roster = (await rosters.get(read.roster))?.state
  const found = roster && aliveKeys({ keys: givenStill(roster) }, at).find(({ id }) => id === read.key)
  if (!roster || !found || !timingSafeEqual(Buffer.from(found.secret), Buffer.from(read.hash))) throw refused()
  const organisation = await openOrganisation(organisations, roster.organisation)
  const maker = roster.members.find(({ id }) => id === found.member)?.subject
  await rosters.handle(read.roster, { type: 'use-key', key: found.id, at, by })
  return { caller: { subject: found.id, role: found.role, organisation }, ...(maker && { maker }) }
}

/** For whom somebody who signed in may act. Whatever is wrong is answered alike; a member is told to name a role. */
export const issuedForMember = async (
  { organisations, rosters }: Directory,
  { subject, organisation: id, role }: { subject: string; organisation: string; role?: TokenRole | undefined },
): Promise<Issued> => {
  const roster = (await rosters.get(rosterId(id)))?.state
  const member = roster && memberOf(roster, subject)
  if (!member) throw refused()
  const organisation = await openOrganisation(organisations, id)
  const roles = tokenRolesOf(member.roles)
  const chosen = role ?? (roles.length === 1 ? roles[0] : undefined)
  if (!chosen) throw new DomainError('conflict', message('role-needed', { roles }))
  if (!roles.includes(chosen)) throw refused()
  return { caller: { subject, role: chosen, organisation } }
}
