import { pace } from '@techbridge/bus'
import { publicationEvents } from '@techbridge/contracts'
import type { HttpService } from '@techbridge/http'
import type { IndexSpec, TextIndexes } from '@techbridge/index'
import {
  createRuntime,
  elsewhere,
  project,
  renewal,
  type ServiceDependencies,
  type StreamLimits,
} from '@techbridge/runtime'
import { analysisMark } from '@techbridge/text'
import { facetNames, documentOf as here } from './domain/listing.ts'
import { routes } from './entry/http.ts'
import { documentTask } from './usecases/document-task.ts'
import { createStreams } from './usecases/follow-events.ts'

export const listingsIndex: IndexSpec = {
  name: 'search-listings',
  text: ['title', 'abstract', 'details'],
  restricted: ['details'],
  keywords: ['state', 'patent', 'organisation', 'ipc', 'sdg', 'territory', ...facetNames],
  numbers: ['trl', 'publishedAt', 'deadline', 'dueBy'],
}

/** The read side: full text over what is published, and the live feed of events. It keeps no data that the log does not have. */
export const createSearch = async (
  dependencies: ServiceDependencies & { indexes: TextIndexes; streamLimits: StreamLimits },
): Promise<HttpService> => {
  const { bus, clock, offload, seal, streamLimits: limits } = dependencies
  const runtime = createRuntime('search', dependencies)
  const index = await dependencies.indexes.open(listingsIndex)
  const closing = new AbortController()
  const streams = createStreams({ bus, seal, limits, closing: closing.signal })
  const events = [...publicationEvents.offer, ...publicationEvents.need]
  const documentOf = elsewhere(offload, documentTask, here)
  // In slices beside the queue for turns, where matching takes its time.
  const listings = project({ bus, index, events, documentOf, live: pace, analysis: analysisMark() })
  runtime.eachSweep(renewal({ [listingsIndex.name]: listings }, dependencies.log))
  runtime.consume('search', listings.reactions, listings.together)
  const service = runtime.service(routes({ index, clock, streams, rebuild: listings.rebuild }))
  return {
    ...service,
    stop: async () => {
      closing.abort()
      await service.stop()
    },
  }
}
