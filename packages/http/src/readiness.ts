import { setTimeout as pause } from 'node:timers/promises'
import { Unavailable } from '@techbridge/port'

const defaults = {
  /** Milliseconds for which a result is cached, so that frequent probes cost no more than occasional ones. */
  keptMs: 2000,
  /** Milliseconds after which an engine that does not respond counts as unavailable. */
  patienceMs: 5000,
}

/** Calls `probe` once for all callers at that time and shortly after; fails when it fails or times out. */
export const cachedReadiness = (
  probe: () => Promise<void>,
  { keptMs, patienceMs } = defaults,
): (() => Promise<void>) => {
  let answer: Promise<void> | undefined
  const late = async () => {
    await pause(patienceMs, undefined, { ref: false })
    throw new Unavailable(`an engine has not answered within ${patienceMs / 1000} s`)
  }
  return () => {
    if (!answer) {
      answer = Promise.race([probe(), late()])
      const forget = () => void setTimeout(() => (answer = undefined), keptMs).unref()
      answer.then(forget, forget)
    }
    return answer
  }
}
