import { describe } from 'node:test'
import { expiring } from './conformance/expiring.ts'
import type { Open, OpenedFiles } from './conformance/harness.ts'
import { keeping } from './conformance/keeping.ts'
import { reading } from './conformance/reading.ts'
import { refusing } from './conformance/refusing.ts'
import { sealing } from './conformance/sealing.ts'
import { surviving } from './conformance/surviving.ts'

export type { OpenedFiles }

/** The tests that every adapter of the port must pass. `open` gives an empty place of its own. */
export function filesConformance(name: string, open: Open): void {
  describe(`${name} keeps the guarantees of files`, { timeout: 300_000 }, () => {
    keeping(open)
    reading(open)
    refusing(open)
    expiring(open)
    sealing(open)
    surviving(open)
  })
}
