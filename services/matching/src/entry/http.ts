import { type Caller, matchesApi, render, startOfDay } from '@techbridge/contracts'
import { notFound } from '@techbridge/domain'
import { actingOn, implement, isOfficer, type Route, readPage } from '@techbridge/http'
import { type Aggregate, instant, shownHistory } from '@techbridge/runtime'
import type { Match } from '../domain/match.ts'
import { threshold } from '../domain/score.ts'
import { assessPair, termsOf } from '../usecases/assess-pair.ts'
import { listFilter, seenBy, withContent } from '../usecases/disclosure.ts'
import { type Past, versionFor } from '../usecases/endings.ts'
import type { Matching } from '../usecases/matching.ts'
import { findProfile } from '../usecases/profiles-index.ts'

export const routes = (matching: Matching, rebuild: () => Promise<number>): Route[] => {
  const { matches, indexes, clock } = matching

  const seen = async (document: Aggregate<Match, Past> | undefined, id: string, caller: Caller | undefined) => {
    const found = document && (await seenBy(matching, document, caller as Caller, instant(clock)))
    if (!found) throw notFound('match', id)
    return found
  }
  const view = async (...asked: Parameters<typeof seen>) => (await seen(...asked)).view

  const act = actingOn(matches, clock, view, { versionFor })

  return implement(matchesApi, {
    list: async ({ query: { status, need, offer, cursor, limit }, caller }) => {
      const who = caller as Caller
      const byScore = isOfficer(who)
      const body = await readPage({
        find: (part) => matches.find(part),
        query: {
          where: { ...listFilter(who, status), ...(need && { need }), ...(offer && { offer }) },
          order: { by: byScore ? 'score' : 'createdOn', descending: true },
        },
        cursor,
        limit,
        place: ({ state, _id }) => [byScore ? state.score : startOfDay(state.createdAt), _id] as const,
        show: (document) => view(document, document._id, who),
      })
      return { body }
    },

    assess: async ({ query }) => {
      const need = await findProfile(indexes.need, query.need)
      if (!need) throw notFound('published need', query.need)
      const offer = await findProfile(indexes.offer, query.offer)
      if (!offer) throw notFound('published offer', query.offer)
      const statistics = await indexes.offer.frequencies(termsOf(need))
      const { score, features, excluded } = assessPair(need, offer, statistics, instant(clock))
      return {
        body: {
          score,
          features,
          excluded: excluded && render(excluded.why),
          excludedBecause: excluded?.why,
          threshold,
        },
      }
    },

    get: async ({ params: { id }, caller }) => {
      const who = caller as Caller
      const found = await seen(await matches.get(id), id, who)
      return { ...(await withContent(matching, found, who)), version: found.view.version }
    },

    history: async ({ params: { id } }) => {
      const document = await matches.get(id)
      if (!document) throw notFound('match', id)
      return { body: { items: shownHistory(await matches.historyOf(document)) } }
    },

    approve: (request) => act(request, { type: 'approve' }),
    reject: (request) => act(request, { type: 'reject', refusal: request.body }),
    accept: (request) => act(request, { type: 'accept' }),
    decline: (request) => act(request, { type: 'decline', refusal: request.body }),

    rebuild: async () => ({ body: { model: 'matching', events: await rebuild() } }),
  })
}
