import { setTimeout as pause } from 'node:timers/promises'
import { ProblemResponse } from '@techbridge/client'
import { networkCause } from '../failure.ts'

export interface Patience {
  /** Milliseconds after the first failure during which the work is retried. */
  limitMs: number
  /** Milliseconds before the second attempt; doubles each time. */
  firstPauseMs?: number
  /** Aborts the pause and the work. */
  stop: AbortSignal
  /** Called before each pause. */
  waiting?: (error: unknown, pauseMs: number) => void
}

const longestPauseMs = 8000
const temporary = new Set([429, 502, 503, 504])

/** A server that is unavailable, starting, overloaded or limiting may respond later. */
const mayPass = (error: unknown) =>
  error instanceof ProblemResponse ? temporary.has(error.status) : networkCause(error) !== undefined

/** Repeats the work after growing pauses while the server is unavailable, for a bounded time; then throws the last error. */
export const patiently = async <T>(work: () => Promise<T>, patience: Patience): Promise<T> => {
  const { limitMs, firstPauseMs = 500, stop, waiting } = patience
  let since: number | undefined
  for (let next = firstPauseMs; ; next = Math.min(next * 2, longestPauseMs)) {
    try {
      return await work()
    } catch (error) {
      since ??= performance.now()
      const left = since + limitMs - performance.now()
      if (!mayPass(error) || left <= 0 || stop.aborted) throw error
      const asked = error instanceof ProblemResponse ? (error.retryAfterSeconds ?? 0) * 1000 : 0
      const pauseMs = Math.min(Math.max(next, asked), left)
      waiting?.(error, pauseMs)
      await pause(pauseMs, undefined, { signal: stop }).catch(() => undefined)
      if (stop.aborted) throw error
    }
  }
}
