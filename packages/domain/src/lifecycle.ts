import { type GuardName, message, type NextStep, refusedBy } from '@techbridge/contracts'
import type { Actor, Command, DomainEvent } from './decider.ts'
import { DomainError } from './errors.ts'
import type {
  Broken,
  CommandOf,
  EventKind,
  Guard,
  OneAmong,
  Recorded,
  Situation,
  Target,
  Transition,
  WithStatus,
} from './transition.ts'

/** One edge of the table, for diagrams and tests. `from` is absent where the record is created. */
interface Edge {
  action: string
  from?: string
  to: string
  /** Empty for what the system does. */
  by: readonly string[]
  guards: readonly { name: GuardName }[]
}

export interface Lifecycle<S extends WithStatus, R extends string, C extends Command, E extends DomainEvent, A> {
  /** The events of a command; throws a `DomainError` that names what is allowed instead. */
  decide(state: S | undefined, command: C): E[]
  /** The state after the event. */
  evolve(state: S | undefined, event: E, at: string): S
  /** What people may do now, in the order of the table. */
  actions(state: S, situation: Situation<R>): A[]
  /** When the next deadline is due. UTC instant. */
  dueAt(state: S): string | undefined
  edges: readonly Edge[]
}

interface Life<S extends WithStatus, R extends string> {
  /** What the record is called in messages. */
  name: string
  statuses: readonly S['status'][]
  /** How somebody is related to the record. */
  relations(state: S, by: Actor): readonly R[]
  /** Those of whom a refusal says what they may do now; nobody when absent. */
  tells?: readonly R[]
  /** Completes the state after every event, such as with the time since when somebody is awaited. */
  completes?(before: S | undefined, after: S, at: string): S
}

/**
 * The life of an aggregate, declared as one table. `S` is its state, `R` how people are related to it, `E` the union of its events, `A`
 * the actions of people. Returns the constructors of rows, and `table`, which derives decisions, changes, offered actions and deadlines
 * from the rows.
 */
export const lifecycleOf = <S extends WithStatus, R extends string, E extends DomainEvent, A extends string>(
  life: Life<S, R>,
) => {
  const move = <T extends string, D, G extends object>({
    from,
    to,
    event,
    says,
    changes,
    followedBy,
  }: Recorded<S, R, G, T, D>) => ({
    from: from === 'any' ? life.statuses : typeof from === 'string' ? [from] : from,
    to,
    event: event.type,
    happen: (state: S | undefined, given: G, situation: Situation<R>) => {
      const data = state && says(state, given, situation)
      return data && { type: event.type, data }
    },
    evolve: (before: S | undefined, { data }: DomainEvent<T, D>, at: string): S => {
      if (!before) throw new Error(`${event.type} happened to no ${life.name}`)
      const after = { ...before, ...changes?.(before, data, at) }
      return { ...after, status: statusAfter(to, before.status, after) }
    },
    followedBy,
  })

  return {
    /** Creates the record: by people, who must be related to it as `by` says, or by the system. */
    begins: <const N extends string, G extends object, T extends string, D>(row: {
      action: N
      to: S['status']
      by?: readonly R[]
      event: EventKind<T, D>
      says(given: G, situation: Situation<R>): NoInfer<D>
      makes(data: NoInfer<D>, at: string, status: S['status']): S
      followedBy?(after: S, given: G): readonly string[]
      /** What the command does when the record already exists: nothing when absent. */
      again?: 'refused'
    }): Transition<S, R, N, G, DomainEvent<T, D>, A> => ({
      action: row.action,
      from: [],
      to: row.to,
      by: row.by ?? [],
      guards: [],
      event: row.event.type,
      happen: (_, given, situation) => ({ type: row.event.type, data: row.says(given, situation) }),
      evolve: (_, { data }, at) => row.makes(data, at, row.to),
      followedBy: row.followedBy,
      again: row.again,
    }),

    /** An action of people. */
    step: <const N extends A, G extends object, T extends string, D>({
      action,
      by,
      guards = [],
      requires,
      checks,
      ...row
    }: Recorded<S, R, G, T, D> & {
      action: N
      by: readonly R[]
      guards?: readonly Guard<S, R>[]
      requires?(state: S, situation: Situation<R>): void
      checks?(state: S, given: G, situation: Situation<R>): Broken | undefined
    }): Transition<S, R, N, G, DomainEvent<T, D>, A> => ({
      ...move(row),
      action,
      offers: action,
      by,
      guards,
      requires,
      checks,
    }),

    /** An action of the system because of something that happened elsewhere. Where it does not apply, nothing happens. */
    reaction: <const N extends string, G extends object, T extends string, D>({
      action,
      ...row
    }: Recorded<S, R, G, T, D> & { action: N }): Transition<S, R, N, G, DomainEvent<T, D>, A> => ({
      ...move(row),
      action,
      by: [],
      guards: [],
    }),

    /** A deadline, taken on the command `deadline`. Of several that are due at once, the first in the table is taken. */
    deadline: <T extends string, D>({
      action,
      dueAt,
      until,
      ...row
    }: Recorded<S, R, object, T, D> & {
      action: string
      dueAt(state: S): string | undefined
      until?(state: S): string | undefined
    }): Transition<S, R, string, object, DomainEvent<T, D>, A, 'deadline'> => ({
      ...move(row),
      action,
      by: [],
      guards: [],
      dueAt,
      until,
    }),

    table: <const Rows extends readonly Transition<S, R, string, object, E, A>[]>(
      rows: Rows,
    ): Lifecycle<S, R, CommandOf<Rows[number]>, E, A> => lifecycle<S, R, E, A>(life, rows),
  }
}

const isSystem = ({ by }: { by: readonly string[] }) => by.length === 0

const lifecycle = <S extends WithStatus, R extends string, E extends DomainEvent, A extends string>(
  { name, relations, tells = [], completes = (_, after) => after }: Life<S, R>,
  rows: readonly Transition<S, R, string, object, E, A>[],
): Lifecycle<S, R, Command & { type: string }, E, A> => {
  type Row = (typeof rows)[number]

  const isFrom = ({ from }: Row, state: S | undefined) => (state ? from.includes(state.status) : from.length === 0)
  const isFor = ({ by }: Row, situation: Situation<R>) => by.some((one) => situation.relations.includes(one))
  const closedBy = ({ guards }: Row, state: S, situation: Situation<R>) =>
    guards.find((guard) => !guard.passes(state, situation))

  const actions = (state: S, situation: Situation<R>): A[] =>
    rows.flatMap((row) =>
      row.offers !== undefined && isFrom(row, state) && isFor(row, situation) && !closedBy(row, state, situation)
        ? [row.offers]
        : [],
    )

  /** What the caller may do now, and, where the life says so, who else may do what. */
  const openNow = (state: S, situation: Situation<R>) => {
    const allowed = actions(state, situation)
    const next = tells.flatMap((by): NextStep[] => {
      const theirs = actions(state, { ...situation, relations: [by] })
      return theirs.length > 0 ? [{ by, actions: theirs }] : []
    })
    const open = next.map(({ by, actions: theirs }) => `${by}: ${theirs.join(', ')}`)
    return { said: { allowed, ...(open.length > 0 && { open }) }, now: { allowed, ...(next.length > 0 && { next }) } }
  }

  const refuse = (row: Row, broken: Broken, state: S, situation: Situation<R>): never => {
    const { said, now } = openNow(state, situation)
    throw new DomainError('conflict', refusedBy(broken.name, { action: row.action, ...said }), {
      ...now,
      found: broken.found,
    })
  }

  const requireOpen = (row: Row, state: S, situation: Situation<R>) => {
    const { action, by } = row
    if (!isFor(row, situation)) {
      const { said, now } = openNow(state, situation)
      throw new DomainError('forbidden', message('not-yours-to-do', { action, by, ...said }), now)
    }
    const guard = closedBy(row, state, situation)
    if (guard) refuse(row, { name: guard.name, found: guard.found?.(state, situation) }, state, situation)
  }

  const follow = (row: Row, state: S | undefined, event: E, at: string) =>
    completes(state, row.evolve(state, event, at), at)

  /** The row of a command, if it is possible now; `undefined` where a system command does not apply. */
  const rowFor = (state: S | undefined, { type, at, by }: Command & { type: string }): Row | undefined => {
    const known = rows.filter(({ action, dueAt }) => action === type && !dueAt)
    if (known.length === 0) throw new Error(`the life of a ${name} has no "${type}"`)
    const row = known.find((one) => isFrom(one, state))
    if (row && isSystem(row)) return row
    if (!state) {
      if (row || known.every(isSystem)) return row
      throw new DomainError('notFound', message('not-found.any', { what: name }))
    }
    const situation = { relations: relations(state, by), at }
    if (row) {
      requireOpen(row, state, situation)
      return row
    }
    const creation = known.find(({ from }) => from.length === 0)
    if (creation?.again === 'refused') throw new DomainError('conflict', message('exists', { what: name }))
    if (creation || known.every(isSystem)) return undefined
    const { said, now } = openNow(state, situation)
    throw new DomainError(
      'conflict',
      message('illegal-transition', { action: type, status: state.status, ...said }),
      now,
    )
  }

  /** The first deadline that still applies at an instant. */
  const nextDue = (state: S, now = ''): { row: Row; at: string } | undefined => {
    let first: { row: Row; at: string } | undefined
    for (const row of rows) {
      const at = isFrom(row, state) ? row.dueAt?.(state) : undefined
      const until = at === undefined ? undefined : row.until?.(state)
      const isPast = until !== undefined && now >= until
      if (at !== undefined && !isPast && (!first || at < first.at)) first = { row, at }
    }
    return first
  }

  const rowDue = (state: S | undefined, now: string) => {
    const due = state && nextDue(state, now)
    return due && due.at <= now ? due.row : undefined
  }

  const evolve = (state: S | undefined, event: E, at: string): S => {
    const row = rows.find((one) => one.event === event.type && isFrom(one, state))
    if (!row) throw new Error(`the life of a ${name} has no ${event.type} in status "${state?.status}"`)
    return follow(row, state, event, at)
  }

  const rowFollowing = (action: string | undefined, state: S | undefined): Row | undefined => {
    if (action === undefined) return undefined
    const row = rows.find((one) => one.action === action && isFrom(one, state))
    if (!row) throw new Error(`"${action}" cannot follow in status "${state?.status}" of a ${name}`)
    return row
  }

  const decide = (state: S | undefined, command: Command & { type: string }): E[] => {
    const events: E[] = []
    let after = state
    const first = command.type === 'deadline' ? rowDue(state, command.at) : rowFor(state, command)
    const following: string[] = []
    for (let row = first; row; row = rowFollowing(following.shift(), after)) {
      const situation = { relations: after ? relations(after, command.by) : [], at: command.at }
      if (after) row.requires?.(after, situation)
      const broken = after && row.checks?.(after, command, situation)
      if (after && broken) refuse(row, broken, after, situation)
      const event = row.happen(after, command, situation)
      if (!event) break
      const isNew = after === undefined
      after = follow(row, after, event, command.at)
      if (isNew && !isSystem(row)) requireOpen(row, after, { relations: relations(after, command.by), at: command.at })
      events.push(event)
      following.push(...(row.followedBy?.(after, command) ?? []))
    }
    return events
  }

  const edges = rows.flatMap(({ action, from, to, by, guards }): Edge[] => {
    const edge = { action, by, guards }
    if (from.length === 0) return typeof to === 'string' ? [{ ...edge, to }] : []
    return from.flatMap((status) => statusesAfter(to, status).map((end) => ({ ...edge, from: status, to: end })))
  })

  return { decide, evolve, actions, dueAt: (state) => nextDue(state)?.at, edges }
}

const isAmong = <S extends WithStatus>(to: Target<S> | undefined): to is OneAmong<S> =>
  typeof to === 'object' && 'which' in to

const statusAfter = <S extends WithStatus>(to: Target<S> | undefined, before: S['status'], after: S): S['status'] => {
  if (isAmong(to)) return to.which(after)
  return typeof to === 'object' ? (to[before] ?? before) : (to ?? before)
}

const statusesAfter = <S extends WithStatus>(
  to: Target<S> | undefined,
  before: S['status'],
): readonly S['status'][] => {
  if (isAmong(to)) return typeof to.among === 'function' ? to.among(before) : to.among
  return [typeof to === 'object' ? (to[before] ?? before) : (to ?? before)]
}
