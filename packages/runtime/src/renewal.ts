import type { Logger } from 'pino'
import type { Projection } from './projection.ts'

/**
 * Refills, while they serve, read models that were made by an earlier analysis of texts, because terms of two analyses must not be
 * mixed. For `eachSweep`; failures are retried.
 */
export const renewal = (projections: Record<string, Projection>, log: Pick<Logger, 'warn' | 'info'>) => {
  const left = new Set(Object.keys(projections))
  return async (): Promise<void> => {
    for (const name of left) {
      const projection = projections[name]!
      const isOutdated = await projection.isOutdated()
      left.delete(name)
      if (!isOutdated) continue
      log.warn({ index: name }, 'the index was made by another analysis of texts: it is rebuilt while it serves')
      projection
        .rebuild()
        .then((events) => log.info({ index: name, events }, 'the index is rebuilt'))
        .catch((err) => {
          left.add(name)
          log.warn({ err, index: name }, 'the index could not be rebuilt; it is tried again')
        })
    }
  }
}
