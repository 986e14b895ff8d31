import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { IndexDocument, IndexSpec, NearestQuery, TextIndex, Vector } from '../text-index.ts'
import { document, fresh, ids, type Open, type OpenedIndexes, PATIENCE, spec } from './harness.ts'

const flat = { model: 'flat.1', dimension: 2 }
const deep = { model: 'Deep model/3 (large)', dimension: 3 }
const withVectors: IndexSpec = { ...spec, name: 'vectors', vectors: [flat, deep] }

/** Where a unit vector of two numbers points. */
const towards = (degrees: number): Vector => {
  const angle = (degrees / 180) * Math.PI
  return { model: flat.model, values: Float32Array.of(Math.cos(angle), Math.sin(angle)) }
}
const deepVector: Vector = { model: deep.model, values: Float32Array.of(0, 0.6, 0.8) }

const pointing = (id: string, vector: Vector | undefined, given?: Parameters<typeof document>[1]): IndexDocument => ({
  ...document(id, given),
  ...(vector && { vector }),
})

const nearest = async (index: TextIndex, vector: Vector, query: Partial<NearestQuery> = {}) =>
  ids(await index.nearest({ vector, limit: 100, ...query }))

const inVectors = (open: Open, run: (index: TextIndex, opened: OpenedIndexes) => Promise<void>) =>
  fresh(open, async (_, opened) => run(await opened.indexes.open(withVectors), opened))

export function vectors(open: Open): void {
  describe('vectors', () => {
    it(
      'gives the nearest first, then by id, with what was stored and the cosine',
      inVectors(open, async (index) => {
        const degrees = { d: 90, b: 30, c: 30, a: 180, e: 10 }
        await index.put(Object.entries(degrees).map(([id, angle]) => pointing(id, towards(angle))))
        await index.put([document('none', { title: 'rice' })])
        assert.deepEqual(await nearest(index, towards(0)), ['e', 'b', 'c', 'd', 'a'])
        assert.deepEqual(await nearest(index, towards(0), { limit: 2 }), ['e', 'b'])
        assert.deepEqual(await nearest(index, towards(0), { limit: 0 }), [])
        const [first, , , , last] = await index.nearest({ vector: towards(0), limit: 9 })
        assert.deepEqual([first?.source, first?.version], [{ id: 'e' }, 1])
        assert.ok(Math.abs((first?.score ?? 0) - Math.cos(Math.PI / 18)) < 1e-4)
        assert.ok(Math.abs((last?.score ?? 0) + 1) < 1e-4)
      }),
    )

    it(
      'misses no neighbour',
      inVectors(open, async (index) => {
        const angles = fc.array(fc.integer({ min: 0, max: 3599 }), { minLength: 1, maxLength: 40 })
        let round = 0
        await fc.assert(
          fc.asyncProperty(
            angles,
            fc.integer({ min: 0, max: 359 }),
            fc.integer({ min: 1, max: 10 }),
            async (all, of, limit) => {
              round += 1
              const country = [`c${round}`]
              await index.put(all.map((angle, n) => pointing(`${round}-${n}`, towards(angle / 10), { country })))
              const found = await index.nearest({ vector: towards(of), where: { country }, limit })
              const distances = all.map((angle) => Math.cos(((angle / 10 - of) / 180) * Math.PI))
              const expected = distances.toSorted((one, other) => other - one).slice(0, limit)
              assert.equal(found.length, expected.length)
              for (const [n, { score }] of found.entries()) assert.ok(Math.abs(score - (expected[n] ?? 0)) < 1e-4)
            },
          ),
          { numRuns: 15, interruptAfterTimeLimit: PATIENCE },
        )
      }),
    )

    it(
      'filters by keywords and numbers',
      inVectors(open, async (index) => {
        await index.put([
          pointing('a', towards(0), { country: ['TH'], trl: 3 }),
          pointing('b', towards(1), { country: ['LA'], trl: 5 }),
          pointing('c', towards(2), { country: ['TH', 'VN'] }),
        ])
        assert.deepEqual(await nearest(index, towards(0), { where: { country: ['TH'] } }), ['a', 'c'])
        assert.deepEqual(await nearest(index, towards(0), { outside: { trl: { lte: 3 } } }), ['b', 'c'])
        assert.deepEqual(await nearest(index, towards(0), { where: { country: ['KH'] } }), [])
      }),
    )

    it(
      'compares with vectors of the same model only',
      inVectors(open, async (index) => {
        await index.put([pointing('a', towards(0)), pointing('b', deepVector)])
        assert.deepEqual(await nearest(index, towards(0)), ['a'])
        assert.deepEqual(await nearest(index, deepVector), ['b'])
        await index.put([pointing('a', deepVector, { version: 2 })])
        assert.deepEqual(await nearest(index, towards(0)), [])
        assert.deepEqual(await nearest(index, deepVector), ['a', 'b'])
      }),
    )

    it(
      'keeps of each document the vector that it was last written with, or none',
      inVectors(open, async (index) => {
        const all = ['a', 'b', 'c', 'd'].map((id, n) => pointing(id, towards(n * 10), { title: 'rice' }))
        await index.put(all)
        await index.put([
          pointing('b', towards(90), { version: 2 }),
          pointing('c', undefined, { version: 2, title: 'rice' }),
        ])
        assert.deepEqual(await nearest(index, towards(0)), ['a', 'd', 'b'])
        await index.put([pointing('a', towards(50), { version: 0 })])
        assert.deepEqual(await nearest(index, towards(0)), ['a', 'd', 'b'], 'what is skipped changes no vector')
        await index.put([{ ...pointing('a', towards(80), { title: 'rice' }), enriched: true }])
        assert.deepEqual(await nearest(index, towards(0)), ['d', 'a', 'b'])
        await index.put([pointing('d', undefined, { version: 3 }), pointing('c', towards(1), { version: 3 })])
        assert.deepEqual(await nearest(index, towards(0)), ['c', 'a', 'b'])
      }),
    )

    it(
      'has them when it is opened again, and those of a rebuild afterwards',
      inVectors(open, async (index, { reopen }) => {
        await index.put([pointing('a', towards(0)), pointing('b', towards(20))])
        await index.put([pointing('a', undefined, { version: 2 })])
        const again = await (await reopen()).open(withVectors)
        assert.deepEqual(await nearest(again, towards(0)), ['b'])
        await again.rebuild((put) => put([pointing('c', towards(0)), pointing('d', undefined)]))
        assert.deepEqual(await nearest(again, towards(0)), ['c'])
        assert.deepEqual(await nearest(await (await reopen()).open(withVectors), towards(0)), ['c'])
      }),
    )

    it(
      'gets models that a later version adds, and keeps those that it leaves out',
      fresh(open, async (index, { reopen }) => {
        await index.put([document('a', { title: 'rice' })])
        const wider = await (await reopen()).open({ ...spec, vectors: [flat] })
        await wider.put([pointing('b', towards(0))])
        assert.deepEqual(await nearest(wider, towards(0)), ['b'])
        const other = await (await reopen()).open({ ...spec, vectors: [deep] })
        await other.put([pointing('c', deepVector)])
        assert.deepEqual(await nearest(other, deepVector), ['c'])
        await (await reopen()).open(spec)
        const again = await (await reopen()).open({ ...spec, vectors: [flat, deep] })
        assert.deepEqual(await nearest(again, towards(0)), ['b'])
        assert.deepEqual(await nearest(again, deepVector), ['c'])
      }),
    )

    it(
      'refuses a vector of a model that it does not know, of another dimension and of another length than 1',
      inVectors(open, async (index) => {
        const bad: Vector[] = [
          { ...deepVector, model: 'other' },
          { ...deepVector, model: flat.model },
          { model: flat.model, values: Float32Array.of(1, 1) },
          { model: flat.model, values: Float32Array.of(Number.NaN, 1) },
        ]
        for (const vector of bad) {
          await assert.rejects(index.put([pointing('a', vector)]), TypeError)
          await assert.rejects(index.nearest({ vector, limit: 1 }), TypeError)
        }
        await assert.rejects(index.nearest({ vector: towards(0), where: { colour: ['red'] }, limit: 1 }), TypeError)
      }),
    )
  })
}
