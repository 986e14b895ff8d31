import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import type { TextIndex } from '../text-index.ts'
import { document, find, fresh, type Open, spec } from './harness.ts'

const all = async (index: TextIndex) => (await index.search({ limit: 100 })).hits.map(({ id, version }) => id + version)

export function rebuilding(open: Open): void {
  describe('rebuilding', () => {
    it(
      'swaps the fresh copy in at once, when it is full',
      fresh(open, async (index, { indexes, reopen }) => {
        await index.put([document('a', { version: 9, title: 'rice' }), document('b', { title: 'rice' })])
        await index.rebuild(async (put) => {
          await put([document('a', { version: 1, title: 'silk' })])
          await put([document('c', { title: 'silk' })])
          assert.deepEqual(await all(index), ['a9', 'b1'])
          assert.deepEqual(await find(index, 'silk'), [])
        })
        const { documents, counts } = await index.frequencies(['rice', 'silk'])
        assert.deepEqual({ documents, counts }, { documents: 2, counts: { rice: 0, silk: 2 } })
        assert.deepEqual(await all(index), ['a1', 'c1'])
        assert.deepEqual(await all(await indexes.open(spec)), ['a1', 'c1'])
        assert.deepEqual(await all(await (await reopen()).open(spec)), ['a1', 'c1'])
      }),
    )

    it(
      'keeps the old copy when the filling fails, and can be tried again',
      fresh(open, async (index, { reopen }) => {
        await index.put([document('a')])
        const failing = index.rebuild(async (put) => {
          await put([document('b')])
          throw new Error('the log ends here')
        })
        await assert.rejects(failing, /the log ends here/)
        assert.deepEqual(await all(index), ['a1'])
        await index.put([document('c')])
        const again = await (await reopen()).open(spec)
        assert.deepEqual(await all(again), ['a1', 'c1'])
        await again.rebuild((put) => put([document('d')]))
        assert.deepEqual(await all(again), ['d1'])
      }),
    )

    it(
      'has documents put meanwhile in both copies, each by its own versions',
      fresh(open, async (index) => {
        await index.put([document('kept', { version: 7 }), document('dropped')])
        const putAtOnce = index.put([document('before')])
        await index.rebuild(async (put) => {
          await index.put([document('early'), document('kept', { version: 8 })])
          assert.deepEqual(await all(index), ['before1', 'dropped1', 'early1', 'kept8'])
          await put([document('kept', { version: 6 }), document('early', { version: 2 }), document('before')])
          await index.put([document('late', { version: 3 }), document('kept', { version: 5 })])
          await put([document('late', { version: 1 })])
          assert.deepEqual(await all(index), ['before1', 'dropped1', 'early1', 'kept8', 'late3'])
        })
        await putAtOnce
        assert.deepEqual(await all(index), ['before1', 'early2', 'kept8', 'late3'])
      }),
    )

    it(
      'loses no document of a stream of puts that goes on through rebuilds',
      fresh(open, async (index) => {
        const acknowledged: string[] = []
        let going = true
        const put = async (id: string) => {
          await index.put([document(id, { title: 'streamed' })])
          acknowledged.push(id)
        }
        const stream = async (lane: number) => {
          for (let n = 0; going; n++) await Promise.all([put(`lane${lane}-${n}`), setImmediate()])
        }
        const lanes = [stream(0), stream(1), stream(2)]
        for (let round = 0; round < 3; round++) {
          await index.rebuild(async (fill) => {
            await fill(acknowledged.map((id) => document(id, { title: 'streamed' })))
            for (let n = 0; n < 10; n++) await put(`meanwhile${round}-${n}`)
          })
        }
        going = false
        await Promise.all(lanes)
        assert.deepEqual(new Set(await find(index, 'streamed')), new Set(acknowledged))
      }),
    )

    it(
      'refuses a second rebuild while one is running',
      fresh(open, async (index) => {
        await index.rebuild(async (put) => {
          await put([document('a')])
          await assert.rejects(
            index.rebuild(async () => {}),
            /already/,
          )
        })
        assert.deepEqual(await all(index), ['a1'])
        await index.rebuild(async () => {})
        assert.deepEqual(await all(index), [])
      }),
    )
  })
}
