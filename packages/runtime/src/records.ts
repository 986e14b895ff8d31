import type { Actor } from '@techbridge/domain'
import { plainKept } from '@techbridge/plain-text'
import {
  type Collection,
  type CollectionSpec,
  type Filter,
  type Query,
  StaleVersion,
  type Store,
  type StoredDocument,
} from '@techbridge/store'

export interface HistoryEntry {
  /** Place in the history, from 1; the version of the record after it. */
  seq: number
  type: string
  /** UTC instant. */
  at: string
  by: Actor
  data: unknown
  trace?: string
}

/** An event that may not be in the event log yet. */
export interface PendingEntry extends HistoryEntry {
  /** The instance that wrote it, and publishes it as long as it is alive. Absent in records of earlier versions. */
  owner?: string
}

/** The idempotency key of a command on the record. */
export interface UsedKey {
  key: string
  fingerprint: string
  /** The command created the record. */
  made?: true
}

/** A record of an aggregate as services see it. `M` is the summary of the record's history. */
export interface Aggregate<S, M = unknown> {
  _id: string
  /** The number of its events. */
  version: number
  state: S
  /** The result of `summarise`. */
  summary: M | undefined
  /** Events not yet known to be in the event log, oldest first. */
  pending: readonly PendingEntry[]
  /** Since when the first of them is pending. */
  pendingSince?: string
  /** When the next deadline is due. */
  dueAt?: string
  keys: readonly UsedKey[]
  /** Of the version that wrote the indexed fields. */
  indexing?: number
  /** Counts the writes of the document; guards the next one. */
  writes: number
  /** Published events that are still in the document: earlier versions kept the whole history there. */
  unmoved?: readonly HistoryEntry[]
}

/** The document: state, what is not published yet, and the keys of its commands. Published events are in a collection beside it. */
interface Stored<S, M> extends StoredDocument {
  /** The number of its events; `version` counts its writes. Absent in documents of earlier versions, where both are the same. */
  seq?: number
  state: S
  summary?: M
  pending?: readonly PendingEntry[]
  pendingSince?: string
  keys?: readonly UsedKey[]
  dueAt?: string
  indexing?: number
  /** Its state was made plain when it was written, so its texts need no check on reading. */
  plain?: true
  /** Of earlier versions: all events, and the sequence numbers of those that are pending. */
  history?: readonly (HistoryEntry & Partial<UsedKey>)[]
  outbox?: readonly number[]
}

type StoredEntry = StoredDocument & HistoryEntry

/** A fold over the events, stored in the document because views show it. */
export type Summarise<M> = (summary: M | undefined, entry: HistoryEntry) => M | undefined

export interface RecordSpec<S, M> extends CollectionSpec {
  name: string
  summarise?: Summarise<M>
  opens?(state: S): S
  /** The fields to find and sort by, of the state. */
  indexed(state: S): Record<string, unknown>
}

/** The records of one kind in the store. */
export interface Records<S = unknown, M = unknown> {
  get(id: string): Promise<Aggregate<S, M> | undefined>
  find(query: Query): Promise<Aggregate<S, M>[]>
  count(where: Filter, most: number): Promise<number>
  insert(record: Aggregate<S, M>): Promise<void>
  /** Replaces `before`; fails with `StaleVersion` after a concurrent write. */
  replace(record: Aggregate<S, M>, before: Aggregate<S, M>): Promise<void>
  /** All events of the record as it was read, oldest first; with `limit` the first ones. */
  historyOf(record: Aggregate<S, M>, limit?: number): Promise<HistoryEntry[]>
  /** Moves published events, up to and including `upTo`, from the document to its history. Repeatable. */
  settle(record: Aggregate<S, M>, upTo: number): Promise<void>
}

const everything = Number.MAX_SAFE_INTEGER
const maxAttempts = 20
const appended = 200

/** Sorts like the sequence. Ids contain no slash. */
const entryId = (id: string, seq: number) => `${id}/${String(seq).padStart(10, '0')}`
const afterSlash = String.fromCharCode('/'.charCodeAt(0) + 1)

/** A history as it is shown: what was written before texts were made plain at the entrance is plain. */
export const shownHistory = (history: readonly HistoryEntry[]): HistoryEntry[] =>
  history.map((entry) => ({ ...entry, data: plainKept(entry.data) }))

const published = ({ seq, type, at, by, data, trace }: HistoryEntry): HistoryEntry => ({
  seq,
  type,
  at,
  by,
  data,
  ...(trace !== undefined && { trace }),
})

export const openRecords = async <S, M>(store: Store, spec: RecordSpec<S, M>): Promise<Records<S, M>> => {
  const { name, summarise, opens = (state: S) => state, indexed, lists, pages } = spec
  const documents: Collection<Stored<S, M>> = await store.collection(name, {
    indexes: ['pendingSince', 'dueAt', 'indexing', ...spec.indexes],
    lists,
    pages,
  })
  const histories = await store.collection<StoredEntry>(`${name}_history`, { indexes: [] })

  const append = async (id: string, entries: readonly HistoryEntry[]) => {
    for (let from = 0; from < entries.length; from += appended) {
      const some = entries.slice(from, from + appended)
      await histories.insertMissing(
        some.map((entry) => ({ _id: entryId(id, entry.seq), version: 1, ...published(entry) })),
      )
    }
  }

  /** A document of an earlier version holds its whole history. It is converted when it is read, and stored so at its next write. */
  const ofEarlier = ({ version, history = [], outbox = [] }: Stored<S, M>) => ({
    version,
    summary: summarise && shownHistory(history).reduce<M | undefined>(summarise, undefined),
    pending: history.filter(({ seq }) => outbox.includes(seq)).map(published),
    unmoved: history.filter(({ seq }) => !outbox.includes(seq)).map(published),
    keys: history.flatMap(({ key, fingerprint, seq }) =>
      key !== undefined && fingerprint !== undefined
        ? [{ key, fingerprint, ...(seq === 1 && { made: true as const }) }]
        : [],
    ),
  })

  const read = (document: Stored<S, M>): Aggregate<S, M> => {
    const { _id, version, seq = version, state, summary, pending = [], keys = [], pendingSince, dueAt } = document
    return {
      _id,
      version: seq,
      // Texts from before they were made plain at the entrance are made plain on reading, and stored so at the next write.
      state: opens(document.plain ? state : plainKept(state)),
      summary,
      pending,
      keys,
      pendingSince,
      dueAt,
      indexing: document.indexing,
      writes: version,
      ...(document.history && ofEarlier(document)),
    }
  }

  const toDocument = (record: Aggregate<S, M>, writes: number): Stored<S, M> => {
    const { _id, version, state, summary, pending, keys, pendingSince, dueAt, indexing } = record
    return {
      ...indexed(state),
      ...(indexing !== undefined && indexing > 0 && { indexing }),
      _id,
      version: writes,
      seq: version,
      state,
      plain: true,
      ...(summary !== undefined && { summary }),
      ...(pending.length > 0 && { pending, pendingSince }),
      ...(keys.length > 0 && { keys }),
      dueAt,
    }
  }

  const get = async (id: string) => {
    const document = await documents.get(id)
    return document && read(document)
  }

  const replace = async (record: Aggregate<S, M>, before: Aggregate<S, M>) => {
    if (before.unmoved) await append(before._id, before.unmoved)
    await documents.replace(toDocument(record, before.writes + 1), before.writes)
  }

  return {
    get,
    find: async (query) => (await documents.find(query)).map(read),
    count: documents.count,
    insert: (record) => documents.insert(toDocument(record, 1)),
    replace,

    historyOf: async ({ _id, version, unmoved = [], pending }, limit = everything) => {
      const own = [...unmoved, ...pending.map(published)]
      const held = own.length
      if (held === version) return own.slice(0, limit)
      const moved = await histories.find({
        where: { _id: { gt: `${_id}/`, lt: `${_id}${afterSlash}` } },
        limit: Math.min(limit, version),
      })
      // Some may have been moved since the record was read.
      const first = own[0]?.seq ?? everything
      return [...moved.filter(({ seq }) => seq < first).map(published), ...own].slice(0, limit)
    },

    settle: async (record, upTo) => {
      const isDone = ({ seq }: PendingEntry) => seq <= upTo
      await append(record._id, record.pending.filter(isDone))
      let before: Aggregate<S, M> | undefined = record
      for (let attempt = 1; before?.pending.some(isDone); attempt++) {
        const pending: readonly PendingEntry[] = before.pending.filter((entry) => !isDone(entry))
        try {
          return await replace({ ...before, pending, pendingSince: pending[0]?.at }, before)
        } catch (error) {
          if (!(error instanceof StaleVersion) || attempt === maxAttempts) throw error
          before = await get(record._id)
        }
      }
    },
  }
}
