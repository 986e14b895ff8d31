import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { IndexDocument, SearchQuery, StoredSource } from '../text-index.ts'
import { document, find, fresh, ids, type Open, spec } from './harness.ts'

export function storing(open: Open): void {
  describe('storing', () => {
    it(
      'shows a document to every search and get begun after its put',
      fresh(open, async (index) => {
        const source = { name: 'ໂຮງສີ', list: [1, null, 'x'], nested: { deep: true } }
        await index.put([document('a', { title: 'rice mill', version: 3, source })])
        assert.deepEqual(await index.get(['a', 'b']), [{ id: 'a', version: 3, source }, undefined])
        const { hits } = await index.search({ limit: 10 })
        assert.deepEqual(hits, [{ id: 'a', version: 3, source, score: 0 }])
        assert.deepEqual(await find(index, 'rice'), ['a'])
      }),
    )

    it(
      'replaces a document by a higher version only, and skips others silently',
      fresh(open, async (index) => {
        await index.put([document('a', { version: 5, title: 'five', country: ['TH'], trl: 5 })])
        await index.put([document('a', { version: 5, title: 'same' })])
        await index.put([document('a', { version: 4, title: 'four' }), document('b', { title: 'other' })])
        assert.equal((await index.get(['a']))[0]?.version, 5)
        assert.deepEqual(await find(index, 'five', 'same', 'four'), ['a'])
        assert.deepEqual(await find(index, 'other'), ['b'], 'the rest of the call is written')

        await index.put([document('a', { version: 6, title: 'six', country: ['LA'], trl: 6 })])
        assert.deepEqual(await find(index, 'five'), [])
        assert.deepEqual(await find(index, 'six'), ['a'])
        assert.equal((await index.search({ where: { country: ['TH'] }, limit: 1 })).total, 0)
        assert.equal((await index.search({ where: { country: ['LA'] }, limit: 1 })).total, 1)
        assert.equal((await index.search({ range: { trl: { lte: 5 } }, limit: 1 })).total, 0)
      }),
    )

    it(
      'lets the higher version win within one call',
      fresh(open, async (index) => {
        const [first, second] = [
          document('a', { version: 1, title: 'one' }),
          document('a', { version: 2, title: 'two' }),
        ]
        await index.put([first, second])
        await index.put([
          { ...second, id: 'b' },
          { ...first, id: 'b' },
        ])
        assert.deepEqual(await find(index, 'one'), [])
        assert.deepEqual(await find(index, 'two'), ['a', 'b'])
      }),
    )

    it(
      'lets the highest of many concurrent versions win',
      fresh(open, async (index) => {
        const versions = [4, 9, 1, 7, 3, 8, 2, 6, 5]
        await Promise.all(versions.map((version) => index.put([document('a', { version, title: `v${version}` })])))
        assert.equal((await index.get(['a']))[0]?.version, 9)
        assert.deepEqual(await find(index, ...versions.map((version) => `v${version}`)), ['a'])
        assert.deepEqual(await find(index, 'v9'), ['a'])
      }),
    )

    it(
      'answers a put at the same time as a higher version with what it wrote or with that one',
      fresh(open, async (index) => {
        for (const last of [10, 20, 30]) {
          await index.put([document('a', { version: last })])
          await index.get(['a'])
          const versions = [last + 5, last + 4, last + 6, last + 1]
          const answers = await Promise.all(versions.map((version) => index.put([document('a', { version })])))
          for (const [n, version] of versions.entries()) {
            const answered = answers[n]?.[0]?.version ?? 0
            assert.ok(answered >= version, `${version} was answered with ${answered}`)
          }
        }
      }),
    )

    it(
      'no longer finds what was put again without text and keywords',
      fresh(open, async (index) => {
        await index.put([document('a', { title: 'rice', country: ['TH'], source: 'shown' })])
        await index.put([document('a', { version: 2, source: 'hidden' })])
        assert.deepEqual(await find(index, 'rice'), [])
        assert.equal((await index.search({ where: { country: ['TH'] }, limit: 1 })).total, 0)
        assert.deepEqual((await index.search({ facets: ['country'], limit: 0 })).facets, { country: [] })
        assert.deepEqual(await index.get(['a']), [{ id: 'a', version: 2, source: 'hidden' }])
        await index.put([document('a', { version: 3, title: 'rice' })])
        assert.deepEqual(await find(index, 'rice'), ['a'])
      }),
    )

    it(
      'gives the same documents when it is opened again, now and later',
      fresh(open, async (index, { indexes, reopen }) => {
        await index.put([document('a', { title: 'rice' })])
        assert.deepEqual(await find(await indexes.open(spec), 'rice'), ['a'])
        await indexes.close()
        const again = await reopen()
        await again.ping()
        const reopened = await again.open({ ...spec, text: spec.text.toReversed() })
        assert.deepEqual(await find(reopened, 'rice'), ['a'])
        await reopened.put([document('a', { version: 1, title: 'older' }), document('b', { title: 'rice' })])
        assert.deepEqual(await find(reopened, 'rice', 'older'), ['a', 'b'])
      }),
    )

    it(
      'refuses to open an index with other fields, and asks for a rebuild',
      fresh(open, async (index, { indexes, reopen }) => {
        await index.put([document('a', { title: 'rice' })])
        const changes = [
          { ...spec, text: [...spec.text, 'claims'] },
          { ...spec, text: spec.text.slice(1) },
          { ...spec, keywords: ['kind', ...spec.keywords.slice(1)] },
          { ...spec, numbers: spec.numbers.slice(1) },
        ]
        for (const changed of changes) await assert.rejects(indexes.open(changed), /profiles.*rebuil[dt]/s)
        const again = await reopen()
        for (const changed of changes) await assert.rejects(again.open(changed), /profiles.*rebuil[dt]/s)
        assert.deepEqual(await find(await again.open(spec), 'rice'), ['a'])
      }),
    )

    it(
      'gets keyword and number fields that a later version adds, wherever they stand in the spec',
      fresh(open, async (index, { reopen }) => {
        await index.put([document('a', { title: 'rice', country: ['TH'], sector: ['A'], trl: 3, year: 1 })])
        const wider = { ...spec, keywords: ['award', ...spec.keywords, 'kind'], numbers: ['age', ...spec.numbers] }
        const later = await (await reopen()).open(wider)
        const found = async (query: Omit<SearchQuery, 'limit'>) =>
          ids((await later.search({ ...query, limit: 9 })).hits)
        assert.deepEqual(await found({ where: { country: ['TH'], sector: ['A'] }, range: { trl: { gte: 3 } } }), ['a'])
        assert.deepEqual(await found({ where: { kind: ['offer'] } }), [])
        assert.deepEqual(await found({ range: { age: {} } }), [])

        const more = (id: string, year: number): IndexDocument => ({
          ...document(id, { version: 2, title: 'rice', country: ['LA'], year }),
          keywords: { country: ['LA'], kind: ['offer'], award: ['gold'] },
          numbers: { year, age: year },
        })
        await later.put([more('a', 7), more('b', 5)])
        const inAge = { order: { by: 'age' }, facets: ['country', 'kind', 'award'] }
        assert.deepEqual(await found({ where: { kind: ['offer'], award: ['gold'], country: ['LA'] }, ...inAge }), [
          'b',
          'a',
        ])
        assert.deepEqual(await found({ where: { country: ['TH'] } }), [])
        await later.rebuild((put) => put([more('c', 3)]))
        const again = await (await reopen()).open(wider)
        const { hits, facets } = await again.search({ range: { age: { lte: 3 } }, facets: ['award'], limit: 9 })
        assert.deepEqual([ids(hits), facets], [['c'], { award: [{ value: 'gold', count: 1 }] }])
      }),
    )

    it(
      'keeps indexes of different names apart',
      fresh(open, async (index, { indexes }) => {
        const other = await indexes.open({ ...spec, name: 'profiles-2' })
        await index.put([document('a', { title: 'rice', version: 2 })])
        await other.put([document('a', { title: 'silk' })])
        assert.deepEqual(await find(index, 'rice', 'silk'), ['a'])
        assert.deepEqual(await find(other, 'rice'), [])
        assert.equal((await other.get(['a']))[0]?.version, 1)
      }),
    )

    it(
      'may tell earlier what is found, once, and then answers the same',
      fresh(open, async (index) => {
        await index.put([document('b', { version: 2, title: 'silk' })])
        for (const documents of [
          [document('a', { title: 'rice' })],
          [document('a', { version: 2, title: 'rice' }), document('b', { version: 1, title: 'rice' })],
        ]) {
          const told: { standing: StoredSource[]; ids: Promise<string[]> }[] = []
          const stored = await index.put(documents, (standing) => {
            told.push({ standing, ids: find(index, 'rice') })
          })
          assert.ok(told.length <= 1)
          for (const { standing, ids } of told) assert.deepEqual([standing, await ids], [stored, ['a']])
        }
      }),
    )

    it(
      'accepts a put of nothing and one of thousands',
      fresh(open, async (index) => {
        await index.put([])
        await index.put(Array.from({ length: 3000 }, (_, n) => document(`d${n}`, { title: `token${n} shared` })))
        assert.equal((await index.search({ limit: 0 })).total, 3000)
        assert.deepEqual(await find(index, 'token2999'), ['d2999'])
      }),
    )
  })
}
