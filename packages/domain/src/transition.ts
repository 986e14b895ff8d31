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

/** A rule that keeps an action closed although the status would allow it. */
export interface Guard<S, R extends string> {
  /** Under which the catalogue of messages has what must happen first. */
  name: GuardName
  passes(state: S, situation: Situation<R>): boolean
  /** What the refusal carries for programs, such as the entry of a catalogue. */
  found?(state: S, situation: Situation<R>): unknown
}

/** Where a transition leads: to a status, to one for each status before, or to one `among` several that the state after the change tells. */
export type Target<S extends WithStatus> =
  | S['status']
  | { readonly [before in S['status']]?: S['status'] }
  | OneAmong<S>

export interface OneAmong<S extends WithStatus> {
  among: readonly S['status'][]
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
  /** The status stays where it is absent. */
  to?: Target<S>
  event: EventKind<T, D>
  /** The data of the event; `undefined` when nothing is to happen. */
  says(state: S, given: G, situation: Situation<R>): NoInfer<D> | undefined
  changes?(state: S, data: NoInfer<D>, at: string): Partial<S>
  /** The transitions that are taken together with this one, one after the other, whoever took it. */
  followedBy?(after: S, given: G): readonly string[]
}

/**
 * A row of a lifecycle, in the form that all kinds of rows share. It has methods where a function type would keep a row of one command
 * and one event from standing among others.
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
  /** Set for what people do: the action as they are told that they may take it. */
  offers?: A
  /** No status: the record comes to be. */
  from: readonly S['status'][]
  to: Target<S> | undefined
  by: readonly R[]
  guards: readonly Guard<S, R>[]
  /** What must be so at that moment; unlike a guard it does not hide the action, and throws a `DomainError` of its own. */
  requires?(state: S, situation: Situation<R>): void
  event: E['type']
  /** The event, or `undefined` when nothing is to happen. */
  happen(state: S | undefined, given: G, situation: Situation<R>): E | undefined
  /** The state after the event. */
  evolve(state: S | undefined, event: E, at: string): S
  /** When the calendar takes it; absent for what commands do. */
  dueAt?(state: S): string | undefined
  /** From when on the calendar passes it over. */
  until?(state: S): string | undefined
  followedBy?(after: S, given: G): readonly string[]
  /** What the creation of a record does that is there already: nothing when absent. */
  again?: 'refused'
  /** For types alone: the command that asks for it. */
  command?: { type: C } & G
}

/** The commands that a table of rows understands. */
export type CommandOf<T extends { command?: object }> = Command & NonNullable<T['command']>
