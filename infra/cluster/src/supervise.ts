import { setTimeout as pause } from 'node:timers/promises'
import type { Engine } from '@techbridge/engines'

/** What is watched of an engine. */
export type Watched = { -readonly [K in 'pid' | 'wasStopped' | 'isReady' | 'start' | 'log']: Engine[K] } & {
  kind: Pick<Engine['kind'], 'title'>
}

const defaults = {
  /** Milliseconds between two checks. */
  lookEveryMs: 1000,
  /** Milliseconds after which a failed start is retried; doubles up to `longestPauseMs`. */
  firstPauseMs: 1000,
  longestPauseMs: 30_000,
  /** Failed checks in a row before the failure is reported. */
  silentLooks: 10,
}

/**
 * Restarts an engine that ended by itself or was killed, and reports it; one that was taken down stays down until somebody starts it.
 * An engine that runs but does not respond is only reported. Resolves when the signal aborts.
 */
export const superviseEngine = async (
  engine: Watched,
  tell: (message: string) => void,
  signal: AbortSignal,
  { lookEveryMs, firstPauseMs, longestPauseMs, silentLooks } = defaults,
): Promise<void> => {
  const { title } = engine.kind
  const wait = (ms: number) => pause(ms, undefined, { signal }).catch(() => undefined)
  let isDown = false
  let silent = 0
  let nextPause = firstPauseMs

  const startAgain = async () => {
    tell(`${title} has ended; it is started again. Its log: ${engine.log}`)
    try {
      await engine.start()
      nextPause = firstPauseMs
      tell(`${title} serves again`)
    } catch (error) {
      tell(`${title} did not start; the next try is in ${nextPause / 1000} s. ${(error as Error).message}`)
      await wait(nextPause)
      nextPause = Math.min(nextPause * 2, longestPauseMs)
    }
  }

  const hear = async () => {
    const answers = await engine.isReady()
    if (answers && silent >= silentLooks) tell(`${title} answers again`)
    silent = answers ? 0 : silent + 1
    if (silent === silentLooks) tell(`${title} runs but does not answer. Its log: ${engine.log}`)
  }

  for (await wait(lookEveryMs); !signal.aborted; await wait(lookEveryMs)) {
    if (engine.pid !== undefined) {
      isDown = false
      await hear()
    } else if (!engine.wasStopped) await startAgain()
    else if (!isDown) {
      isDown = true
      tell(`${title} was taken down, and stays down until it is started: npm run engines -- up --data FOLDER`)
    }
  }
}
