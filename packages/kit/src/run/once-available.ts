import { setTimeout as pause } from 'node:timers/promises'
import { Unavailable } from '@techbridge/contracts'
import type { Logger } from 'pino'

const pauseMs = 1000

/** Does `work` again until the engines that it needs answer: a process that starts during an outage waits for its end. */
export const onceAvailable = async <T>(work: () => Promise<T>, log: Logger): Promise<T> => {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      log.warn({ err: error }, 'an engine cannot serve yet; trying again')
    }
    await pause(pauseMs)
  }
}
