import { groups } from '@techbridge/contracts'
import type { IndexSpec, TextIndexes } from '@techbridge/index'
import {
  createRuntime,
  rebuildFromLog,
  type Service,
  type ServiceDependencies,
  type StreamLimits,
} from '@techbridge/kit'
import { documentOf, facetNames } from './domain/listing.ts'
import { keepListings, reactions } from './entry/events.ts'
import { routes } from './entry/http.ts'
import { createStreams } from './usecases/follow-events.ts'

const listings: IndexSpec = {
  name: 'search-listings',
  text: ['title', 'abstract', 'details'],
  keywords: ['state', 'patent', ...facetNames],
  numbers: ['trl', 'publishedAt', 'deadline'],
}

/** The read side: full text over what is published, and the live feed of events. It keeps no data that the log does not have. */
export const createSearch = async (
  dependencies: ServiceDependencies & { indexes: TextIndexes; streamLimits: StreamLimits },
): Promise<Service> => {
  const { bus, clock, seal, streamLimits: limits } = dependencies
  const runtime = createRuntime('search', dependencies)
  const index = await dependencies.indexes.open(listings)
  const closing = new AbortController()
  const streams = createStreams({ bus, seal, limits, closing: closing.signal })
  const rebuild = () => rebuildFromLog(bus, groups.search, index, documentOf)
  runtime.consume('search', reactions(index), (events) => keepListings(index, events))
  const service = runtime.service(routes({ index, clock, streams, rebuild }))
  return {
    ...service,
    stop: async () => {
      closing.abort()
      await service.stop()
    },
  }
}
