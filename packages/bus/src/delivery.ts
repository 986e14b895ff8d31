import { setTimeout } from 'node:timers/promises'
import { Unavailable } from '@techbridge/port'
import { type BatchHandler, Poison, type RetryPolicy } from './bus.ts'
import { parseStored } from './stored-event.ts'

const defaultRetry: RetryPolicy = { attempts: 5, firstPause: 200, maxPause: 30_000 }

export type Outcome =
  | { kind: 'handled' }
  | { kind: 'dead'; reason: string; attempts: number }
  /** The signal came before a further call; the event is neither handled nor dead. */
  | { kind: 'stopped' }

interface Delivery {
  retry?: Partial<RetryPolicy>
  /** Ends the calls before the next one, never during one. */
  signal: AbortSignal
  /** Runs before each pause, to commit earlier events, because the pause may be long. */
  beforePause?: () => Promise<void>
}

/** Calls the handler for one event until it resolves or the retry policy of the port gives up. */
export async function deliver(handle: () => Promise<void>, delivery: Delivery): Promise<Outcome> {
  const policy = { ...defaultRetry, ...delivery.retry }
  let failures = 0
  for (let call = 1; !delivery.signal.aborted; call++) {
    try {
      await handle()
      return { kind: 'handled' }
    } catch (error) {
      if (!(error instanceof Unavailable)) failures++
      const dead = error instanceof Poison || failures >= policy.attempts
      if (dead && !(error instanceof Unavailable)) return { kind: 'dead', reason: reasonOf(error), attempts: failures }
    }
    await delivery.beforePause?.()
    await pause(pauseAfter(call, policy), delivery.signal)
  }
  return { kind: 'stopped' }
}

/** Limits of a batch: the process handles it without yielding. */
const mostTogether = { events: 50, bytes: 250_000 }

/** How many of the first items form a batch: at least one. */
export function countTogether<T>(items: Iterable<T>, sizeOf: (item: T) => number): number {
  let [count, bytes] = [0, 0]
  for (const item of items) {
    bytes += sizeOf(item)
    if (count > 0 && bytes > mostTogether.bytes) break
    if (++count === mostTogether.events) break
  }
  return count
}

/** Whether the handler handled all of them. If not, each must be delivered by itself to find the one that fails. */
export async function deliverTogether(
  handle: BatchHandler | undefined,
  bodies: readonly string[],
  signal: AbortSignal,
): Promise<boolean> {
  if (!handle || bodies.length < 2 || signal.aborted) return false
  try {
    await handle(bodies.map(parseStored))
    return true
  } catch {
    return false
  }
}

/** Milliseconds to wait after a call; calls are counted from 1. */
export const pauseAfter = (call: number, { firstPause, maxPause }: Pick<RetryPolicy, 'firstPause' | 'maxPause'>) =>
  Math.min(firstPause * 2 ** (call - 1), maxPause)

/** Repeats work on an engine until it succeeds; `false` when the signal came first. */
export async function persist(work: () => Promise<void>, signal: AbortSignal): Promise<boolean> {
  for (let call = 1; ; call++) {
    try {
      await work()
      return true
    } catch {
      if (signal.aborted) return false
    }
    await pause(pauseAfter(call, { firstPause: 100, maxPause: 5_000 }), signal)
  }
}

/** Resolves after the time, or at once when the signal comes. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => undefined)

const reasonOf = (error: unknown): string => (error instanceof Error && error.message) || String(error)
