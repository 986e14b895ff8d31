import { matchEvents } from '@techbridge/contracts'
import { type Aggregates, on, type Reaction } from '@techbridge/runtime'
import type { LicensingCase } from '../domain/case.ts'
import type { CaseCommand } from '../domain/licensing-case.ts'
import { matchAgreed, organisationRenamed } from '../usecases/open-case.ts'

/** What licensing does when something happens to a match. */
export const reactions = (cases: Aggregates<LicensingCase, CaseCommand>): Reaction[] => [
  on(matchEvents.agreed, (event) => matchAgreed(cases, event)),
  on(matchEvents.organisationRenamed, (event) => organisationRenamed(cases, event)),
]
