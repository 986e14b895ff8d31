import { domainEvents, organisationEvents } from './directory/events.ts'
import { rosterEvents } from './directory/member-events.ts'
import { documentEvents } from './documents/events.ts'
import type { Api } from './endpoint.ts'
import type { EventContract } from './envelope.ts'
import { identityApi } from './identity/http.ts'
import { caseEvents } from './licensing/events.ts'
import { termSheetEvents } from './licensing/term-sheet-events.ts'
import { matchEvents } from './matching/events.ts'
import { earlierNeedEvents, needEvents } from './needs/events.ts'
import { earlierOfferEvents, offerEvents } from './offers/events.ts'
import { operationsApi } from './operations/http.ts'
import { type ServiceName, serviceNames, services } from './services.ts'

/** Every event contract of Techbridge, including superseded ones. */
export const eventContracts: readonly EventContract<any, any>[] = [
  offerEvents,
  earlierOfferEvents,
  needEvents,
  earlierNeedEvents,
  matchEvents,
  caseEvents,
  termSheetEvents,
  organisationEvents,
  domainEvents,
  rosterEvents,
  documentEvents,
].flatMap((family) => Object.values(family))

const byType = new Map<string, EventContract<any, any>>(eventContracts.map((contract) => [contract.type, contract]))
export const contractOf = (type: string) => byType.get(type)

const ofServices = Object.fromEntries(serviceNames.map((name) => [name, services[name].api])) as {
  [Name in ServiceName]: (typeof services)[Name]['api']
}

/** Every HTTP endpoint of Techbridge, by context. `identity` and `operations` are served by every service. */
export const apis = {
  identity: identityApi,
  ...ofServices,
  operations: operationsApi,
} satisfies Record<string, Api>
