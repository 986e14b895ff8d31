import { system } from '@techbridge/domain'
import type { HttpService } from '@techbridge/http'
import { createRuntime, type ServiceDependencies } from '@techbridge/runtime'
import type { LicensingCase } from './domain/case.ts'
import type { ClearanceRules } from './domain/clearance.ts'
import { type CaseCommand, caseLife } from './domain/licensing-case.ts'
import { ofVersion1 } from './domain/of-version-1.ts'
import type { CaseEvent } from './domain/rows.ts'
import {
  type TermSheet,
  type TermSheetCommand,
  type TermSheetEvent,
  termSheetLife,
} from './domain/term-sheet/term-sheet.ts'
import { reactions } from './entry/events.ts'
import { routes } from './entry/http.ts'
import { termSheetRoutes } from './entry/term-sheet.ts'
import { noRules } from './rules/no-rules.ts'
import { summariseEnd, type Termination } from './usecases/disclosure.ts'

/** The service that carries agreed matches through the licensing workflow. */
export const createLicensing = async (
  dependencies: ServiceDependencies & { clearanceRules?: ClearanceRules },
): Promise<HttpService> => {
  const { clearanceRules = noRules } = dependencies
  const runtime = createRuntime('licensing', dependencies)
  const cases = await runtime.aggregates<LicensingCase, CaseCommand, CaseEvent, Termination>(
    'case',
    {
      name: 'cases',
      service: 'licensing',
      decider: caseLife,
      indexes: ['status', 'provider', 'seeker', 'openedAt'],
      summarise: summariseEnd,
      pages: [{ order: 'openedAt', by: ['provider', 'seeker', 'status'] }],
      indexed: ({ status, need, offer, openedAt }) => ({
        status,
        provider: offer.organisation.id,
        seeker: need.organisation.id,
        openedAt,
      }),
      opens: ofVersion1,
      indexing: 1,
      dueAt: caseLife.dueAt,
    },
    (at) => ({ type: 'deadline', at, by: system('licensing') }),
  )
  const sheets = await runtime.aggregates<TermSheet, TermSheetCommand, TermSheetEvent>('termsheet', {
    name: 'term_sheets',
    service: 'licensing',
    decider: termSheetLife,
    indexes: [],
    indexed: () => ({}),
  })
  runtime.consume('licensing', reactions(cases))
  const { clock } = dependencies
  return runtime.service([...routes(cases, sheets, clock, clearanceRules), ...termSheetRoutes(sheets, cases, clock)])
}
