import type { Caller } from '@techbridge/contracts'
import { type Command, notFound } from '@techbridge/domain'
import type { Place } from '@techbridge/port'
import {
  type Aggregate,
  type Aggregates,
  type Clock,
  type CommandOptions,
  type HistoryEntry,
  instant,
} from '@techbridge/runtime'
import type { Query } from '@techbridge/store'
import { actorOf } from './caller.ts'
import { readPage } from './page.ts'

/** A command as a request gives it; time and actor are added later. */
type Given<C extends Command> = C extends unknown ? Omit<C, 'at' | 'by'> : never

/** How a kind of record is shown. `K` is the caller; it includes `undefined` where endpoints are open to anyone. */
interface Kind<S, M, V, K extends Caller | undefined> {
  /** Its name in problems, such as `case`. */
  name: string
  /** The record as the caller sees it; `undefined` when its existence is not the caller's business. */
  view(document: Aggregate<S, M>, caller: K): V | undefined | Promise<V | undefined>
  /** Its history as the caller sees it; `undefined` likewise. */
  history(
    document: Aggregate<S, M>,
    entries: () => Promise<HistoryEntry[]>,
    caller: K,
  ): Promise<HistoryEntry[] | undefined>
  /** Called before a command is decided: returns anything when the caller may learn the outcome, else `undefined`. Defaults to `view`. */
  admit?(document: Aggregate<S, M>, caller: K): unknown
  /** The version that the caller sees, where it may not know of all steps. */
  versionFor?(document: Aggregate<S, M>, caller: K): number
}

interface Acting<K> {
  params: { id: string }
  caller: K & Caller
  options: CommandOptions
}

interface ListOrder<S> {
  where: Query['where']
  /** The indexed field that the list is ordered by, highest first, and its value. */
  by: string
  value(state: S): Place['value']
}

/**
 * The handlers that every kind of record needs: `page`, `get`, `history`, and `act` for every change. For a record that the caller may
 * not see, all of them respond as if it did not exist.
 */
export const resource = <S, C extends Command, M, V, K extends Caller | undefined>(
  aggregates: Aggregates<S, C, M>,
  clock: Clock,
  kind: Kind<S, M, V, K>,
) => {
  const { versionFor = ({ version }: Aggregate<S, M>) => version } = kind

  const seen = async <T>(
    id: string,
    document: Aggregate<S, M> | undefined,
    look: (document: Aggregate<S, M>) => T | undefined | Promise<T | undefined>,
  ): Promise<T> => {
    const found = document && (await look(document))
    if (found === undefined) throw notFound(kind.name, id)
    return found
  }
  const view = (document: Aggregate<S, M>, caller: K): Promise<V> =>
    seen(document._id, document, (one) => kind.view(one, caller))
  const admit = (document: Aggregate<S, M>, caller: K) =>
    kind.admit ? kind.admit(document, caller) : kind.view(document, caller)

  const commandOf = (given: Given<C>, { caller }: Acting<K>) =>
    ({ ...given, at: instant(clock), by: actorOf(caller) }) as unknown as C
  const itself = (document: Aggregate<S, M>) => document
  const perform = async (
    { params: { id }, caller, options }: Acting<K>,
    command: Parameters<Aggregates<S, C, M>['handle']>[1],
  ) => {
    const known = (document: Aggregate<S, M>) => versionFor(document, caller)
    const { document, outcome } = await aggregates.handle(id, command, {
      ...options,
      versionOf: known,
      admit: (found) => seen(id, found, (one) => admit(one, caller)),
    })
    return { body: await view(document, caller), version: known(document), replayed: outcome === 'replayed' }
  }

  return {
    view,

    /** What `look` returns for the record; a 404 when that is `undefined`. */
    find: async <T>(id: string, look: (document: Aggregate<S, M>) => T | undefined | Promise<T | undefined>) =>
      seen(id, await aggregates.get(id), look),

    page: async (
      { cursor, limit }: { cursor?: string; limit: number },
      caller: K,
      { where, by, value }: ListOrder<S>,
    ) => ({
      body: await readPage({
        find: (part) => aggregates.find(part),
        query: { where, order: { by, descending: true } },
        cursor,
        limit,
        place: ({ state, _id }) => ({ value: value(state), id: _id }),
        show: (document) => view(document, caller),
      }),
    }),

    get: async ({ params: { id }, caller }: { params: { id: string }; caller: K }) => {
      const document = await aggregates.get(id)
      const body = await seen(id, document, (one) => kind.view(one, caller))
      return { body, version: document && versionFor(document, caller) }
    },

    history: async ({ params: { id }, caller }: { params: { id: string }; caller: K }) => {
      const entries = async (document: Aggregate<S, M>) =>
        kind.history(document, () => aggregates.historyOf(document), caller)
      return { body: { items: await seen(id, await aggregates.get(id), entries) } }
    },

    act: (request: Acting<K>, given: Given<C>) => perform(request, commandOf(given, request)),

    /** Acts by a command that is made of the record. */
    actOn: (request: Acting<K>, make: (document: Aggregate<S, M>) => Promise<Given<C>>) =>
      perform(request, async (found) => commandOf(await make(await seen(request.params.id, found, itself)), request)),
  }
}
