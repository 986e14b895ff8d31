import { type Caller, type Organisation, Unavailable } from '@techbridge/contracts'
import {
  type Aggregates,
  actorOf,
  type CheckedLine,
  type Clock,
  HttpProblem,
  instant,
  isOfficer,
  type Seal,
  toProblem,
} from '@techbridge/kit'
import type { ProfileKindSpec } from '../domain/kind.ts'
import type { Profile, ProfileCommand, ProfileContent } from '../domain/profile.ts'
import type { References } from './references.ts'

const maxRows = 500

interface Row<C> {
  key: string
  organisation?: Organisation
  content: C
}
type Outcome = {
  outcome: 'created' | 'unchanged' | 'refused'
  id?: string
  errors?: { path: string; message: string }[]
}
interface Dependencies<C extends ProfileContent> {
  spec: ProfileKindSpec
  profiles: Aggregates<Profile<C>, ProfileCommand<C>>
  references: References
  clock: Clock
  seal: Seal
}

/**
 * Takes or refuses each row by itself. The id comes from the organisation and the row's key, so a row that was taken before
 * is recognised, and an import that broke off is simply sent again. Fails whole only when the store is away.
 */
export const importProfiles = async <C extends ProfileContent>(
  { spec, profiles, references, clock, seal }: Dependencies<C>,
  caller: Caller,
  rows: readonly CheckedLine<Row<C>>[],
  publish: boolean,
) => {
  const byOfficer = isOfficer(caller)
  if (publish && !byOfficer) {
    throw new HttpProblem(
      403,
      'publish-needs-officer',
      'Only officers publish on import. Import without publish, then submit.',
    )
  }
  if (rows.length === 0 || rows.length > maxRows) {
    throw new HttpProblem(422, 'invalid', `Send 1 to ${maxRows} lines; these are ${rows.length}.`, {
      errors: [{ path: 'body', message: `must be 1 to ${maxRows} lines` }],
    })
  }

  const take = async (organisation: Organisation, { key, content }: Row<C>): Promise<Outcome> => {
    const id = seal.id(spec.kind, `import\n${organisation.id}\n${key}`)
    const existing = await profiles.get(id)
    if (existing) return { outcome: 'unchanged', id }
    const at = instant(clock)
    const reference = await references(content.type, organisation.country, at)
    const command = { type: 'import' as const, id, reference, organisation, content, publish, at, by: actorOf(caller) }
    const { outcome } = await profiles.handle(id, command)
    return { outcome: outcome === 'done' ? 'created' : 'unchanged', id }
  }

  const settle = async (checked: CheckedLine<Row<C>>): Promise<Outcome> => {
    if (checked.errors) return { outcome: 'refused', errors: checked.errors }
    const { organisation } = checked.value
    if (byOfficer && !organisation) return refuse('is needed: officers import for an organisation')
    if (!byOfficer && organisation && organisation.id !== caller.organisation.id) {
      return refuse('must be your own; leave it out')
    }
    try {
      return await take(byOfficer ? (organisation as Organisation) : caller.organisation, checked.value)
    } catch (error) {
      const problem = error instanceof Unavailable ? undefined : toProblem(error)?.problem
      if (!problem) throw error
      return { outcome: 'refused', errors: problem.errors ?? [{ path: 'row', message: problem.detail }] }
    }
  }

  const outcomes = await Promise.all(rows.map(settle))
  return {
    rows: outcomes.map((outcome, place) => ({ row: rows[place]!.line, key: rows[place]?.value?.key, ...outcome })),
  }
}

const refuse = (message: string): Outcome => ({ outcome: 'refused', errors: [{ path: 'row.organisation', message }] })
