import type { EventBus } from '@techbridge/bus'
import { type Caller, searchApi } from '@techbridge/contracts'
import type { TextIndex } from '@techbridge/index'
import { implement, type Route, type Seal } from '@techbridge/kit'
import { followEvents } from '../usecases/follow-events.ts'
import { searchListings } from '../usecases/search-listings.ts'

interface Dependencies {
  bus: EventBus
  seal: Seal
  index: TextIndex
  /** Aborts when the service stops, which ends open streams. */
  closing: AbortSignal
  rebuild: () => Promise<number>
}

export const routes = ({ bus, seal, index, closing, rebuild }: Dependencies): Route[] =>
  implement(searchApi, {
    search: async ({ query, caller }) => ({ body: await searchListings(index, query, caller) }),
    stream: ({ query: { from }, caller, lastEventId }) =>
      followEvents({ bus, seal, caller: caller as Caller, lastEventId, from, closing }),
    rebuild: async () => ({ body: { model: 'search', events: await rebuild() } }),
  })
