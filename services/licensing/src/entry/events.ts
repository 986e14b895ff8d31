import { matchEvents, termSheetEvents } from '@techbridge/contracts'
import { type Aggregates, on, type Reaction } from '@techbridge/runtime'
import type { LicensingCase } from '../domain/case.ts'
import type { CaseCommand } from '../domain/licensing-case.ts'
import { matchAgreed, organisationRenamed } from '../usecases/open-case.ts'
import { termsChanged } from '../usecases/term-sheet.ts'

/** What licensing does when something happens to a match, or to the terms of a case. */
export const reactions = (cases: Aggregates<LicensingCase, CaseCommand>): Reaction[] => [
  on(matchEvents.agreed, (event) => matchAgreed(cases, event)),
  on(matchEvents.organisationRenamed, (event) => organisationRenamed(cases, event)),
  on(termSheetEvents.countered, (event) => termsChanged(cases, event)),
]
