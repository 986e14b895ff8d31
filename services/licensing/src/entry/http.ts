import { type Caller, casesApi } from '@techbridge/contracts'
import {
  type Aggregate,
  type Aggregates,
  actingOn,
  type Clock,
  decodeCursor,
  implement,
  instant,
  pageOf,
  type Route,
} from '@techbridge/kit'
import { notFound } from '@techbridge/kit/domain'
import type { CaseCommand, LicensingCase } from '../domain/licensing-case.ts'
import { listFilter, viewOf } from '../usecases/disclosure.ts'

export const routes = (cases: Aggregates<LicensingCase, CaseCommand>, clock: Clock): Route[] => {
  const view = (document: Aggregate<LicensingCase> | undefined, id: string, caller: Caller | undefined) => {
    const body = document && viewOf(document, caller as Caller, instant(clock))
    if (!body) throw notFound('case', id)
    return body
  }

  const act = actingOn(cases, clock, view)

  return implement(casesApi, {
    list: async ({ query: { status, cursor, limit }, caller }) => {
      const found = await cases.find({
        where: { ...listFilter(caller as Caller), ...(status && { status }) },
        order: { by: 'openedAt', descending: true },
        after: decodeCursor(cursor),
        limit: limit + 1,
      })
      const { items, next } = pageOf(found, limit, (last) => [last.state.openedAt, last._id])
      return { body: { items: items.map((document) => view(document, document._id, caller)), next } }
    },

    get: async ({ params: { id }, caller }) => {
      const document = await cases.get(id)
      return { body: view(document, id, caller), version: document?.version }
    },

    history: async ({ params: { id }, caller }) => {
      const document = await cases.get(id)
      view(document, id, caller)
      return { body: { items: document?.history ?? [] } }
    },

    draftNda: (request) => act(request, { type: 'draft-nda' }),
    signNda: (request) => act(request, { type: 'sign-nda' }),
    startNegotiation: (request) => act(request, { type: 'start-negotiation' }),
    sign: (request) => act(request, { type: 'sign' }),
    activate: (request) => act(request, { type: 'activate' }),
    terminate: (request) => act(request, { type: 'terminate', reason: request.body.reason }),
  })
}
