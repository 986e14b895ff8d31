import { type Caller, messageLanguage, partyIn, type TermSheetAction, termSheetApi } from '@techbridge/contracts'
import { actorOf, implement, type Route, sendContent } from '@techbridge/http'
import { type Aggregate, type Clock, type CommandOptions, instant } from '@techbridge/runtime'
import type { Typesetter } from '@techbridge/typesetter'
import { type LicensingCase, relationsTo } from '../domain/case.ts'
import type { TermSheet, TermSheetCommand } from '../domain/term-sheet/term-sheet.ts'
import { termSheetFile } from '../paper/term-sheet-file.ts'
import {
  type Cases,
  caseFor,
  computedRoyalty,
  notProposed,
  requireNegotiated,
  type Sheets,
  sheetHistory,
  sheetId,
  sheetView,
  versionsDifference,
  versionsIn,
} from '../usecases/term-sheet.ts'

interface Asked {
  params: { id: string }
  caller: Caller
}

/** A command as a request gives it, for the case and the side of the caller. */
type Given = (licensingCase: LicensingCase) => TermSheetCommand

export const termSheetRoutes = (sheets: Sheets, cases: Cases, clock: Clock, typesetter: Typesetter): Route[] => {
  /** The term sheet and its case, for a caller who may know of both. */
  const read = async ({ params: { id }, caller }: Asked) => {
    const licensingCase = await caseFor(cases, id, caller)
    const document = await sheets.get(sheetId(id))
    if (!document) throw notProposed(licensingCase, actorOf(caller))
    return { licensingCase, document }
  }

  const seen = (document: Aggregate<TermSheet>, licensingCase: LicensingCase, caller: Caller) => ({
    body: sheetView(document, licensingCase, actorOf(caller), instant(clock)),
    version: document.version,
  })

  /** The case is read with every attempt, so that a case that moves on meanwhile is noticed. */
  const act = async (
    { params: { id }, caller, options }: Asked & { options: CommandOptions },
    action: TermSheetAction,
    given: Given,
  ) => {
    const by = actorOf(caller)
    let licensingCase = await caseFor(cases, id, caller)
    const { document, outcome } = await sheets.handle(
      sheetId(id),
      async (record) => {
        licensingCase = await caseFor(cases, id, caller)
        requireNegotiated(licensingCase, action, by, instant(clock))
        const command = given(licensingCase)
        if (!record && action !== 'propose') throw notProposed(licensingCase, by)
        return command
      },
      options,
    )
    return { ...seen(document, licensingCase, caller), replayed: outcome === 'replayed' }
  }

  const issued = ({ caller }: Asked) => ({ at: instant(clock), by: actorOf(caller) })

  return implement(termSheetApi, {
    termSheet: async (request) => {
      const { licensingCase, document } = await read(request)
      return seen(document, licensingCase, request.caller)
    },

    proposeTerms: async (request) => {
      const { clauses, reasons } = request.body
      const done = await act(request, 'propose', (licensingCase) => {
        const { id, offer, need } = licensingCase
        const by = actorOf(request.caller)
        return {
          type: 'propose',
          id: sheetId(id),
          case: id,
          provider: offer.organisation.id,
          seeker: need.organisation.id,
          territories: offer.territories,
          party: partyIn(relationsTo(licensingCase, by)) ?? 'provider',
          clauses,
          reasons,
          ...issued(request),
        }
      })
      return { ...done, location: `/v1/cases/${request.params.id}/term-sheet` }
    },

    counterTerms: (request) =>
      act(request, 'counter', () => ({ type: 'counter', ...request.body, ...issued(request) })),
    agreeClauses: (request) => act(request, 'agree', () => ({ type: 'agree', ...request.body, ...issued(request) })),
    acceptTerms: (request) => act(request, 'accept', () => ({ type: 'accept', ...issued(request) })),

    termsVersions: async (request) => {
      const { document } = await read(request)
      const versions = versionsIn(await sheets.historyOf(document))
      return { body: { items: versions.map(({ terms, ...summary }) => summary) } }
    },

    termsDifference: async (request) => {
      const { document } = await read(request)
      return { body: versionsDifference(await sheets.historyOf(document), request.query) }
    },

    termsRoyalty: async (request) => ({ body: computedRoyalty((await read(request)).document.state, request.query) }),

    termSheetDocument: async (request) => {
      const { licensingCase, document } = await read(request)
      const { lang } = request.query
      const language = messageLanguage(lang ? [lang] : request.languages)
      const file = await termSheetFile(document.state, licensingCase, language, typesetter)
      return (response) => {
        response.set('Content-Language', language)
        return sendContent(response, file, async () => {})
      }
    },

    termSheetHistory: async (request) => {
      const { licensingCase, document } = await read(request)
      const items = sheetHistory(await sheets.historyOf(document), licensingCase, actorOf(request.caller))
      return { body: { items } }
    },
  })
}
