import { setTimeout as pause } from 'node:timers/promises'
import { Unavailable } from '@techbridge/port'
import type { Logger } from 'pino'

const pauseMs = 1000

/**
 * Repeats `work` until the engines that it needs respond: a process that starts during an outage waits for its end. Fails at once when
 * `signal` aborts.
 */
export const retryWhileUnavailable = async <T>(
  work: () => Promise<T>,
  log: Logger,
  signal?: AbortSignal,
): Promise<T> => {
  const aborted = new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  aborted.catch(() => undefined)
  for (;;) {
    signal?.throwIfAborted()
    try {
      return await Promise.race([work(), aborted])
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      log.warn({ err: error }, 'an engine cannot serve yet; trying again')
    }
    await pause(pauseMs, undefined, { signal })
  }
}
