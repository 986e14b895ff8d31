import type { CloudEvent, Group, Topic } from '@techbridge/contracts'

/**
 * The event bus port: a durable, partitioned log. Topics, partitions and groups come from the topology in
 * `@techbridge/contracts`. What every adapter guarantees:
 *
 * - `publish` resolves only when all its events survive `kill -9`; on failure any part of them may be in the log. An event whose
 *   type belongs to no topic fails before anything is written.
 * - Events of one subject stand in one partition of their topic, in the order in which they were published: within a call
 *   as given, between calls when one was awaited before the next began.
 * - Every group receives every event of its topics at least once, each partition in order, to one member at a time. Members of
 *   a group share the partitions; when one closes or dies the others go on where it committed.
 * - A position is committed only after the handler resolved for every event up to it. A new group starts at the beginning.
 * - A handler that rejects is called again after a growing pause: without end when the error is `Unavailable`, not at all when it is
 *   `Poison`, else `attempts` times in all. Then the event becomes a dead letter of that group, durably, and the partition goes on.
 * - A group with `handleBatch` is given events of a partition together as far as they are at hand, in order, and bounded in number and
 *   bytes. When that rejects, each of them goes to `handler` by itself, with all that is said above.
 * - A replayed dead letter is delivered to its group again, at least once, and becomes a dead letter anew if it fails again.
 * - `read` gives the log itself, without a group: every event of the topics after a position, each partition in order. It holds a few
 *   megabytes at most, however large the events are and however slowly they are taken.
 * - Reading and delivering let the event loop go round: a long log does not hold up the process.
 * - An engine that cannot be reached shows as `Unavailable` from `publish`, `lag`, `pendingReplays`, `end` and `deadLetters`;
 *   subscriptions and `read` wait for it and go on by themselves.
 */
export interface EventBus {
  publish(events: readonly CloudEvent[]): Promise<void>
  subscribe(subscription: SubscriptionOptions): Promise<Subscription>
  read(options: ReadOptions): AsyncIterable<Recorded>
  /** The position after the last event of the topics. */
  end(topics: readonly Topic[]): Promise<Position>
  /** Whether everything before `part` is also before `whole`. Fails with `BadPosition` when one is not a position. */
  covers(whole: Position, part: Position): boolean
  /** Events that the group has not yet committed, by topic; replays do not count. */
  lag(group: Group): Promise<Partial<Record<Topic, number>>>
  /** Replayed dead letters that the group has not yet committed. */
  pendingReplays(group: Group): Promise<number>
  deadLetters: DeadLetters
  /** Fails with `Unavailable` when the engine cannot serve. */
  ping(): Promise<void>
  close(): Promise<void>
}

export type Handler = (event: CloudEvent) => Promise<void>
export type BatchHandler = (events: readonly CloudEvent[]) => Promise<void>

export interface SubscriptionOptions {
  group: Group
  handler: Handler
  /** Handles many events at once, where that is cheaper: all or none. */
  handleBatch?: BatchHandler
  /** Where events are checked: those of other types are passed over unread. A superseded type counts as its successor. */
  types?: ReadonlySet<string>
  retry?: Partial<RetryPolicy>
}

export interface RetryPolicy {
  /** Calls in all before an event becomes a dead letter. */
  attempts: number
  /** Milliseconds before the second call; doubles each time up to `maxPause`. */
  firstPause: number
  maxPause: number
}

export interface Subscription {
  /** Stops after the events that are being handled, commits them and leaves the group. */
  close(): Promise<void>
}

/** Opaque place in a set of topics; only the same adapter understands it. Safe in a URL and in a header. */
export type Position = string

export interface ReadOptions {
  topics: readonly Topic[]
  /** Start after this position; without it, at the beginning. Fails with `BadPosition` when it is not one. */
  from?: Position
  /** End where this position is reached, which must be none before what the log's end was at some time. Not with `live`. */
  to?: Position
  /** `false`: end at `to`, or at the end of the log at the time of the call. `true`: wait for more until `signal` aborts. */
  live: boolean
  signal?: AbortSignal
}

export interface Recorded {
  event: CloudEvent
  /** The position after this event. */
  position: Position
}

/** An event that no retry can make acceptable, such as one that breaks its contract. It goes to the dead letters at once. */
export class Poison extends Error {
  override name = 'Poison'
}

export class BadPosition extends Error {
  override name = 'BadPosition'
}

export interface DeadLetter {
  id: string
  group: Group
  topic: Topic
  /** The event as found; it may break its contract. */
  event: unknown
  reason: string
  /** Calls that failed for a reason other than `Unavailable`. */
  attempts: number
  /** UTC instant. */
  at: string
  replayedAt?: string
}

export interface DeadLetters {
  /** Newest first; `after` is the id of the last one on the previous page. Fails with `BadCursor` when no dead letter has that id. */
  list(query: { group?: Group; after?: string; limit: number }): Promise<DeadLetter[]>
  get(id: string): Promise<DeadLetter | undefined>
  /** Delivers it to its group again; fails when the id is unknown. A dead letter may be replayed repeatedly: handlers are idempotent. */
  replay(id: string): Promise<void>
}
