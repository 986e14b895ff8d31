import {
  type ClauseName,
  type ClauseStanding,
  clauseNames,
  type Party,
  parties,
  partyIn,
  type Reasons,
  type Refuser,
  type TermSheetAction,
  type TermSheetStatus,
  type Terms,
  termSheetEvents,
  termSheetStatus,
} from '@techbridge/contracts'
import { type Actor, type EventsOf, type Guard, lifecycleOf, type Situation } from '@techbridge/domain'
import { errorsIn } from './findings.ts'
import { requireAgreeable, requireChange } from './requirements.ts'

/** The terms of a case as they stand. Earlier versions are in the history. */
export interface TermSheet {
  id: string
  case: string
  provider: string
  seeker: string
  status: TermSheetStatus
  /** Of the terms; each proposal and each counter makes a new one. */
  version: number
  terms: Terms
  standings: ClauseStanding[]
  acceptedBy: Party[]
  /** Territories of the offer. */
  territories: string[]
}

export type TermSheetEvent = EventsOf<typeof termSheetEvents>
type Relation = Refuser

/** How somebody is related to a term sheet. */
const relationsToSheet = ({ provider, seeker }: Pick<TermSheet, 'provider' | 'seeker'>, by: Actor): Relation[] => {
  if (by.role === 'officer' || by.role === 'admin') return ['officer']
  if (by.role === 'provider' && by.organisation === provider) return ['provider']
  if (by.role === 'seeker' && by.organisation === seeker) return ['seeker']
  return []
}

const life = lifecycleOf<TermSheet, Relation, TermSheetEvent, TermSheetAction>({
  name: 'term sheet',
  statuses: termSheetStatus.options,
  relations: relationsToSheet,
})

type SheetGuard = Guard<TermSheet, Relation>

const clausesAwaited: SheetGuard = {
  name: 'clauses-awaited',
  passes: ({ standings }, { relations }) =>
    standings.some(({ by, standing }) => by !== partyIn(relations) && standing !== 'agreed'),
}

const termsUnaccepted: SheetGuard = {
  name: 'terms-unaccepted',
  passes: ({ acceptedBy }, { relations }) => !acceptedBy.some((party) => party === partyIn(relations)),
}

const termsConsistent: SheetGuard = {
  name: 'terms-consistent',
  passes: ({ terms, territories }) => errorsIn(terms, territories).length === 0,
  found: ({ terms, territories }) => errorsIn(terms, territories),
}

const sheetOf = ({ id, case: ofCase, provider, seeker, version }: TermSheet) => ({
  id,
  case: ofCase,
  provider,
  seeker,
  version,
})

const byParty = (sheet: TermSheet, { relations }: Situation<Relation>) => {
  const party = partyIn(relations)
  return party && { ...sheetOf(sheet), party }
}

/** A clause that its own author changes again stays as new as it was; anything else that changes is countered. */
const standingAfter = (before: ClauseStanding | undefined, party: Party): ClauseStanding['standing'] => {
  if (!before) return 'proposed'
  return before.by === party && before.standing !== 'agreed' ? before.standing : 'countered'
}

interface Written {
  clauses: Terms
  reasons: Reasons
  party: Party
  version: number
}

const written = (
  before: readonly ClauseStanding[],
  terms: Terms,
  { clauses, reasons, party, version }: Written,
  at: string,
): ClauseStanding[] =>
  clauseNames.flatMap((clause) => {
    if (!terms[clause]) return []
    const earlier = before.find((one) => one.clause === clause)
    if (clauses[clause] === undefined) return earlier ? [earlier] : []
    const why = reasons[clause]
    const standing = standingAfter(earlier, party)
    return [{ clause, standing, by: party, version, at, ...(why !== undefined && { why }) }]
  })

const without = (terms: Terms, removed: readonly ClauseName[]): Terms => {
  const rest = { ...terms }
  for (const clause of removed) delete rest[clause]
  return rest
}

/** The terms after a counter. */
export const termsAfter = (terms: Terms, { clauses, removed }: { clauses: Terms; removed: readonly ClauseName[] }) =>
  without({ ...terms, ...clauses }, removed)

const agreed = (
  standings: readonly ClauseStanding[],
  clauses: readonly ClauseName[],
  { party, why }: { party: Party; why?: string | undefined },
  at: string,
) =>
  standings.map(
    (one): ClauseStanding =>
      one.by !== party && one.standing !== 'agreed' && clauses.includes(one.clause)
        ? { ...one, standing: 'agreed', agreedBy: party, at, ...(why !== undefined && { why }) }
        : one,
  )

export interface Counter {
  clauses: Terms
  remove: readonly ClauseName[]
  reasons: Reasons
}

interface Proposal extends Pick<TermSheet, 'id' | 'case' | 'provider' | 'seeker' | 'territories'> {
  party: Party
  clauses: Terms
  reasons: Reasons
}

/** The negotiation of the terms of a case: from the first proposal to a version that both sides accepted. */
export const termSheetLife = life.table([
  life.begins({
    action: 'propose',
    to: 'negotiating',
    by: parties,
    event: termSheetEvents.proposed,
    again: 'refused',
    says: ({ id, case: ofCase, provider, seeker, territories, party, clauses, reasons }: Proposal) => {
      requireChange({}, { clauses, remove: [], reasons })
      return { id, case: ofCase, provider, seeker, version: 1, party, clauses, reasons, territories }
    },
    makes: ({ id, case: ofCase, provider, seeker, territories, ...data }, at, status) => ({
      id,
      case: ofCase,
      provider,
      seeker,
      status,
      version: data.version,
      terms: data.clauses,
      standings: written([], data.clauses, data, at),
      acceptedBy: [],
      territories,
    }),
  }),
  life.step({
    action: 'counter',
    from: ['negotiating', 'accepted'],
    to: 'negotiating',
    by: parties,
    event: termSheetEvents.countered,
    says: (sheet, { clauses, remove, reasons }: Counter, situation) => {
      const differing = requireChange(sheet.terms, { clauses, remove, reasons })
      const by = byParty(sheet, situation)
      return by && { ...by, version: sheet.version + 1, clauses: differing, removed: [...remove], reasons }
    },
    changes: ({ terms, standings }, data, at) => {
      const after = termsAfter(terms, data)
      return { version: data.version, terms: after, standings: written(standings, after, data, at) }
    },
    followedBy: ({ acceptedBy }) => (acceptedBy.length > 0 ? ['void-acceptances'] : []),
  }),
  life.reaction({
    action: 'void-acceptances',
    from: 'negotiating',
    event: termSheetEvents.acceptancesVoided,
    says: (sheet) => (sheet.acceptedBy.length > 0 ? { ...sheetOf(sheet), of: sheet.acceptedBy } : undefined),
    changes: () => ({ acceptedBy: [] }),
  }),
  life.step({
    action: 'agree',
    from: 'negotiating',
    by: parties,
    guards: [clausesAwaited],
    event: termSheetEvents.clausesAgreed,
    says: (sheet, { clauses, why }: { clauses: readonly ClauseName[]; why?: string | undefined }, situation) => {
      const by = byParty(sheet, situation)
      if (!by) return undefined
      requireAgreeable(sheet.standings, clauses, by.party)
      return { ...by, clauses: [...new Set(clauses)], ...(why !== undefined && { why }) }
    },
    changes: ({ standings }, data, at) => ({ standings: agreed(standings, data.clauses, data, at) }),
  }),
  life.step({
    action: 'accept',
    from: 'negotiating',
    to: {
      among: ['negotiating', 'accepted'],
      which: ({ acceptedBy }) => (acceptedBy.length === parties.length ? 'accepted' : 'negotiating'),
    },
    by: parties,
    guards: [termsUnaccepted, termsConsistent],
    event: termSheetEvents.accepted,
    says: (sheet, _, situation) => {
      const by = byParty(sheet, situation)
      return by && { ...by, settled: sheet.acceptedBy.length === parties.length - 1 }
    },
    changes: ({ acceptedBy, standings }, { party }, at) => ({
      acceptedBy: [...acceptedBy, party],
      standings: agreed(standings, clauseNames, { party }, at),
    }),
  }),
])

export type TermSheetCommand = Parameters<typeof termSheetLife.decide>[1]
