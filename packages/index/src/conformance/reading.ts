import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { document, find, fresh, type Open } from './harness.ts'

const shown = ({ id, version, source }: { id: string; version: number; source: unknown }) => ({ id, version, source })

/** What `get` and `put` give. */
export function reading(open: Open): void {
  describe('reading', () => {
    it(
      'gets documents in the order of their ids, each as often as it is asked for, and nothing for an unknown id',
      fresh(open, async (index) => {
        const [a, b, hidden] = [document('a'), document('b', { version: 4, source: null }), document('__proto__')]
        await index.put([a, b, hidden])
        const ids = ['b', 'none', 'a', 'b', '__proto__', 'none']
        const stored = [b, undefined, a, b, hidden, undefined].map((one) => one && shown(one))
        assert.deepEqual(await index.get(ids), stored)
        assert.deepEqual(await index.get([]), [])
      }),
    )

    it(
      'gets thousands at once',
      fresh(open, async (index) => {
        const documents = Array.from({ length: 2500 }, (_, n) => document(`d${n}`))
        await index.put(documents)
        const found = await index.get([...documents.toReversed().map(({ id }) => id), 'none'])
        assert.deepEqual(found, [...documents.toReversed().map(shown), undefined])
      }),
    )

    it(
      'gives with a put what stands there: the document, or what it does not replace',
      fresh(open, async (index) => {
        const [first, second] = [document('a', { version: 5, title: 'five' }), document('b', { source: [{ n: 1 }] })]
        assert.deepEqual(await index.put([first, second]), [first, second].map(shown))
        assert.deepEqual(await index.put([]), [])

        const given = [
          document('c', { source: 'new' }),
          document('a', { version: 4, source: 'older' }),
          document('b', { version: 2, source: 'newer' }),
          document('a', { version: 5, source: 'same' }),
        ]
        const stored = await index.put(given)
        assert.deepEqual(stored, [given[0]!, first, given[2]!, first].map(shown))
        assert.deepEqual(stored, await index.get(given.map(({ id }) => id)))
      }),
    )

    it(
      'gives the highest of the versions of one call for each of them',
      fresh(open, async (index) => {
        const versions = [2, 3, 1].map((version) => document('a', { version, source: version }))
        const highest = { id: 'a', version: 3, source: 3 }
        assert.deepEqual(await index.put(versions), [highest, highest, highest])
        assert.deepEqual(await index.put(versions), [highest, highest, highest])
      }),
    )

    it(
      'gives with concurrent puts what is not older than what was given, and the last of them all',
      fresh(open, async (index) => {
        const versions = [4, 9, 1, 7, 3, 8, 2, 6, 5]
        const puts = versions.map(async (version) => {
          const [stored] = await index.put([document('a', { version, source: version })])
          assert.equal(stored?.version, stored?.source)
          assert.ok(stored!.version >= version)
        })
        await Promise.all(puts)
        const [last] = await index.put([document('a', { version: 1 })])
        assert.deepEqual(last, { id: 'a', version: 9, source: 9 })
      }),
    )

    it(
      'gives with a put while a rebuild runs what stands in the copy that serves',
      fresh(open, async (index) => {
        await index.put([document('a', { version: 7 })])
        await index.rebuild(async (put) => {
          await put([document('a', { version: 2 }), document('b', { version: 3 })])
          const stored = await index.put([document('a', { version: 4 }), document('b', { version: 1 })])
          assert.deepEqual(
            stored.map(({ version }) => version),
            [7, 1],
          )
        })
        const versions = (await index.get(['a', 'b'])).map((stored) => stored?.version)
        assert.deepEqual(versions, [4, 3])
      }),
    )

    it(
      'replaces a document by an enriched one of its version, which a plain one does not replace',
      fresh(open, async (index) => {
        const plain = document('a', { version: 3, title: 'plain', source: 'plain' })
        const enriched = {
          ...document('a', { version: 3, title: 'enriched', source: 'enriched' }),
          enriched: true,
        } as const
        await index.put([plain])
        assert.deepEqual(await index.put([enriched]), [shown(enriched)])
        assert.deepEqual(await find(index, 'plain'), [])
        assert.deepEqual(await find(index, 'enriched'), ['a'])
        assert.deepEqual(await index.put([plain]), [shown(enriched)])

        const next = document('a', { version: 4, title: 'next' })
        await index.put([next])
        assert.deepEqual(await index.put([enriched]), [shown(next)])
        await index.rebuild((put) => put([plain, enriched, plain]))
        assert.deepEqual(await find(index, 'plain', 'enriched'), ['a'])
        assert.deepEqual(await index.get(['a']), [shown(enriched)])
      }),
    )
  })
}
