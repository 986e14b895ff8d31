import { system } from '@techbridge/domain'
import type { Files } from '@techbridge/files'
import type { HttpService } from '@techbridge/http'
import { type Clock, createRuntime, type ServiceDependencies } from '@techbridge/runtime'
import { createTypesetter } from '@techbridge/typesetter'
import type { LicensingCase } from './domain/case.ts'
import type { ClearanceRules } from './domain/clearance.ts'
import { type CaseDocument, type DocumentCommand, type DocumentEvent, documentLife } from './domain/document-life.ts'
import { type CaseCommand, caseLife } from './domain/licensing-case.ts'
import { ofVersion1 } from './domain/of-version-1.ts'
import type { CaseEvent } from './domain/rows.ts'
import {
  type TermSheet,
  type TermSheetCommand,
  type TermSheetEvent,
  termSheetLife,
} from './domain/term-sheet/term-sheet.ts'
import { documentRoutes } from './entry/document-http.ts'
import { reactions } from './entry/events.ts'
import { routes } from './entry/http.ts'
import { termSheetRoutes } from './entry/term-sheet.ts'
import { noRules } from './rules/no-rules.ts'
import { summariseEnd, type Termination } from './usecases/disclosure.ts'

/** The service that carries agreed matches through the licensing workflow. */
export const createLicensing = async (
  dependencies: ServiceDependencies & { files: Files; largestFile: number; clearanceRules?: ClearanceRules },
): Promise<HttpService> => {
  const { clearanceRules = noRules, clock, files } = dependencies
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
  const documents = await openDocuments(runtime)
  runtime.eachSweep(onceAMinute(clock, files.expire))
  return runtime.service([
    ...routes(cases, sheets, clock, clearanceRules),
    ...termSheetRoutes(sheets, cases, clock, createTypesetter()),
    ...documentRoutes({ ...dependencies, cases, documents }),
  ])
}

const openDocuments = (runtime: ReturnType<typeof createRuntime>) =>
  runtime.aggregates<CaseDocument, DocumentCommand, DocumentEvent>(
    'document',
    {
      name: 'documents',
      service: 'licensing',
      decider: documentLife,
      indexes: ['case', 'createdAt'],
      lists: ['readers'],
      pages: [{ order: 'createdAt', by: ['case'] }],
      indexed: ({ case: of, createdAt, owner, recipients }) => ({
        case: of,
        createdAt,
        readers: [owner, ...recipients],
      }),
      dueAt: documentLife.dueAt,
    },
    (at) => ({ type: 'deadline', at, by: system('licensing') }),
  )

/** Looking for uploads that have expired needs no more. */
const onceAMinute = (clock: Clock, work: () => Promise<unknown>) => {
  let next = 0
  return async () => {
    const now = clock.now().getTime()
    if (now < next) return
    next = now + 60_000
    await work()
  }
}
