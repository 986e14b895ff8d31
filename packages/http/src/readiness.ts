import { setTimeout as pause } from 'node:timers/promises'
import { Unavailable } from '@techbridge/contracts'

const defaults = {
  /** Milliseconds for which an answer holds, so that asking often costs no more than asking now and then. */
  keptMs: 2000,
  /** Milliseconds after which an engine that says nothing counts as away. */
  patienceMs: 5000,
}

/** Asks `probe` once for all who ask at the same time and shortly after; fails when it fails or is late. */
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
