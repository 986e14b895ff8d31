import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { TextIndex } from '../text-index.ts'
import { document, everywhere, filler, find, fresh, type Open } from './harness.ts'

const scores = async (index: TextIndex, fields: Record<string, number>, ...tokens: string[]) => {
  const { hits } = await index.search({ match: { tokens, fields, require: 'any' }, limit: 100 })
  assert.ok(hits.every(({ score }) => score > 0))
  assert.deepEqual(
    hits.map(({ score }) => score),
    hits.map(({ score }) => score).sort((a, b) => b - a),
  )
  return hits
}

export function ranking(open: Open): void {
  describe('ranking', () => {
    it(
      'puts the rarer token first',
      fresh(open, async (index) => {
        await index.put([
          ...filler(40),
          ...Array.from({ length: 8 }, (_, n) => document(`a${n}`, { body: 'common one two' })),
          document('z', { body: 'rare one two' }),
        ])
        assert.equal((await find(index, 'common', 'rare'))[0], 'z')
      }),
    )

    it(
      'puts the shorter document first',
      fresh(open, async (index) => {
        await index.put([
          ...filler(40),
          document('a', { body: `rice ${'other '.repeat(40)}end` }),
          document('b', { body: 'rice other end' }),
        ])
        assert.deepEqual(await find(index, 'rice'), ['b', 'a'])
      }),
    )

    it(
      'puts more of the tokens, and more of one, first',
      fresh(open, async (index) => {
        await index.put([
          ...filler(40),
          document('a', { body: 'rice other other' }),
          document('b', { body: 'rice rice other' }),
          document('c', { body: 'rice mill other' }),
          document('d', { body: 'mill other other' }),
        ])
        assert.equal((await find(index, 'rice', 'mill'))[0], 'c')
        assert.deepEqual(await find(index, 'rice'), ['b', 'a', 'c'])
      }),
    )

    it(
      'weighs the fields by their boosts',
      fresh(open, async (index) => {
        await index.put([
          ...filler(40),
          document('body', { title: 'plain words', body: 'rice stands here now' }),
          document('title', { title: 'rice words', body: 'plain stands here now' }),
        ])
        const ids = async (fields: Record<string, number>) => (await scores(index, fields, 'rice')).map(({ id }) => id)
        assert.deepEqual(await ids({ title: 5, body: 1 }), ['title', 'body'])
        assert.deepEqual(await ids({ title: 1, body: 5 }), ['body', 'title'])
      }),
    )

    it(
      'lets no field count that the query does not name',
      fresh(open, async (index) => {
        await index.put([
          ...filler(40),
          document('a', { title: 'rice', body: 'other other other' }),
          document('b', { title: 'rice', body: 'rice rice rice' }),
          document('c', { title: 'other', body: 'rice rice rice' }),
        ])
        const [first, second, ...rest] = await scores(index, { title: 1 }, 'rice')
        assert.deepEqual([first?.id, second?.id, rest], ['a', 'b', []])
        assert.equal(first?.score, second?.score)
      }),
    )

    it(
      'does not let replaced documents change the scores',
      fresh(open, async (index) => {
        const corpus = [...filler(40), document('a', { body: 'rice mill' }), document('b', { body: 'mill' })]
        await index.put(corpus)
        const ids = (await scores(index, everywhere, 'rice', 'mill')).map(({ id }) => id)
        const { documents, averageLength } = await index.frequencies([])
        for (let version = 2; version < 12; version++) await index.put(corpus.map((one) => ({ ...one, version })))
        assert.deepEqual(await index.frequencies([]), { documents, averageLength, counts: {} })
        assert.deepEqual(
          (await scores(index, everywhere, 'rice', 'mill')).map(({ id }) => id),
          ids,
        )
      }),
    )

    it(
      'breaks ties by id',
      fresh(open, async (index) => {
        await index.put([...filler(40), ...['c', 'a', 'e', 'B', 'd'].map((id) => document(id, { body: 'rice' }))])
        assert.deepEqual(await find(index, 'rice'), ['B', 'a', 'c', 'd', 'e'])
      }),
    )
  })
}
