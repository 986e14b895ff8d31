import { type Caller, casesApi } from '@techbridge/contracts'
import { notFound } from '@techbridge/domain'
import { actingOn, implement, type Route, readPage } from '@techbridge/http'
import { type Aggregate, type Aggregates, type Clock, instant } from '@techbridge/runtime'
import type { CaseCommand, LicensingCase } from '../domain/licensing-case.ts'
import { historyFor, listFilter, type Termination, viewOf } from '../usecases/disclosure.ts'

export const routes = (cases: Aggregates<LicensingCase, CaseCommand, Termination>, clock: Clock): Route[] => {
  const view = (
    document: Aggregate<LicensingCase, Termination> | undefined,
    id: string,
    caller: Caller | undefined,
  ) => {
    const body = document && viewOf(document, caller as Caller, instant(clock))
    if (!body) throw notFound('case', id)
    return body
  }

  const act = actingOn(cases, clock, view)

  return implement(casesApi, {
    list: async ({ query: { status, cursor, limit }, caller }) => {
      const body = await readPage({
        find: (part) => cases.find(part),
        query: {
          where: { ...listFilter(caller as Caller), ...(status && { status }) },
          order: { by: 'openedAt', descending: true },
        },
        cursor,
        limit,
        place: (document) => [document.state.openedAt, document._id] as const,
        show: (document) => view(document, document._id, caller),
      })
      return { body }
    },

    get: async ({ params: { id }, caller }) => {
      const document = await cases.get(id)
      return { body: view(document, id, caller), version: document?.version }
    },

    history: async ({ params: { id }, caller }) => {
      const document = await cases.get(id)
      const items = document && (await historyFor(document, () => cases.historyOf(document), caller as Caller))
      if (!items) throw notFound('case', id)
      return { body: { items } }
    },

    draftNda: (request) => act(request, { type: 'draft-nda' }),
    signNda: (request) => act(request, { type: 'sign-nda' }),
    startNegotiation: (request) => act(request, { type: 'start-negotiation' }),
    sign: (request) => act(request, { type: 'sign' }),
    activate: (request) => act(request, { type: 'activate' }),
    terminate: (request) => act(request, { type: 'terminate', reason: request.body.reason }),
  })
}
