import { type Caller, casesApi } from '@techbridge/contracts'
import { implement, type Route, resource } from '@techbridge/http'
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
    draftNda: (request) => act(request, { type: 'draft-nda' }),
    signNda: (request) => act(request, { type: 'sign-nda' }),
    startNegotiation: (request) => actOn(request, asked(rules, 'start-negotiation', 'negotiation')),
    sign: (request) =>
      actOn(request, async (document) => ({
        ...(await asked(rules, 'sign', 'signature')(document)),
        ...(await termsNow(sheets, document.state.id)),
      })),
    activate: (request) => act(request, { type: 'activate' }),
    terminate: (request) => act(request, { type: 'terminate', reason: request.body.reason }),
    chooseDeal: (request) => act(request, { type: 'choose-deal', ...request.body }),
    startEvaluation: (request) => actOn(request, asked(rules, 'start-evaluation', 'evaluation')),
    endEvaluation: (request) => act(request, { type: 'end-evaluation', ...request.body }),
    startClearance: (request) => act(request, { type: 'start-clearance' }),
    clear: (request) =>
      actOn(request, async ({ state }) => ({
        type: 'clear' as const,
        ...request.body,
        finding: await askRules(rules, state, request.body.act),
      })),
    revokeClearance: (request) => act(request, { type: 'revoke-clearance', ...request.body }),
    requestReview: (request) => act(request, { type: 'request-review' }),
    passReview: (request) => act(request, { type: 'pass-review' }),
    approve: (request) =>
      actOn(request, async ({ state }) => ({ type: 'approve' as const, ...(await termsNow(sheets, state.id)) })),
    rework: (request) => act(request, { type: 'rework', ...request.body }),
    withdrawSignature: (request) => act(request, { type: 'withdraw-signature', ...request.body }),
    record: (request) => act(request, { type: 'record', ...request.body }),
    waiveRecordal: (request) => act(request, { type: 'waive-recordal', ...request.body }),
    setTerm: (request) => act(request, { type: 'set-term', ...request.body }),
    amend: (request) => act(request, { type: 'amend', ...request.body }),
    withdrawAmendment: (request) => act(request, { type: 'withdraw-amendment', ...request.body }),
    hold: (request) => act(request, { type: 'hold', ...request.body }),
    resume: (request) => act(request, { type: 'resume' }),
    dispute: (request) => act(request, { type: 'dispute', ...request.body }),
    settleDispute: (request) => act(request, { type: 'settle-dispute', ...request.body }),
    complete: (request) => act(request, { type: 'complete', ...request.body }),
    declareEncumbrance: (request) => act(request, { type: 'declare-encumbrance', ...request.body }),
    affirmEncumbrances: (request) => act(request, { type: 'affirm-encumbrances' }),
    settleEncumbrance: (request) => act(request, { type: 'settle-encumbrance', ...request.body }),
    planIndicator: (request) => act(request, { type: 'plan-indicator', ...request.body }),
    reportIndicator: (request) => act(request, { type: 'report-indicator', ...request.body }),
    waiveIndicator: (request) => act(request, { type: 'waive-indicator', ...request.body }),
  })
}
