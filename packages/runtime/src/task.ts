import type { CloudEvent } from '@techbridge/contracts'

/** Pure work that may be done in another thread: what it takes and gives can be copied. */
export interface Task<I, O> {
  /** URL of the module that exports it … */
  module: string
  /** … under this name. */
  name: string
  run(input: I): O | Promise<O>
}

export const task = <I, O>(module: string, name: string, run: Task<I, O>['run']): Task<I, O> => ({ module, name, run })

/** Does a task elsewhere, so that requests are answered meanwhile. */
export type Offload = <I, O>(task: Task<I, O>, input: I) => Promise<O>

type OfEvent<O> = (event: CloudEvent, mayGoOn: () => Promise<void>) => Promise<O>

/** The same function of an event, done elsewhere where that is possible, else here in pieces between which others have their turn. */
export const elsewhere = <O>(offload: Offload | undefined, task: Task<CloudEvent, O>, here: OfEvent<O>): OfEvent<O> =>
  offload ? (event) => offload(task, event) : here
