import { bodyLimits, type Change } from '@techbridge/contracts'
import type { ImportRow } from './record.ts'

/** A row of the file that waits to be sent. */
export interface Waiting {
  row: number
  line: ImportRow
  /** What the mapping made plain. */
  changes: readonly Change[]
}

/** Half of what the server accepts, so that one more row always fits. */
const maxBatchBytes = bodyLimits.lines / 2

/** The rows of one request: at most `maxRows`, and not too large. */
export const createBatch = (maxRows: number) => {
  let rows: Waiting[] = []
  let bytes = 0
  return {
    /** Whether a row of this size must wait for the next batch. */
    isFullFor: (size: number) => rows.length === maxRows || (rows.length > 0 && bytes + size > maxBatchBytes),
    add: (row: Waiting, size: number) => {
      rows.push(row)
      bytes += size
    },
    take: (): Waiting[] => {
      const taken = rows
      rows = []
      bytes = 0
      return taken
    },
  }
}
