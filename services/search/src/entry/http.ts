import { BadPosition } from '@techbridge/bus'
import { message, messageAt, searchApi } from '@techbridge/contracts'
import { HttpProblem, implement, type Route, type RouteHandler } from '@techbridge/http'
import type { TextIndex } from '@techbridge/index'
import { type Clock, instant } from '@techbridge/runtime'
import type { Streams } from '../usecases/follow-events.ts'
import { searchListings } from '../usecases/search-listings.ts'

interface Dependencies {
  index: TextIndex
  clock: Clock
  streams: Streams
  rebuild: () => Promise<number>
}

/** Milliseconds between looks whether the token of an open stream was revoked. */
const lookMs = 1000

/** The stream, which ends with the token of who reads it. */
export const followed =
  (streams: Streams): RouteHandler<typeof searchApi.stream> =>
  async ({ query: { from }, caller, lastEventId, expires, isRevoked }) => {
    const revoked = new AbortController()
    const ending = AbortSignal.any([revoked.signal, ...(expires === undefined ? [] : [expiry(expires)])])
    try {
      const send = await streams.follow({ caller, lastEventId, from, ending })
      return async (response) => {
        const looks = setInterval(() => isRevoked?.() && revoked.abort(), lookMs)
        try {
          await send(response)
        } finally {
          clearInterval(looks)
        }
      }
    } catch (error) {
      throw error instanceof BadPosition ? badLastEventId() : error
    }
  }

const badLastEventId = () =>
  new HttpProblem(400, message('bad-last-event-id'), {
    errors: [messageAt('header.last-event-id', message('field.last-event-id'))],
  })

export const routes = ({ index, clock, streams, rebuild }: Dependencies): Route[] =>
  implement(searchApi, {
    search: async ({ query, caller }) => ({ body: await searchListings(index, query, caller, instant(clock)) }),
    stream: followed(streams),
    rebuild: async () => ({ body: { model: 'search', events: await rebuild() } }),
  })

/** The longest time that a timer takes, 24 days: a token that lives longer is asked for again then. */
const longestTimer = 2 ** 31 - 1

const expiry = (seconds: number) =>
  AbortSignal.timeout(Math.min(longestTimer, Math.max(0, Math.ceil(seconds * 1000 - Date.now()))))
