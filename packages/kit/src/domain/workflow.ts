import { DomainError } from './errors.ts'

/** Who acts, as the record sees them, and when. */
export interface Situation<R extends string> {
  relations: readonly R[]
  /** UTC instant. */
  at: string
}

/** A rule that keeps an action closed although the status would allow it. */
export interface Guard<X, R extends string> {
  name: string
  passes(subject: X, situation: Situation<R>): boolean
  /** What must happen first, in a sentence. */
  otherwise: string
}

/** One edge of a state machine: who may take which action in which status, under which guard, and where it leads. */
export interface Transition<S extends string, A extends string, R extends string, X> {
  action: A
  from: S
  to: S
  by: readonly R[]
  guard?: Guard<X, R>
}

export interface Workflow<S extends string, A extends string, R extends string, X extends { status: S }> {
  transitions: readonly Transition<S, A, R, X>[]
  /** Actions open in this situation, in the order of the table. */
  actions(subject: X, situation: Situation<R>): A[]
  /** The status that the action leads to; throws a `DomainError` that names what is allowed instead. */
  next(subject: X, action: A, situation: Situation<R>): S
  /** Where the action led, once it happened. */
  after(status: S, action: A): S
}

/** The table guards every action and lists those that are open: one source for both. */
export const workflow = <S extends string, A extends string, R extends string, X extends { status: S }>(
  transitions: readonly Transition<S, A, R, X>[],
): Workflow<S, A, R, X> => {
  const permits = ({ by }: Transition<S, A, R, X>, { relations }: Situation<R>) =>
    by.some((relation) => relations.includes(relation))

  const actions = (subject: X, situation: Situation<R>) =>
    transitions
      .filter(
        (edge) =>
          edge.from === subject.status &&
          permits(edge, situation) &&
          (!edge.guard || edge.guard.passes(subject, situation)),
      )
      .map(({ action }) => action)

  const next = (subject: X, action: A, situation: Situation<R>) => {
    const allowed = actions(subject, situation)
    const instead = allowed.length > 0 ? `You may ${allowed.join(', ')}.` : 'There is nothing for you to do now.'
    const edge = transitions.find((transition) => transition.from === subject.status && transition.action === action)
    if (!edge) {
      const message = `"${action}" is not possible in status "${subject.status}". ${instead}`
      throw new DomainError('conflict', 'illegal-transition', message, { allowed })
    }
    if (!permits(edge, situation)) {
      const message = `"${action}" is for: ${edge.by.join(', ')}. ${instead}`
      throw new DomainError('forbidden', 'not-yours-to-do', message, { allowed })
    }
    if (edge.guard && !edge.guard.passes(subject, situation)) {
      const message = `"${action}" is closed by ${edge.guard.name}: ${edge.guard.otherwise} ${instead}`
      throw new DomainError('conflict', `guard-${edge.guard.name}`, message, { allowed })
    }
    return edge.to
  }

  const after = (status: S, action: A) => {
    const edge = transitions.find((transition) => transition.from === status && transition.action === action)
    if (!edge) throw new Error(`the workflow has no "${action}" in status "${status}"`)
    return edge.to
  }

  return { transitions, actions, next, after }
}
