import { isDeepStrictEqual } from 'node:util'
import { createTurns, pace } from '@techbridge/bus'
import {
  type Caller,
  type Change,
  type Message,
  type MessageAt,
  message,
  messageAt,
  type Organisation,
  type Warning,
} from '@techbridge/contracts'
import { actorOf, type CheckedLine, HttpProblem, isOfficer, makePlain, toldChanges, toProblem } from '@techbridge/http'
import { Unavailable } from '@techbridge/port'
import { type Aggregates, type Clock, instant, type Seal } from '@techbridge/runtime'
import type { z } from 'zod'
import type { ProfileKindSpec } from '../domain/kind.ts'
import type { Profile, ProfileContent } from '../domain/profile.ts'
import type { ProfileCommand } from '../domain/profile-life.ts'
import { warningsOf } from '../domain/warnings.ts'
import type { Owners } from './owners.ts'
import type { References } from './references.ts'

interface Row<C> {
  key: string
  organisation?: Organisation
  content: C
}
type Outcome = {
  outcome: 'created' | 'unchanged' | 'refused'
  id?: string
  errors?: MessageAt[]
  warnings?: Warning[]
  changed?: Change[]
}
interface Dependencies<C extends ProfileContent> {
  spec: ProfileKindSpec
  profiles: Aggregates<Profile<C>, ProfileCommand<C>>
  references: References
  owners: Owners
  clock: Clock
  seal: Seal
  /** Of the content in a request. */
  written: z.ZodType
}

/** The most changed texts reported per row, so that the report of many rows stays readable. */
const maxChangesOfRow = 10

/**
 * Accepts or refuses each row by itself. The id is derived from the organisation and the row's key, so a row that was imported before
 * is recognised, and an interrupted import is simply repeated. Fails as a whole only when the store is unavailable.
 */
export const importProfiles = async <C extends ProfileContent>(
  { spec, profiles, references, owners, clock, seal, written }: Dependencies<C>,
  { caller, issued }: { caller: Caller; issued: number },
  rows: readonly CheckedLine<Row<C>>[],
  { publish, request }: { publish: boolean; request?: string },
) => {
  const byOfficer = isOfficer(caller)
  if (publish && !byOfficer) {
    throw new HttpProblem(403, message('publish-needs-officer'))
  }
  if (byOfficer && request === undefined) {
    throw new HttpProblem(400, message('request-needed'), {
      errors: [messageAt('query.request', message('field.needed-of-officers'))],
    })
  }
  const own = byOfficer ? caller.organisation : await owners.follow(caller, issued)
  const take = async (organisation: Organisation, { key, content }: Row<C>): Promise<Outcome> => {
    const id = seal.id(spec.kind, `import\n${organisation.id}\n${key}`)
    const at = instant(clock)
    const { document, outcome } = await profiles.handle(id, async (found) => {
      const reference = found ? found.state.reference : await references(content.type, organisation.country)
      return { type: 'import', id, reference, organisation, content, publish, request, at, by: actorOf(caller) }
    })
    if (outcome !== 'done') {
      const [imported] = await profiles.historyOf(document, 1)
      return repeated(id, imported?.data, content, written)
    }
    const warnings = warningsOf(content, 'row.content', { organisation, reference: document.state.reference, at })
    return { outcome: 'created', id, ...(warnings.length > 0 && { warnings }) }
  }

  let textsChanged = 0
  const seen = new Set<string>()
  const settle = async (checked: CheckedLine<Row<C>>): Promise<Outcome> => {
    if (checked.errors) return { outcome: 'refused', errors: checked.errors }
    const { organisation, key } = checked.value
    if (byOfficer && !organisation) return refuse('organisation', message('import.organisation-needed'))
    if (!byOfficer && organisation && organisation.id !== caller.organisation.id) {
      return refuse('organisation', message('import.other-organisation'))
    }
    const source = `${organisation?.id ?? caller.organisation.id}\n${key}`
    if (seen.has(source)) return refuse('key', message('import.key-repeated'))
    seen.add(source)
    try {
      const taken = await take(byOfficer ? await owners.named(organisation as Organisation) : own, checked.value)
      if (!checked.changes || taken.outcome === 'refused') return taken
      textsChanged += checked.changes.length
      return { ...taken, changed: toldChanges(checked.changes, maxChangesOfRow) }
    } catch (error) {
      const problem = error instanceof Unavailable ? undefined : toProblem(error)?.problem
      if (!problem) throw error
      const errors = problem.errors?.map((one) => ({ ...one, path: `row.${one.path}` }))
      return { outcome: 'refused', errors: errors ?? [messageAt('row', problem)] }
    }
  }

  const outcomes = await inLanes(rows, settle)
  return {
    rows: outcomes.map((outcome, place) => ({ row: rows[place]!.line, key: rows[place]?.value?.key, ...outcome })),
    ...(textsChanged > 0 && { textsChanged }),
  }
}

/** Rows imported at a time: their writes share a flush to disk. */
const lanes = 8
/** Separate from other background work, because somebody waits for the report. */
const nextRow = createTurns()

/** The results in the order of the rows. Other work can run between two rows. */
const inLanes = async <T, R>(rows: readonly T[], settle: (row: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    while (next < rows.length) {
      await nextRow()
      const place = next++
      const row = rows[place]
      if (row !== undefined) results[place] = await settle(row)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}

const refuse = (field: string, said: Message): Outcome => ({
  outcome: 'refused',
  errors: [messageAt(`row.${field}`, said)],
})

/** A key that was imported before: the same content changes nothing; other content must not be lost silently. */
const repeated = async <C extends ProfileContent>(
  id: string,
  before: unknown,
  content: C,
  written: z.ZodType,
): Promise<Outcome> => {
  // It may have been imported before texts were made plain.
  const imported = await makePlain(written, (before as { content: C }).content, 'content', pace)
  if (isDeepStrictEqual(asStored(imported.value), asStored(content))) return { outcome: 'unchanged', id }
  return { ...refuse('content', message('import.other-content', { id })), id }
}

/** Not every store distinguishes 0 and -0. */
const asStored = (content: unknown): unknown => JSON.parse(JSON.stringify(content))
