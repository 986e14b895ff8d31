import { type Caller, casesApi } from '@techbridge/contracts'
import { implement, type Route, resource } from '@techbridge/http'
import { type Aggregate, type Aggregates, type Clock, instant } from '@techbridge/runtime'
import type { CaseCommand, LicensingCase } from '../domain/licensing-case.ts'
import { historyFor, listFilter, type Termination, viewOf } from '../usecases/disclosure.ts'

export const routes = (cases: Aggregates<LicensingCase, CaseCommand, Termination>, clock: Clock): Route[] => {
  const { page, get, history, act } = resource(cases, clock, {
    name: 'case',
    view: (document: Aggregate<LicensingCase, Termination>, caller: Caller) => viewOf(document, caller, instant(clock)),
    history: historyFor,
  })

  return implement(casesApi, {
    list: ({ query, caller }) =>
      page(query, caller, {
        where: { ...listFilter(caller), ...(query.status && { status: query.status }) },
        by: 'openedAt',
        value: ({ openedAt }) => openedAt,
      }),
    get,
    history,
    draftNda: (request) => act(request, { type: 'draft-nda' }),
    signNda: (request) => act(request, { type: 'sign-nda' }),
    startNegotiation: (request) => act(request, { type: 'start-negotiation' }),
    sign: (request) => act(request, { type: 'sign' }),
    activate: (request) => act(request, { type: 'activate' }),
    terminate: (request) => act(request, { type: 'terminate', reason: request.body.reason }),
  })
}
