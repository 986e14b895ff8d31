import { system } from '@techbridge/domain'
import type { AccessTokens, HttpService, SignIns } from '@techbridge/http'
import { createRuntime, type ServiceDependencies, type TxtRecords } from '@techbridge/runtime'
import { type ClaimCommand, claimLife, type DomainClaim, type DomainClaimEvent } from './domain/claim.ts'
import {
  type DirectoryEntry,
  type DirectoryEntryEvent,
  type OrganisationCommand,
  organisationLife,
} from './domain/organisation.ts'
import { type Roster, type RosterCommand, type RosterEvent, rosterLife } from './domain/roster.ts'
import { reactions } from './entry/events.ts'
import { routes } from './entry/http.ts'
import { memberRoutes } from './entry/members-http.ts'
import { tokenRoutes } from './entry/tokens-http.ts'

/** The service that knows the organisations, what verifies them, and who belongs to them. */
export const createDirectory = async (
  dependencies: ServiceDependencies & { txtRecords: TxtRecords; accessTokens: AccessTokens; signIns: SignIns },
): Promise<HttpService> => {
  const { accessTokens, clock, seal, signIns, txtRecords } = dependencies
  const runtime = createRuntime('directory', dependencies)
  const due = (at: string) => ({ type: 'deadline' as const, at, by: system('directory') })

  const organisations = await runtime.aggregates<DirectoryEntry, OrganisationCommand, DirectoryEntryEvent>(
    'organisation',
    {
      name: 'organisations',
      service: 'directory',
      decider: organisationLife,
      indexes: ['status', 'organisation', 'country', 'kind', 'ror', 'registeredAt'],
      lists: ['domains', 'vouchedBy'],
      pages: [{ order: 'registeredAt', by: ['organisation', 'ror', 'status', 'country', 'kind'] }],
      indexed: ({ id, status, profile: { country, kind, ror }, evidence, registeredAt }) => ({
        status,
        organisation: id,
        country,
        kind,
        ror,
        registeredAt,
        domains: evidence.flatMap(({ domain }) => domain ?? []),
        vouchedBy: evidence.flatMap(({ parent }) => parent ?? []),
      }),
      dueAt: organisationLife.dueAt,
    },
    due,
  )
  const claims = await runtime.aggregates<DomainClaim, ClaimCommand, DomainClaimEvent>(
    'domain',
    {
      name: 'domains',
      service: 'directory',
      decider: claimLife,
      indexes: ['organisation', 'status'],
      indexed: ({ organisation, status }) => ({ organisation, status }),
      dueAt: claimLife.dueAt,
    },
    due,
  )
  const rosters = await runtime.aggregates<Roster, RosterCommand, RosterEvent>(
    'roster',
    {
      name: 'rosters',
      service: 'directory',
      decider: rosterLife,
      indexes: [],
      indexed: () => ({}),
      dueAt: rosterLife.dueAt,
    },
    due,
  )
  runtime.consume('directory', reactions({ organisations, claims, rosters, clock }))
  return runtime.service([
    ...routes({ organisations, claims, rosters, clock, seal, txtRecords }),
    ...memberRoutes({ organisations, rosters, clock, seal }),
    ...tokenRoutes({ organisations, rosters, clock, seal, accessTokens, signIns }),
  ])
}
