import { checkOutgoing } from '@techbridge/bus'
import { type CloudEvent, contractOf, dataschemaOf, type EventContract, formatSequence } from '@techbridge/contracts'
import { type Actor, type Command, type Decider, DomainError, type DomainEvent } from '@techbridge/domain'
import { plainKept } from '@techbridge/plain-text'
import {
  AlreadyExists,
  type Collection,
  type PageSpec,
  type Query,
  type Scalar,
  StaleVersion,
  type Store,
  type StoredDocument,
} from '@techbridge/store'
import { reindex } from './reindex.ts'
import { currentTrace } from './trace.ts'

export interface HistoryEntry {
  /** Place in the history, from 1; the version of the document after it. */
  seq: number
  type: string
  /** UTC instant. */
  at: string
  by: Actor
  data: unknown
  trace?: string
  /** Of the command that caused it, so that a repeated request is recognised. */
  key?: string
  fingerprint?: string
}

/** An aggregate as it is stored: state, audit trail and outbox in one document, written in one step. */
export interface Aggregate<S> extends StoredDocument {
  state: S
  history: HistoryEntry[]
  /** Sequence numbers of the events not yet known to be in the event log. */
  outbox: number[]
  /** Since when the outbox holds something. */
  pendingSince?: string
  /** When a deadline wants attention. */
  dueAt?: string
  /** Of the version that wrote the indexed fields. */
  indexing?: number
  /** Its state was made plain when it was written, so that reading need not look through its texts. */
  plain?: true
}

export interface AggregateType<S, C extends Command, E extends DomainEvent> {
  /** Also the name of the collection. */
  name: string
  service: string
  decider: Decider<S, C, E>
  /** Fields to find and sort by. */
  indexed(state: S): Record<string, Scalar | readonly string[] | undefined>
  indexes: readonly string[]
  /** Lists of texts among these fields. */
  lists?: readonly string[]
  /** Orders in which lists of records are read page by page. */
  pages?: readonly PageSpec[]
  /** Goes up when `indexed` gives more than before: records that an earlier version wrote get what they lack at the start. */
  indexing?: number
  /** When a deadline next wants attention; absent for aggregates without deadlines. */
  dueAt?(state: S): string | undefined
  /** The contracts of its events; those of Techbridge when absent. */
  contractOf?(type: string): EventContract | undefined
}

export interface CommandOptions {
  /** Versions of which the document must have one; any version when absent. */
  expected?: readonly number[]
  /** Whose repeated use must not act twice. `key` tells requests apart, `fingerprint` their contents. */
  idempotency?: { key: string; fingerprint: string }
}

export class VersionMismatch extends Error {
  override name = 'VersionMismatch'
  readonly current: number
  constructor(current: number) {
    super(`The record stands at version ${current}. Read it again and repeat the change on what you find.`)
    this.current = current
  }
}

export class KeyReused extends Error {
  override name = 'KeyReused'
}

interface Handled<S> {
  document: Aggregate<S>
  /** `nothing`: the command made nothing happen. `replayed`: the same request had been done before. */
  outcome: 'done' | 'nothing' | 'replayed'
}

const maxAttempts = 20

export interface Aggregates<S, C extends Command> {
  collection: Collection<Aggregate<S>>
  get(id: string): Promise<Aggregate<S> | undefined>
  find(query: Query): Promise<Aggregate<S>[]>
  /**
   * Load, decide, evolve, one guarded write; decided anew when someone else wrote meanwhile. Resolves when the write is durable.
   * `versionOf` gives the version that `expected` is about. Throws `DomainError`, `VersionMismatch`, `KeyReused` or `Unavailable`, and `InvalidEvent`, with nothing written, when what would
   * happen breaks its contract, so that it could never be published.
   */
  handle(
    id: string,
    command: C,
    options?: CommandOptions,
    versionOf?: (document: Aggregate<S>) => number,
  ): Promise<Handled<S>>
}

/** The repository of one kind of aggregate. `written` hears of each document whose outbox holds something. */
export const aggregates = async <S, C extends Command, E extends DomainEvent>(
  store: Store,
  type: AggregateType<S, C, E>,
  written: (document: Aggregate<S>) => void,
): Promise<Aggregates<S, C>> => {
  const collection = await store.collection<Aggregate<S>>(type.name, {
    indexes: ['pendingSince', 'dueAt', 'indexing', ...type.indexes],
    lists: type.lists,
    pages: type.pages,
  })
  const { indexing = 0 } = type
  if (indexing > 0) await reindex(collection, indexing, type.indexed)

  /** The state of before texts were made plain at the entrance is read plain, and with the next event kept so. */
  const read = (document: Aggregate<S>): Aggregate<S> =>
    document.plain ? document : { ...document, state: plainKept(document.state) }
  const get = async (id: string) => {
    const document = await collection.get(id)
    return document && read(document)
  }

  const next = (id: string, before: Aggregate<S> | undefined, command: C, options: CommandOptions) => {
    const events = type.decider.decide(before?.state, command)
    if (events.length === 0) return undefined
    let state = before?.state
    let seq = before?.version ?? 0
    const entries: HistoryEntry[] = events.map((event, place) => {
      state = type.decider.evolve(state, event, command.at)
      seq += 1
      return {
        seq,
        type: event.type,
        at: command.at,
        by: command.by,
        data: event.data,
        trace: currentTrace(),
        ...(place === 0 && options.idempotency),
      }
    })
    for (const entry of entries) checkOutgoing(toCloudEvent(type.service, id, entry), type.contractOf ?? contractOf)
    const after: Aggregate<S> = {
      ...type.indexed(state as S),
      ...(indexing > 0 && { indexing }),
      _id: id,
      version: seq,
      state: plainKept(state as S),
      plain: true,
      history: [...(before?.history ?? []), ...entries],
      outbox: [...(before?.outbox ?? []), ...entries.map((entry) => entry.seq)],
      pendingSince: before?.pendingSince ?? command.at,
      dueAt: type.dueAt?.(state as S),
    }
    return after
  }

  const taken = (document: Aggregate<S> | undefined, { idempotency }: CommandOptions) => {
    const earlier = idempotency && document?.history.find((entry) => entry.key === idempotency.key)
    if (!earlier) return false
    if (earlier.fingerprint !== idempotency.fingerprint) {
      throw new KeyReused('This Idempotency-Key was used for a different request. Use a new key for a new request.')
    }
    return true
  }

  const handle = async (
    id: string,
    command: C,
    options: CommandOptions = {},
    versionOf = ({ version }: Aggregate<S>) => version,
  ): Promise<Handled<S>> => {
    for (let attempt = 1; ; attempt++) {
      const before = await get(id)
      if (before && taken(before, options)) return { document: before, outcome: 'replayed' }
      if (before && options.expected && !options.expected.includes(versionOf(before)))
        throw new VersionMismatch(versionOf(before))
      const after = next(id, before, command, options)
      if (!after) return { document: before as Aggregate<S>, outcome: 'nothing' }
      try {
        if (before) await collection.replace(after, before.version)
        else await collection.insert(after)
        written(after)
        return { document: after, outcome: 'done' }
      } catch (error) {
        if (!(error instanceof StaleVersion || error instanceof AlreadyExists)) throw error
        if (attempt === maxAttempts) {
          throw new DomainError('conflict', 'contended', `Too many changes to ${id} at once. Try again.`)
        }
      }
    }
  }

  const find = async (query: Query) => (await collection.find(query)).map(read)
  return { collection, get, find, handle }
}

/** A history as it is shown: what was written before texts were made plain at the entrance is plain. */
export const shownHistory = (history: readonly HistoryEntry[]): HistoryEntry[] =>
  history.map((entry) => ({ ...entry, data: plainKept(entry.data) }))

/** An entry of a history as the event that is published. Publishing it again gives the same event. */
export const toCloudEvent = (service: string, id: string, entry: HistoryEntry): CloudEvent => ({
  specversion: '1.0',
  id: `${id}/${entry.seq}`,
  source: `/services/${service}`,
  type: entry.type,
  subject: id,
  time: entry.at,
  datacontenttype: 'application/json',
  dataschema: dataschemaOf(entry.type),
  ...(entry.trace && { traceparent: entry.trace }),
  sequence: formatSequence(entry.seq),
  data: entry.data,
})
