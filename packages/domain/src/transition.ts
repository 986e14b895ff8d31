import type { GuardName } from '@techbridge/contracts'
import type { Command, DomainEvent } from './decider.ts'

export interface WithStatus {
  status: string
}

/** Who acts, as the record sees them, and when. */
export interface Situation<R extends string = string> {
  relations: readonly R[]
  /** UTC instant. */
  at: string
}

/** A rule that blocks an action although the status would allow it. */
export interface Guard<S, R extends string> {
  /** Its name in the catalogue of messages, which says what must happen first. */
  name: GuardName
  passes(state: S, situation: Situation<R>): boolean
  /** What the refusal carries for programs, such as the entry of a catalogue. */
  found?(state: S, situation: Situation<R>): unknown
}

/** A guard that a command breaks, and what the refusal carries for programs. */
export interface Broken {
  name: GuardName
  found?: unknown
}

/** Where a transition leads: to one status, to one per earlier status, or to one `among` several, given by the state after the change. */
export type Target<S extends WithStatus> =
  | S['status']
  | { readonly [before in S['status']]?: S['status'] }
  | OneAmong<S>

export interface OneAmong<S extends WithStatus> {
  among: readonly S['status'][] | ((before: S['status']) => readonly S['status'][])
  which(after: S): S['status']
}

/** The contract of an event, as far as a lifecycle needs it. */
export interface EventKind<T extends string, D> {
  type: T
  data: { _output: D }
}

/**
 * What a transition records and changes. Generic in the state `S`, the relations `R`, what a command gives besides its type `G`, the
 * type of the event `T` and its data `D`.
 */
export interface Recorded<S extends WithStatus, R extends string, G, T extends string, D> {
  from: S['status'] | readonly S['status'][] | 'any'
  /** The status does not change when absent. */
  to?: Target<S>
  event: EventKind<T, D>
  /** The data of the event; `undefined` when nothing happens. */
  says(state: S, given: G, situation: Situation<R>): NoInfer<D> | undefined
  changes?(state: S, data: NoInfer<D>, at: string): Partial<S>
  /** The transitions that follow this one in the same command, in order, whoever took it. */
  followedBy?(after: S, given: G): readonly string[]
}

/**
 * A row of a lifecycle, in the form that all kinds of rows share. It has methods, because with function types rows of different
 * commands and events could not share an array.
 */
export interface Transition<
  S extends WithStatus,
  R extends string,
  N extends string = string,
  G extends object = object,
  E extends DomainEvent = DomainEvent,
  A extends string = string,
  C extends string = N,
> {
  action: N
  /** Set for actions of people: the name under which the action is offered. */
  offers?: A
  /** No status: the record is created. */
  from: readonly S['status'][]
  to: Target<S> | undefined
  by: readonly R[]
  guards: readonly Guard<S, R>[]
  /** A condition at that moment. Unlike a guard it does not hide the action, and throws a `DomainError` of its own. */
  requires?(state: S, situation: Situation<R>): void
  /** Like a guard, on what the command gives: it does not hide the action. */
  checks?(state: S, given: G, situation: Situation<R>): Broken | undefined
  event: E['type']
  /** The event, or `undefined` when nothing happens. */
  happen(state: S | undefined, given: G, situation: Situation<R>): E | undefined
  /** The state after the event. */
  evolve(state: S | undefined, event: E, at: string): S
  /** When the deadline is due; absent for rows of commands. */
  dueAt?(state: S): string | undefined
  /** From when on the deadline no longer applies. */
  until?(state: S): string | undefined
  followedBy?(after: S, given: G): readonly string[]
  /** What a creation does when the record already exists: nothing when absent. */
  again?: 'refused'
  /** For types only: its command. */
  command?: { type: C } & G
}

/** The commands that a table of rows understands. That of the calendar is always one, also where nothing is ever due. */
export type CommandOf<T extends { command?: object }> = Command & (NonNullable<T['command']> | { type: 'deadline' })
