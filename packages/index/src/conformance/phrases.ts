import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Phrase, SearchQuery, TextIndex } from '../text-index.ts'
import { document, everywhere, filler, fresh, ids, type Open } from './harness.ts'

type Phrases = NonNullable<SearchQuery['phrases']>

const phrase = (tokens: string): Phrase => tokens.split(' ')
const fields = ['title', 'body']

const found = async (index: TextIndex, phrases: Omit<Phrases, 'fields'> & { fields?: string[] }) =>
  ids((await index.search({ phrases: { fields, ...phrases }, limit: 100 })).hits)

export function phrases(open: Open): void {
  describe('phrases', () => {
    it(
      'find tokens side by side in their order, within one field',
      fresh(open, async (index) => {
        await index.put([
          document('a', { title: 'drip irrigation', body: 'of rice fields' }),
          document('b', { title: 'irrigation drip' }),
          document('c', { title: 'drip', body: 'irrigation' }),
          document('d', { body: 'a drip of irrigation' }),
          document('e', { body: 'the drip drip irrigation' }),
        ])
        const of = (tokens: string) => found(index, { each: [[phrase(tokens)]] })
        assert.deepEqual(await of('drip irrigation'), ['a', 'e'])
        assert.deepEqual(await of('drip drip irrigation'), ['e'])
        assert.deepEqual(await of('rice fields'), ['a'])
        assert.deepEqual(await of('irrigation of'), [], 'not from one field to the next')
        assert.deepEqual(await of('drip'), ['a', 'b', 'c', 'd', 'e'])
        assert.deepEqual(await found(index, { fields: ['body'], each: [[phrase('drip irrigation')]] }), ['e'])
        assert.deepEqual(await found(index, { fields: [], each: [[phrase('drip')]] }), [])
      }),
    )

    it(
      'of one list are alternatives, of several all needed, and none of those without',
      fresh(open, async (index) => {
        await index.put([
          document('a', { title: 'one two', body: 'three four' }),
          document('b', { title: 'one two' }),
          document('c', { title: 'three four' }),
          document('d', { title: 'five' }),
        ])
        const [ones, threes] = [phrase('one two'), phrase('three four')]
        assert.deepEqual(await found(index, { each: [[ones, threes]] }), ['a', 'b', 'c'])
        assert.deepEqual(await found(index, { each: [[ones], [threes]] }), ['a'])
        assert.deepEqual(await found(index, { each: [[ones]], without: [threes] }), ['b'])
        assert.deepEqual(await found(index, { without: [ones, phrase('five')] }), ['c'])
        assert.deepEqual(await found(index, { without: [] }), ['a', 'b', 'c', 'd'])
        assert.deepEqual(await found(index, { each: [] }), ['a', 'b', 'c', 'd'])
        assert.deepEqual(await found(index, { each: [[]] }), [], 'no alternative is there')
        assert.deepEqual(await found(index, { fields: ['body'], without: [ones, threes] }), ['b', 'c', 'd'])
      }),
    )

    it(
      'narrow what words find, and neither their score nor what they say of another',
      fresh(open, async (index) => {
        await index.put([
          ...filler(20),
          document('a', { title: 'rice mill', body: 'for husk' }),
          document('b', { title: 'mill of rice' }),
        ])
        const match = { tokens: ['rice', 'mill'], fields: everywhere, require: 'any' as const }
        const all = await index.search({ match, limit: 10 })
        const narrowed = await index.search({ match, phrases: { fields, each: [[phrase('rice mill')]] }, limit: 10 })
        assert.deepEqual(ids(narrowed.hits), ['a'])
        assert.equal(narrowed.total, 1)
        assert.equal(narrowed.hits[0]?.score, all.hits.find(({ id }) => id === 'a')?.score)
        assert.deepEqual(
          ids((await index.search({ match, phrases: { fields, without: [phrase('rice mill')] }, limit: 10 })).hits),
          ['b'],
        )
      }),
    )

    it(
      'take every token as it is',
      fresh(open, async (index) => {
        const odd = ['"', 'AND', 'c++', 'NEAR(a', 'ข้าว', '水稻', '-a', 'concept:rice', '😀']
        await index.put([document('a', { title: odd.join(' ') }), document('b', { title: odd.toReversed().join(' ') })])
        for (const [n, token] of odd.slice(1).entries())
          assert.deepEqual(await found(index, { each: [[[odd[n]!, token]]] }), ['a'], token)
        assert.deepEqual(await found(index, { without: [odd] }), ['b'])
      }),
    )

    it('are of the fields that a query may read: restricted ones tell nothing', async () => {
      const { indexes, cleanup } = await open()
      try {
        const index = await indexes.open({
          name: 'restricted-phrases',
          text: ['title', 'body'],
          restricted: ['body'],
          keywords: ['country', 'sector'],
          numbers: ['trl', 'year'],
        })
        await index.put([document('a', { title: 'open', body: 'secret words' }), document('b', { title: 'open' })])
        const secret = [phrase('secret words')]
        assert.deepEqual(await found(index, { fields: ['title'], each: [secret] }), [])
        assert.deepEqual(await found(index, { fields: ['title'], without: secret }), ['a', 'b'])
        assert.deepEqual(await found(index, { each: [secret] }), ['a'])
      } finally {
        await cleanup()
      }
    })

    it(
      'without tokens are refused, and so are fields that are not there',
      fresh(open, async (index) => {
        for (const bad of [{ each: [[phrase('a'), []]] }, { without: [[]] }])
          await assert.rejects(found(index, bad), TypeError)
        await assert.rejects(found(index, { fields: ['wrong'] }), /"wrong"/)
      }),
    )
  })

  describe('tokens that a query favours', () => {
    const scores = async (index: TextIndex, match: Omit<NonNullable<SearchQuery['match']>, 'fields' | 'require'>) => {
      const { hits } = await index.search({ match: { ...match, fields: everywhere, require: 'any' }, limit: 100 })
      return new Map(hits.map(({ id, score }) => [id, score]))
    }

    it(
      'find nothing, and add so many times what they would add as tokens',
      fresh(open, async (index) => {
        await index.put([
          ...filler(40),
          document('a', { title: 'rice', body: 'other' }),
          document('b', { title: 'rice', body: 'mill' }),
          document('c', { title: 'mill', body: 'other' }),
        ])
        const rice = await scores(index, { tokens: ['rice'] })
        const mill = await scores(index, { tokens: ['mill'] })
        const favoured = await scores(index, {
          tokens: ['rice'],
          favouring: [
            { token: 'mill', weight: 0.5 },
            { token: 'rice', weight: 2 },
            { token: 'unknown', weight: 3 },
          ],
        })
        assert.deepEqual([...favoured.keys()], ['b', 'a'])
        const near = (one: number | undefined, other: number) =>
          assert.ok(Math.abs((one ?? 0) - other) < 1e-4 * other, `${one} and ${other}`)
        near(favoured.get('a'), 3 * rice.get('a')!)
        near(favoured.get('b'), 3 * rice.get('b')! + 0.5 * mill.get('b')!)
      }),
    )

    it(
      'weigh above nothing',
      fresh(open, async (index) => {
        for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
          await assert.rejects(scores(index, { tokens: ['rice'], favouring: [{ token: 'mill', weight }] }), /weight/)
      }),
    )
  })
}
