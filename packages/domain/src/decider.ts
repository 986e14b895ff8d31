/** What happened, in the words of its contract. */
export interface DomainEvent<T extends string = string, D = any> {
  type: T
  data: D
}

/** The domain events of a family of contracts, as a discriminated union. */
export type EventsOf<F> = {
  [K in keyof F]: F[K] extends { type: infer T extends string; data: { _output: infer D } } ? DomainEvent<T, D> : never
}[keyof F]

/** Who gave the command: a caller, or the system by a deadline or a reaction. */
export interface Actor {
  subject: string
  role: 'provider' | 'seeker' | 'officer' | 'admin' | 'system'
  organisation?: string
}

export const system = (name: string): Actor => ({ subject: name, role: 'system' })

/** Time and actor come in with every command, so that deciding is pure. */
export interface Command {
  /** UTC instant, ISO 8601. */
  at: string
  by: Actor
}

/**
 * An aggregate as two pure functions. `decide` returns the events of a command, or throws a `DomainError`; `evolve` returns the state
 * after an event that happened `at` an instant. `undefined` is the state before the first event.
 */
export interface Decider<S, C extends Command, E extends DomainEvent> {
  decide(state: S | undefined, command: C): E[]
  evolve(state: S | undefined, event: E, at: string): S
}
