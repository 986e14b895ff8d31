import {
  type ClauseName,
  type ClauseStanding,
  clauseNames,
  type Message,
  message,
  messageAt,
  type Party,
  type Terms,
} from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { differenceOf } from './difference.ts'
import type { Counter } from './term-sheet.ts'

const refused = (found: readonly { path: string; said: Message }[]) => {
  if (found.length === 0) return
  throw new DomainError('invalid', message('terms-refused'), {
    fields: found.map(({ path, said }) => messageAt(path, said)),
  })
}

/** The clauses of a change that differ from the terms. Throws when none does, or when the change does not fit the terms. */
export const requireChange = (terms: Terms, { clauses, remove, reasons }: Counter): Terms => {
  const differing = Object.fromEntries(
    differenceOf(terms, { ...terms, ...clauses }).map(({ clause }) => [clause, clauses[clause]]),
  )
  const removals = remove.flatMap((clause, at) => {
    const path = `body.remove.${at}`
    if (clauses[clause]) return [{ path, said: message('terms-refused.both') }]
    return terms[clause] ? [] : [{ path, said: message('terms-refused.removed') }]
  })
  const idle = clauseNames.flatMap((clause) =>
    reasons[clause] === undefined || clauses[clause] || remove.includes(clause)
      ? []
      : [{ path: `body.reasons.${clause}`, said: message('terms-refused.reason') }],
  )
  refused([...removals, ...idle])
  if (Object.keys(differing).length === 0 && remove.length === 0) {
    throw new DomainError('invalid', message('terms-unchanged'), {
      fields: [messageAt('body.clauses', message('terms-unchanged'))],
    })
  }
  return differing
}

/** Throws when a side may not agree to one of the clauses. */
export const requireAgreeable = (
  standings: readonly ClauseStanding[],
  clauses: readonly ClauseName[],
  party: Party,
): void => {
  const problem = (clause: ClauseName): Message | undefined => {
    const found = standings.find((one) => one.clause === clause)
    if (!found) return message('terms-refused.absent')
    if (found.standing === 'agreed') return message('terms-refused.agreed')
    return found.by === party ? message('terms-refused.own') : undefined
  }
  refused(
    clauses.flatMap((clause, at) => {
      const said = problem(clause)
      return said ? [{ path: `body.clauses.${at}`, said }] : []
    }),
  )
}
