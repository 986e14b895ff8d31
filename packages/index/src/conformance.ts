import { describe } from 'node:test'
import type { Open } from './conformance/harness.ts'
import { matching } from './conformance/matching.ts'
import { paging } from './conformance/paging.ts'
import { phrases } from './conformance/phrases.ts'
import { querying } from './conformance/querying.ts'
import { ranking } from './conformance/ranking.ts'
import { reading } from './conformance/reading.ts'
import { rebuilding } from './conformance/rebuilding.ts'
import { refusing } from './conformance/refusing.ts'
import { restricting } from './conformance/restricting.ts'
import { storing } from './conformance/storing.ts'
import { surviving } from './conformance/surviving.ts'
import { vectors } from './conformance/vectors.ts'

export type { OpenedIndexes } from './conformance/harness.ts'

/** The tests that every adapter of the port must pass. `open` gives empty indexes of its own. */
export function textIndexConformance(name: string, open: Open): void {
  describe(`${name} keeps the guarantees of the text index`, () => {
    storing(open)
    reading(open)
    refusing(open)
    matching(open)
    ranking(open)
    restricting(open)
    phrases(open)
    querying(open)
    paging(open)
    vectors(open)
    rebuilding(open)
    surviving(open)
  })
}
