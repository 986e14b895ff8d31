import { describe } from 'node:test'
import { deadLetterConformance } from './conformance/dead-letters.ts'
import { groupConformance } from './conformance/groups.ts'
import type { OpenedBus } from './conformance/harness.ts'
import { publishConformance } from './conformance/publish.ts'
import { readConformance } from './conformance/read.ts'
import { retryConformance } from './conformance/retry.ts'

export type { OpenedBus }

/**
 * The tests that every adapter of the port must pass. `open` gives a bus over an empty log of its own. The tests assume no
 * more than the port promises: delivery and sharing take their time, positions and ids are opaque.
 */
export function eventBusConformance(name: string, open: () => Promise<OpenedBus>): void {
  describe(`${name} keeps the guarantees of the event bus`, { timeout: 600_000 }, () => {
    publishConformance(open)
    groupConformance(open)
    retryConformance(open)
    deadLetterConformance(open)
    readConformance(open)
  })
}
