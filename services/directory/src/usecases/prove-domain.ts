import { evidenceYears, message } from '@techbridge/contracts'
import { type Actor, addYears, DomainError } from '@techbridge/domain'
import { type Aggregates, derivedId, type Seal, type TxtRecords } from '@techbridge/runtime'
import type { ClaimCommand, DomainClaim } from '../domain/claim.ts'
import { requireUsable } from './usable-domains.ts'

export type Claims = Aggregates<DomainClaim, ClaimCommand>

export const claimId = (domain: string) => derivedId('domain', domain)

/** The TXT record that proves that a domain belongs to an organisation. Nobody else can work it out. */
export const proofOf = (seal: Seal, organisation: string, domain: string) => ({
  domain,
  name: `_techbridge.${domain}`,
  value: `techbridge=${seal.id('proof', `${organisation}\n${domain}`)}`,
})

/** Looks for the record, and makes the domain the organisation's. Throws a `DomainError` that says what is missing. */
export const proveDomain = async (
  { claims, seal, txtRecords }: { claims: Claims; seal: Seal; txtRecords: TxtRecords },
  { organisation, domain, at, by }: { organisation: string; domain: string; at: string; by: Actor },
): Promise<void> => {
  requireUsable(domain, 'body.domain')
  const { name, value } = proofOf(seal, organisation, domain)
  const records = await txtRecords.of(name)
  if (!records) throw new DomainError('conflict', message('domain-unanswered', { name }))
  if (!records.some((record) => record.trim() === value))
    throw new DomainError('conflict', message('domain-unproven', { name, value }))
  const id = claimId(domain)
  const until = addYears(at, evidenceYears)
  const { document } = await claims.handle(id, { type: 'claim', id, domain, organisation, until, at, by })
  if (document.state.organisation !== organisation)
    throw new DomainError('conflict', message('domain-held', { domain }))
}
