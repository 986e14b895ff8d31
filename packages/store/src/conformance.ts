import { describe } from 'node:test'
import { agreeing } from './conformance/agreeing.ts'
import { contending } from './conformance/contending.ts'
import { finding } from './conformance/finding.ts'
import type { Open, OpenedStore } from './conformance/harness.ts'
import { paging } from './conformance/paging.ts'
import { surviving } from './conformance/surviving.ts'
import { writing } from './conformance/writing.ts'

export type { OpenedStore }

/** The tests that every adapter of the port must pass. `open` gives an empty store of its own. */
export function storeConformance(name: string, open: Open): void {
  describe(`${name} keeps the guarantees of the store`, { timeout: 300_000 }, () => {
    writing(open)
    contending(open)
    finding(open)
    agreeing(open)
    paging(open)
    surviving(open)
  })
}
