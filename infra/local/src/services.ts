// Generated from packages/contracts/src/services.ts by `npm run docs`.
import type { ServiceName } from '@techbridge/contracts'
import type { CreateService } from '@techbridge/process'
import { createDirectory } from '@techbridge/service-directory'
import { createLicensing } from '@techbridge/service-licensing'
import { createMatching } from '@techbridge/service-matching'
import { createNeeds } from '@techbridge/service-needs'
import { createOffers } from '@techbridge/service-offers'
import { createSearch } from '@techbridge/service-search'

/** All services of Techbridge, for one process. */
export const services: Record<ServiceName, CreateService> = {
  offers: createOffers,
  needs: createNeeds,
  matching: createMatching,
  licensing: createLicensing,
  search: createSearch,
  directory: createDirectory,
}
