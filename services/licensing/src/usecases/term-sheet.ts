import {
  type Caller,
  type CaseStatus,
  type ClauseName,
  type CloudEvent,
  clauseNames,
  disclose,
  discloseHistory,
  type Message,
  message,
  messageAt,
  type Party,
  parseWith,
  partyIn,
  type Reasons,
  refusedBy,
  type TermSheetAction,
  type Terms,
  termSheetApi,
  termSheetEvents,
} from '@techbridge/contracts'
import { type Actor, DomainError, moneyJson, notFound, system } from '@techbridge/domain'
import { actorOf } from '@techbridge/http'
import { type Aggregate, type Aggregates, type HistoryEntry, shownHistory } from '@techbridge/runtime'
import { type LicensingCase, relationsTo } from '../domain/case.ts'
import { isCleared } from '../domain/clearance.ts'
import { type CaseCommand, caseLife } from '../domain/licensing-case.ts'
import type { OfTerms } from '../domain/rows-agreeing.ts'
import { differenceOf } from '../domain/term-sheet/difference.ts'
import { errorsIn, findingsIn } from '../domain/term-sheet/findings.ts'
import { royaltyOnSales, royaltyOnUnits } from '../domain/term-sheet/royalty.ts'
import { type TermSheet, type TermSheetCommand, termSheetLife, termsAfter } from '../domain/term-sheet/term-sheet.ts'

export type Sheets = Aggregates<TermSheet, TermSheetCommand>
export type Cases = Aggregates<LicensingCase, CaseCommand>

/** In which the terms of a case may change. */
const negotiatedIn: readonly CaseStatus[] = ['negotiation', 'legalReview', 'approval', 'signature']

/** The id of a case's term sheet: the same digits. */
export const sheetId = (caseId: string) => caseId.replace('case_', 'termsheet_')

/** How the terms of a case stand; nothing where none were proposed. */
export const termsNow = async (sheets: Sheets, caseId: string): Promise<OfTerms> => {
  const sheet = await sheets.get(sheetId(caseId))
  return sheet ? { terms: { version: sheet.state.version, settled: sheet.state.status === 'accepted' } } : {}
}

/** The terms have changed: approvals and signatures that the case has are void. */
export const termsChanged = async (
  cases: Cases,
  { data, time }: CloudEvent<string, { case: string; version: number }>,
): Promise<void> => {
  const command = { type: 'void-approvals', termSheet: data.version, at: time, by: system('licensing') } as const
  await cases.handle(data.case, command)
}

/** The case, if the caller may know of it. Everybody else gets the answer for a case that does not exist. */
export const caseFor = async (cases: Cases, id: string, caller: Caller): Promise<LicensingCase> => {
  const found = await cases.get(id)
  if (!found || relationsTo(found.state, actorOf(caller)).length === 0) throw notFound('case', id)
  return found.state
}

const actionsOn = (licensingCase: LicensingCase, by: Actor, at: string) =>
  caseLife.actions(licensingCase, { relations: relationsTo(licensingCase, by), at })

/** Throws when the terms of the case may not change now: they are not negotiated, or the negotiation across a border is not cleared. */
export const requireNegotiated = (
  licensingCase: LicensingCase,
  action: TermSheetAction,
  by: Actor,
  at: string,
): void => {
  const { status } = licensingCase
  const allowed = actionsOn(licensingCase, by, at)
  if (!negotiatedIn.includes(status)) {
    const said = message('terms-not-negotiated', { status, negotiated: negotiatedIn, allowed })
    throw new DomainError('conflict', said, { allowed })
  }
  if (!isCleared(licensingCase, 'negotiation'))
    throw new DomainError('conflict', refusedBy('negotiation-cleared', { action, allowed }), { allowed })
}

/** The refusal to read or change a term sheet that nobody has proposed, for those who may know of the case. */
export const notProposed = (licensingCase: LicensingCase, by: Actor): DomainError => {
  const isParty = partyIn(relationsTo(licensingCase, by)) !== undefined
  const allowed = isParty && negotiatedIn.includes(licensingCase.status) ? ['propose'] : []
  return new DomainError('notFound', message('terms-not-proposed', { id: licensingCase.id, allowed }), { allowed })
}

const viewer = (side: Party | undefined) =>
  side ? { stage: 'confidential' as const, side } : { stage: 'office' as const }

/** The term sheet as somebody who may know of the case sees it. */
export const sheetView = (
  { _id: id, version, state }: Aggregate<TermSheet>,
  licensingCase: LicensingCase,
  by: Actor,
  at: string,
) => {
  const relations = relationsTo(licensingCase, by)
  const { status, version: termsVersion, terms, standings: clauses, acceptedBy, territories } = state
  const record = {
    id,
    version,
    case: state.case,
    status,
    termsVersion,
    terms,
    clauses,
    acceptedBy,
    findings: findingsIn(terms, territories),
    actions: negotiatedIn.includes(licensingCase.status) ? termSheetLife.actions(state, { relations, at }) : [],
  }
  return disclose(termSheetApi.termSheet.response, record, viewer(partyIn(relations)))
}

export const sheetHistory = (entries: readonly HistoryEntry[], licensingCase: LicensingCase, by: Actor) =>
  discloseHistory(shownHistory(entries), viewer(partyIn(relationsTo(licensingCase, by))))

interface Version {
  version: number
  by: Party
  at: string
  terms: Terms
  written: ClauseName[]
  removed: ClauseName[]
  reasons: Reasons
}

/** Every version of the terms, from the events that made them. */
export const versionsIn = (entries: readonly HistoryEntry[]): Version[] => {
  const versions: Version[] = []
  for (const { type, data, at } of shownHistory(entries)) {
    if (type !== termSheetEvents.proposed.type && type !== termSheetEvents.countered.type) continue
    const before = versions.at(-1)?.terms ?? {}
    const read = parseWith(
      termSheetEvents.countered.data,
      type === termSheetEvents.proposed.type ? { ...Object(data), removed: [] } : data,
      type,
    )
    if (read.errors) throw new Error(`an event of a term sheet is not readable: ${JSON.stringify(read.errors)}`)
    const { version, party: by, clauses, removed, reasons } = read.data
    versions.push({
      version,
      by,
      at,
      terms: termsAfter(before, { clauses, removed }),
      written: clauseNames.filter((clause) => clauses[clause]),
      removed,
      reasons,
    })
  }
  return versions
}

/** What differs between two versions. */
export const versionsDifference = (entries: readonly HistoryEntry[], { from, to }: { from: number; to: number }) => {
  const versions = versionsIn(entries)
  const [before, after] = [from, to].map((wanted) => versions.find(({ version }) => version === wanted))
  if (before && after) return { from, to, clauses: differenceOf(before.terms, after.terms) }
  const said = message('terms-no-such-version', { latest: versions.length })
  throw new DomainError('invalid', message('terms-refused'), {
    fields: [...(before ? [] : [messageAt('query.from', said)]), ...(after ? [] : [messageAt('query.to', said)])],
  })
}

const notComputed = (path: string, said: Message) =>
  new DomainError('invalid', message('royalty-not-computed'), { fields: [messageAt(path, said)] })

/** What the royalty of a period would be by these terms. */
export const computedRoyalty = (
  { terms, territories }: TermSheet,
  { sales, units }: { sales?: number | undefined; units?: number | undefined },
) => {
  const { royalty } = terms
  if (!royalty) throw notComputed('terms', message('royalty-not-computed.none'))
  const errors = errorsIn(terms, territories).filter(({ places }) =>
    places.some((place) => place.startsWith('royalty')),
  )
  if (errors.length > 0) {
    throw new DomainError('invalid', message('royalty-not-computed'), {
      fields: errors.map(({ places, ...said }) => ({ path: `terms.${places[0]}`, ...said })),
    })
  }
  const base = royalty.base ?? 'netSales'
  const [needed, needless] = base === 'unitsSold' ? (['units', 'sales'] as const) : (['sales', 'units'] as const)
  const given = { sales, units }
  if (given[needless] !== undefined)
    throw notComputed(`query.${needless}`, message('royalty-not-computed.needless', { base }))
  const amount = given[needed]
  if (amount === undefined) throw notComputed(`query.${needed}`, message('royalty-not-computed.needed', { base }))
  const currency = royalty.tiers[0]?.from.currency ?? ''
  const { computed, payable, applied, tiers } =
    needed === 'units'
      ? royaltyOnUnits(royalty, BigInt(amount))
      : royaltyOnSales(royalty, { minor: BigInt(amount), currency })
  return {
    computed: moneyJson(computed),
    payable: moneyJson(payable),
    applied,
    tiers: tiers.map(({ part, rate }) => ({ part: moneyJson(part), rate })),
  }
}
