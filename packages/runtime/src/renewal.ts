import type { Logger } from 'pino'
import type { Projection } from './projection.ts'

/**
 * Fills read models anew, while they serve, that an earlier analysis of texts made: terms of two analyses must not stay beside each other. For
 * `eachSweep`; what fails is tried again.
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
