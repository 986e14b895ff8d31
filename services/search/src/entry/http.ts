import type { EventBus } from '@techbridge/bus'
import { type Caller, searchApi } from '@techbridge/contracts'
import type { TextIndex } from '@techbridge/index'
import { implement, type Route } from '@techbridge/kit'
import { followEvents } from '../usecases/follow-events.ts'
import { searchListings } from '../usecases/search-listings.ts'

interface Dependencies {
  bus: EventBus
  index: TextIndex
  /** Aborts when the service stops, which ends open streams. */
  closing: AbortSignal
  rebuild: () => Promise<number>
}

export const routes = ({ bus, index, closing, rebuild }: Dependencies): Route[] =>
  implement(searchApi, {
    search: async ({ query, caller }) => ({ body: await searchListings(index, query, caller) }),
    stream: ({ query: { from }, caller, lastEventId }) =>
      followEvents(bus, caller as Caller, { lastEventId, from, closing }),
    rebuild: async () => ({ body: { model: 'search', events: await rebuild() } }),
  })
