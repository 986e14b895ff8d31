import type { Terms } from '@techbridge/contracts'
import { clauseFindings, otherFindings } from './findings/clauses.ts'
import { dateFindings } from './findings/dates.ts'
import type { Finding } from './findings/finding.ts'
import { grantFindings } from './findings/grant.ts'
import { currencyFindings } from './findings/money.ts'
import { programmeFindings } from './findings/programmes.ts'
import { royaltyFindings } from './findings/royalty.ts'

/** What contradicts itself in the terms or looks odd; `offered`: the territories of the offer. Errors come first. */
export const findingsIn = (terms: Terms, offered: readonly string[]): Finding[] =>
  [
    ...clauseFindings(terms),
    ...currencyFindings(terms),
    ...grantFindings(terms, offered),
    ...royaltyFindings(terms),
    ...dateFindings(terms),
    ...programmeFindings(terms),
    ...otherFindings(terms),
  ].toSorted((one, other) => one.severity.localeCompare(other.severity))

export const errorsIn = (terms: Terms, offered: readonly string[]): Finding[] =>
  findingsIn(terms, offered).filter(({ severity }) => severity === 'error')
