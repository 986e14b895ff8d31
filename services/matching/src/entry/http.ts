import { type Caller, matchesApi, messageLanguage, render, startOfDay } from '@techbridge/contracts'
import { notFound } from '@techbridge/domain'
import { actionsOf, implement, isOfficer, type Route, resource } from '@techbridge/http'
import { type Aggregate, instant, shownHistory } from '@techbridge/runtime'
import type { Match } from '../domain/match.ts'
import { askGate } from '../usecases/ask-gate.ts'
import { assessAlone } from '../usecases/assess-pair.ts'
import { listFilter, seenBy, withContent } from '../usecases/disclosure.ts'
import { type Past, versionFor } from '../usecases/endings.ts'
import { changesTo, explainMatch, reasonsIn, toldIn } from '../usecases/explain.ts'
import { fairness } from '../usecases/fairness.ts'
import { learnFromDecisions, modelsReport } from '../usecases/learn.ts'
import type { Matching } from '../usecases/matching.ts'
import { findProfile } from '../usecases/profiles-index.ts'
import { decideMany } from './decide-many.ts'

export const routes = (matching: Matching, rebuild: () => Promise<number>): Route[] => {
  const { matches, indexes, clock } = matching

  const look = (document: Aggregate<Match, Past>, caller: Caller) => seenBy(matching, document, caller, instant(clock))
  const { page, find, history, act } = resource(matches, clock, {
    name: 'match',
    view: async (document, caller: Caller) => (await look(document, caller))?.view,
    history: async (_, entries) => shownHistory(await entries()),
    versionFor,
  })

  return implement(matchesApi, {
    list: ({ query, caller }) => {
      const { need, offer } = query
      const byScore = isOfficer(caller)
      return page(query, caller, {
        where: { ...listFilter(caller, query), ...(need && { need }), ...(offer && { offer }) },
        by: byScore ? 'score' : 'createdOn',
        value: ({ score, createdAt }) => (byScore ? score : startOfDay(createdAt)),
      })
    },

    assess: async ({ query, languages }) => {
      const need = await findProfile(indexes.need, query.need)
      if (!need) throw notFound('published need', query.need)
      const offer = await findProfile(indexes.offer, query.offer)
      if (!offer) throw notFound('published offer', query.offer)
      const assessment = await assessAlone(matching, need, offer, instant(clock))
      const { score, excluded } = assessment
      const features = assessment.features()
      const [gated] = excluded ? [] : await askGate(matching, [assessment])
      const scored = { score, features }
      const reasons = await reasonsIn(matching, scored, {
        need: { content: assessment.need.content, full: true },
        offer: { content: assessment.offer.content, full: true },
      })
      const against = excluded ? [{ said: excluded.why }, ...reasons.against] : reasons.against
      const language = messageLanguage(query.lang ? [query.lang] : languages)
      return {
        language,
        body: {
          ...scored,
          excluded: excluded && render(excluded.why),
          excludedBecause: excluded?.why,
          gate: gated?.gate,
          threshold: matching.proposing.threshold,
          model: assessment.scoring.model,
          explanation: toldIn(language, { ...reasons, against, changes: await changesTo(matching, need, offer) }),
        },
      }
    },

    models: async () => ({ body: await modelsReport(matching) }),
    learn: async ({ body }) => ({ body: await learnFromDecisions(matching, body) }),
    restoreModel: async ({ query }) => {
      await matching.models.restore(query.from)
      return { body: await modelsReport(matching) }
    },

    fairness: async () => ({ body: await fairness(matching) }),

    decide: async ({ body, caller }) => ({ body: await decideMany(body.decisions, caller, act) }),

    get: async ({ params: { id }, caller }) => {
      const found = await find(id, (document) => look(document, caller))
      return { ...(await withContent(matching, found, caller)), version: found.view.version }
    },

    explain: async ({ params: { id }, query, caller, languages }) => {
      const found = await find(id, (document) => look(document, caller))
      const language = messageLanguage(query.lang ? [query.lang] : languages)
      return { body: toldIn(language, await explainMatch(matching, found, caller)), language }
    },

    history,

    ...actionsOf(matchesApi, act),
    reject: (request) => act(request, { type: 'reject', refusal: request.body }),
    decline: (request) => act(request, { type: 'decline', refusal: request.body }),

    rebuild: async () => ({ body: { model: 'matching', events: await rebuild() } }),
  })
}
