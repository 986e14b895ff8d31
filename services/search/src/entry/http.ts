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
    stream: ({ query: { from }, caller, lastEventId, expires }) => {
      const ends = expires === undefined ? [] : [expiry(expires)]
      return followEvents({
        bus,
        seal,
        caller: caller as Caller,
        lastEventId,
        from,
        closing: AbortSignal.any([closing, ...ends]),
      })
    },
    rebuild: async () => ({ body: { model: 'search', events: await rebuild() } }),
  })

/** The longest time that a timer takes, 24 days: a token that lives longer is asked for again then. */
const longestTimer = 2 ** 31 - 1

const expiry = (seconds: number) =>
  AbortSignal.timeout(Math.min(longestTimer, Math.max(0, Math.ceil(seconds * 1000 - Date.now()))))
