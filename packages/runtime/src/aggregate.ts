import { checkOutgoing } from '@techbridge/bus'
import {
  type CloudEvent,
  contractOf,
  dataschemaOf,
  type EventContract,
  formatSequence,
  message,
} from '@techbridge/contracts'
import { type Command, type Decider, DomainError, type DomainEvent } from '@techbridge/domain'
import { plainKept } from '@techbridge/plain-text'
import { AlreadyExists, type PageSpec, type Query, type Scalar, StaleVersion, type Store } from '@techbridge/store'
import {
  type Aggregate,
  type HistoryEntry,
  openRecords,
  type PendingEntry,
  type Records,
  type Summarise,
  type UsedKey,
} from './records.ts'
import { reindex } from './reindex.ts'
import { currentTrace } from './trace.ts'

export interface AggregateType<S, C extends Command, E extends DomainEvent, M = unknown> {
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
  /** Increased when `indexed` returns more fields than before: at the start, records of earlier versions get the missing ones. */
  indexing?: number
  /** The state of a stored record as this version knows it, where earlier versions kept another one. */
  opens?(state: S): S
  /** What views need from the history, such as the reason of the last refusal. It is stored with the state, so that views need not read the history. */
  summarise?: Summarise<M>
  /** When the next deadline is due; absent for aggregates without deadlines. */
  dueAt?(state: S): string | undefined
  /** The contracts of its events; those of Techbridge when absent. */
  contractOf?(type: string): EventContract | undefined
}

export interface CommandOptions {
  /** The document must have one of these versions; any version when absent. */
  expected?: readonly number[]
  /** A repeated request must not act twice. `key` identifies the request, `fingerprint` its content. */
  idempotency?: { key: string; fingerprint: string }
}

interface Handling<S, M = unknown> extends CommandOptions {
  /** The version that `expected` is compared with; the record's own when absent. */
  versionOf?(record: Aggregate<S, M>): number
  /** Called first with the record that the command is for; what it throws ends the handling. */
  admit?(record: Aggregate<S, M> | undefined): unknown
}

export class VersionMismatch extends Error {
  override name = 'VersionMismatch'
  readonly current: number
  constructor(current: number) {
    super(`the record is at version ${current}`)
    this.current = current
  }
}

export class KeyReused extends Error {
  override name = 'KeyReused'
}

interface Handled<S, M = unknown> {
  document: Aggregate<S, M>
  /** `nothing`: the command changed nothing. `replayed`: the same request was handled before. */
  outcome: 'done' | 'nothing' | 'replayed'
}

const maxAttempts = 20

/** The number of idempotency keys kept with a record: the newest ones, and always the one of the command that created it. */
export const keptKeys = 32

export interface Aggregates<S, C extends Command, M = unknown> {
  records: Records<S, M>
  get(id: string): Promise<Aggregate<S, M> | undefined>
  find(query: Query): Promise<Aggregate<S, M>[]>
  /** All events of the record as it was read, oldest first; with `limit` the first ones. */
  historyOf(record: Aggregate<S, M>, limit?: number): Promise<HistoryEntry[]>
  /**
   * Load, decide, evolve, one guarded write; decides again after a concurrent write. Resolves when the write is durable. The command
   * may be computed from the record. Throws `DomainError`, `VersionMismatch`, `KeyReused` or `Unavailable`, and `InvalidEvent`, with
   * nothing written, when an event would break its contract and so could never be published.
   */
  handle(
    id: string,
    command: C | ((record: Aggregate<S, M> | undefined) => C | Promise<C>),
    handling?: Handling<S, M>,
  ): Promise<Handled<S, M>>
}

/** The writing instance, and what is called with each record that has events to publish. */
export interface Writer {
  /** The instance that publishes what it writes. */
  instance: string
  written<S, M>(records: Records<S, M>, record: Aggregate<S, M>): void
}

/** The repository of one kind of aggregate. */
export const aggregates = async <S, C extends Command, E extends DomainEvent, M = unknown>(
  store: Store,
  type: AggregateType<S, C, E, M>,
  { instance, written }: Writer,
): Promise<Aggregates<S, C, M>> => {
  const records = await openRecords<S, M>(store, type)
  const { indexing = 0 } = type
  if (indexing > 0) await reindex(records, indexing, type.dueAt)

  const keysAfter = (before: Aggregate<S, M> | undefined, { idempotency }: CommandOptions): readonly UsedKey[] => {
    if (!idempotency) return before?.keys ?? []
    const all: UsedKey[] = before ? [...before.keys, idempotency] : [{ ...idempotency, made: true }]
    return all.filter(({ made }, place) => made || place >= all.length - keptKeys)
  }

  const next = (id: string, before: Aggregate<S, M> | undefined, command: C, options: CommandOptions) => {
    const events = type.decider.decide(before?.state, command)
    if (events.length === 0) return undefined
    let state = before?.state
    let summary = before?.summary
    let seq = before?.version ?? 0
    const trace = currentTrace()
    const entries: PendingEntry[] = events.map((event) => {
      state = type.decider.evolve(state, event, command.at)
      seq += 1
      const entry = { seq, type: event.type, at: command.at, by: command.by, data: event.data, trace, owner: instance }
      summary = type.summarise ? type.summarise(summary, entry) : summary
      return entry
    })
    for (const entry of entries) checkOutgoing(toCloudEvent(type.service, id, entry), type.contractOf ?? contractOf)
    const after: Aggregate<S, M> = {
      _id: id,
      version: seq,
      state: plainKept(state as S),
      summary,
      pending: [...(before?.pending ?? []), ...entries],
      pendingSince: before?.pendingSince ?? command.at,
      keys: keysAfter(before, options),
      dueAt: type.dueAt?.(state as S),
      indexing,
      writes: (before?.writes ?? 0) + 1,
    }
    return after
  }

  const taken = ({ keys }: Aggregate<S, M>, { idempotency }: CommandOptions) => {
    const earlier = idempotency && keys.find(({ key }) => key === idempotency.key)
    if (!earlier) return false
    if (earlier.fingerprint !== idempotency.fingerprint) {
      throw new KeyReused('the key was used for a different request')
    }
    return true
  }

  /** One attempt; fails with `StaleVersion` or `AlreadyExists` after a concurrent write. */
  const attempt = async (
    id: string,
    command: Parameters<Aggregates<S, C, M>['handle']>[1],
    { versionOf = ({ version }) => version, admit, ...options }: Handling<S, M>,
  ): Promise<Handled<S, M>> => {
    const before = await records.get(id)
    await admit?.(before)
    if (before && taken(before, options)) return { document: before, outcome: 'replayed' }
    if (before && options.expected && !options.expected.includes(versionOf(before)))
      throw new VersionMismatch(versionOf(before))
    const after = next(id, before, typeof command === 'function' ? await command(before) : command, options)
    if (after) {
      await (before ? records.replace(after, before) : records.insert(after))
      written(records, after)
      return { document: after, outcome: 'done' }
    }
    const dueAt = before && type.dueAt?.(before.state)
    // A repetition is reported as one even if the record has changed since. The deadline may have changed without the record.
    if (before && (options.idempotency || dueAt !== before.dueAt))
      await records.replace({ ...before, keys: keysAfter(before, options), dueAt }, before)
    return { document: before as Aggregate<S, M>, outcome: 'nothing' }
  }

  const handle: Aggregates<S, C, M>['handle'] = async (id, command, handling = {}) => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(id, command, handling)
      } catch (error) {
        if (!(error instanceof StaleVersion || error instanceof AlreadyExists)) throw error
        if (tries === maxAttempts) {
          throw new DomainError('conflict', message('contended', { id }))
        }
      }
    }
  }

  return { records, get: records.get, find: records.find, historyOf: records.historyOf, handle }
}

/** The event of an entry is created once, so that it is checked once: before the write, and not again when it is published. */
const events = new WeakMap<HistoryEntry, CloudEvent>()

/** An entry of a history as the event that is published. Publishing it again gives the same event. */
export const toCloudEvent = (service: string, id: string, entry: HistoryEntry): CloudEvent => {
  const made = events.get(entry)
  if (made) return made
  const event: CloudEvent = {
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
  }
  events.set(entry, event)
  return event
}
