import { type Caller, casesApi } from '@techbridge/contracts'
import { actionsOf, implement, type Route, resource } from '@techbridge/http'
import { type Aggregate, type Aggregates, type Clock, instant } from '@techbridge/runtime'
import type { LicensingCase } from '../domain/case.ts'
import type { ClearanceRules } from '../domain/clearance.ts'
import type { CaseCommand } from '../domain/licensing-case.ts'
import { asked, askRules } from '../usecases/ask-rules.ts'
import { historyFor, listFilter, type Termination, viewOf } from '../usecases/disclosure.ts'
import { type Sheets, termsNow } from '../usecases/term-sheet.ts'

export const routes = (
  cases: Aggregates<LicensingCase, CaseCommand, Termination>,
  sheets: Sheets,
  clock: Clock,
  rules: ClearanceRules,
): Route[] => {
  const { page, get, history, act, actOn } = resource(cases, clock, {
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
    ...actionsOf(casesApi, act),
    startEvaluation: (request) => actOn(request, asked(rules, 'start-evaluation', 'evaluation')),
    startNegotiation: (request) => actOn(request, asked(rules, 'start-negotiation', 'negotiation')),
    clear: (request) =>
      actOn(request, async ({ state }) => ({
        type: 'clear' as const,
        ...request.body,
        finding: await askRules(rules, state, request.body.act),
      })),
    approve: (request) =>
      actOn(request, async ({ state }) => ({ type: 'approve' as const, ...(await termsNow(sheets, state.id)) })),
    sign: (request) =>
      actOn(request, async (document) => ({
        ...(await asked(rules, 'sign', 'signature')(document)),
        ...(await termsNow(sheets, document.state.id)),
      })),
  })
}
