import type { Caller } from '@techbridge/contracts'
import type { Actor, Command } from '@techbridge/domain'
import { type Aggregate, type Aggregates, type Clock, type CommandOptions, instant } from '@techbridge/runtime'

/** The caller as a command names who gave it. */
export const actorOf = ({ subject, role, organisation }: Caller): Actor => ({
  subject,
  role,
  organisation: organisation.id,
})

export const isOfficer = (caller: Caller | undefined) => caller?.role === 'officer' || caller?.role === 'admin'

/** A command as a request gives it; time and actor are added on the way. */
export type Given<C extends Command> = C extends unknown ? Omit<C, 'at' | 'by'> : never

interface ActRequest {
  params: { id: string }
  caller: Caller | undefined
  options: CommandOptions
}

/**
 * Makes the handler of every endpoint that changes one record. `view` shows the record to the caller, or throws as if it did not
 * exist. `admit` throws likewise before the command is decided, so that strangers learn nothing from a command on what they may not see; it
 * is `view` when absent. `versionFor` gives the version that the caller knows, when not all steps are the caller's business.
 */
export const actingOn =
  <S, C extends Command, V, M = unknown>(
    aggregates: Aggregates<S, C, M>,
    clock: Clock,
    view: (document: Aggregate<S, M> | undefined, id: string, caller: Caller | undefined) => V | Promise<V>,
    {
      versionFor = ({ version }) => version,
      admit = view,
    }: {
      versionFor?: (document: Aggregate<S, M>, caller: Caller) => number
      admit?: (document: Aggregate<S, M> | undefined, id: string, caller: Caller | undefined) => unknown
    } = {},
  ) =>
  async ({ params: { id }, caller, options }: ActRequest, given: Given<C>) => {
    const command = { ...given, at: instant(clock), by: actorOf(caller as Caller) } as unknown as C
    const known = (document: Aggregate<S, M>) => versionFor(document, caller as Caller)
    const { document, outcome } = await aggregates.handle(id, command, {
      ...options,
      versionOf: known,
      admit: (found) => admit(found, id, caller),
    })
    return { body: await view(document, id, caller), version: known(document), replayed: outcome === 'replayed' }
  }
