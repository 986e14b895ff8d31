import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { AlreadyExists, StaleVersion } from '../store.ts'
import { type Open, spec, type Thing } from './harness.ts'
import { anyQuery, anyThing, findIn } from './model.ts'

export function agreeing(open: Open): void {
  describe('any sequence of writes and queries', () => {
    it('gives what the simplest store would give', async () => {
      const { store, cleanup } = await open()
      let run = 0
      const write = fc.record({ document: anyThing, replace: fc.boolean(), from: fc.integer({ min: 1, max: 3 }) })
      const property = fc.asyncProperty(
        fc.array(write, { maxLength: 30 }),
        fc.array(anyQuery, { minLength: 5, maxLength: 15 }),
        async (writes, queries) => {
          const things = await store.collection<Thing>(`run${run++}`, spec)
          const model = new Map<string, Thing>()
          for (const { document, replace, from } of writes) {
            const stored = model.get(document._id)
            const next = replace ? { ...document, version: from + 1 } : document
            const writing = replace ? things.replace(next, from) : things.insert(next)
            if (replace && stored?.version !== from) await assert.rejects(writing, StaleVersion)
            else if (!replace && stored) await assert.rejects(writing, AlreadyExists)
            else {
              await writing
              model.set(next._id, next)
            }
          }
          for (const document of model.values()) assert.deepEqual(await things.get(document._id), document)
          for (const query of queries) assert.deepEqual(await things.find(query), findIn(model.values(), query))
        },
      )
      try {
        await fc.assert(property, { numRuns: 40 })
      } finally {
        await cleanup()
      }
    })
  })
}
