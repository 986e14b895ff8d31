import { describe } from 'node:test'
import { deadLettering } from './conformance/dead-lettering.ts'
import { delivering } from './conformance/delivering.ts'
import type { Open } from './conformance/harness.ts'
import { publishing } from './conformance/publishing.ts'
import { reading } from './conformance/reading.ts'
import { retrying } from './conformance/retrying.ts'

export type { OpenedBus } from './conformance/harness.ts'

/**
 * The tests that every adapter of the port must pass. `open` gives a bus over an empty log of its own. The tests assume no
 * more than the port promises: delivery and sharing take their time, positions and ids are opaque.
 */
export function eventBusConformance(name: string, open: Open): void {
  describe(`${name} keeps the guarantees of the event bus`, { timeout: 600_000 }, () => {
    publishing(open)
    delivering(open)
    retrying(open)
    deadLettering(open)
    reading(open)
  })
}
