import type { Api } from './endpoint.ts'
import type { EventContract } from './envelope.ts'
import { identityApi } from './identity/http.ts'
import { caseEvents } from './licensing/events.ts'
import { casesApi } from './licensing/http.ts'
import { matchEvents } from './matching/events.ts'
import { matchesApi } from './matching/http.ts'
import { needEvents } from './needs/events.ts'
import { needsApi } from './needs/http.ts'
import { offerEvents } from './offers/events.ts'
import { offersApi } from './offers/http.ts'
import { operationsApi } from './operations/http.ts'
import { searchApi } from './search/http.ts'

/** Every event contract of Techbridge. */
export const eventContracts: readonly EventContract<any, any>[] = [
  offerEvents,
  needEvents,
  matchEvents,
  caseEvents,
].flatMap((family) => Object.values(family))

const byType = new Map<string, EventContract<any, any>>(eventContracts.map((contract) => [contract.type, contract]))
export const contractOf = (type: string) => byType.get(type)

/** Every HTTP endpoint of Techbridge, by context. */
export const apis = {
  identity: identityApi,
  offers: offersApi,
  needs: needsApi,
  matching: matchesApi,
  licensing: casesApi,
  search: searchApi,
  operations: operationsApi,
} satisfies Record<string, Api>
