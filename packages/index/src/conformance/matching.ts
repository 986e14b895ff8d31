import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { document, everywhere, filler, find, fresh, type Open, PATIENCE } from './harness.ts'

/** Each line: tokens that a tokenizer may cut, fold or take for one another. */
const lookalikes = [
  ['concept:rice', 'concept', 'rice', 'concept:', ':rice'],
  ['c++', 'c', 'c+', 'c#', '++'],
  ['10%', '10', '%', '1.0', '1,0', '10.'],
  ['a-b', 'a', 'b', 'ab', 'a_b', 'a/b', 'a.b', "a'b", 'a’b'],
  ['"', '""', '"a"', "'", '(', ')', '*', 'a*', '^a', '-a', '+a', '{a}', '\\', '|', '&&', '~', '!', '?', '$', '`'],
  ['AND', 'and', 'OR', 'or', 'NOT', 'not', 'NEAR', 'near', 'NEAR(a', 'title:a', 'body:a'],
  ['résumé', 'resume', 're\u0301sume\u0301', 'straße', 'strasse', 'Straße', 'ı', 'i', 'I', 'İ'],
  ['ข้าว', 'ขาว', 'ข่าว', 'น้ำ', 'นำ', 'กก', 'ก์ก'],
  ['ເຂົ້າ', 'ເຂົາ', 'ກະສິກຳ', 'ກະສິກໍາ'],
  ['ស្រូវ', 'សរូវ', 'ស្រ្រូវ', 'ទឹក', 'ទក'],
  ['စပါး', 'စပါ', 'ရေ', 'ရ', 'မြန်မာ', 'မနမာ'],
  ['水稻', '水', '稻', '，', '。', '㊙', 'ｒｉｃｅ'],
  ['đường', 'duong', 'đuong', 'đương'],
  ['🌾', '🌾🌾', '👩🏽‍🌾', '👩🏽', '👩', '🇱🇦', '🇹🇭', '❤', '❤️'],
  ['€', '½', '²', 'x²', '№', '™', '→', '\u200d', '\u200ba', '\u{e000}', '\u{f0041}'],
]

export function matching(open: Open): void {
  describe('matching', () => {
    it(
      'takes every token as it is',
      fresh(open, async (index) => {
        const tokens = lookalikes.flat()
        await index.put(tokens.map((token, n) => document(`d${n}`, { body: token })))
        for (const [n, token] of tokens.entries()) assert.deepEqual(await find(index, token), [`d${n}`], token)
        const { counts } = await index.frequencies(tokens)
        assert.deepEqual(counts, Object.fromEntries(tokens.map((token) => [token, 1])))
      }),
    )

    it(
      'finds any printable token, alone and among others, and never fails on one',
      fresh(open, async (index) => {
        const token = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => !/\s/u.test(text))
        const tokens = fc.uniqueArray(token, { minLength: 1, maxLength: 60 })
        let round = 0
        const found = fc.asyncProperty(tokens, async (tokens) => {
          round += 1
          await index.put(tokens.map((token, n) => document(`${round}-${n}`, { title: token, sector: [`${round}`] })))
          const where = { sector: [`${round}`] }
          for (const [n, token] of tokens.entries()) {
            const match = { tokens: [token], fields: everywhere, require: 'all' as const }
            const { hits } = await index.search({ match, where, limit: 100 })
            assert.deepEqual(
              hits.map(({ id }) => id),
              [`${round}-${n}`],
            )
          }
          const match = { tokens, fields: everywhere, require: 'any' as const }
          assert.equal((await index.search({ match, where, limit: 1 })).total, tokens.length)
        })
        await fc.assert(found, { numRuns: 25, interruptAfterTimeLimit: PATIENCE })
      }),
    )

    it(
      'requires any token, or all of them anywhere in the fields of the query',
      fresh(open, async (index) => {
        await index.put([
          document('both', { title: 'rice', body: 'the mill' }),
          document('one', { title: 'rice', body: 'the field' }),
          document('none', { title: 'silk', body: 'the loom' }),
        ])
        const search = async (require: 'any' | 'all', fields: Record<string, number>, ...tokens: string[]) => {
          const { hits, total } = await index.search({ match: { tokens, fields, require }, limit: 10 })
          assert.equal(total, hits.length)
          return hits.map(({ id }) => id).sort()
        }
        assert.deepEqual(await search('any', everywhere, 'rice', 'mill'), ['both', 'one'])
        assert.deepEqual(await search('all', everywhere, 'rice', 'mill'), ['both'])
        assert.deepEqual(await search('all', { title: 1 }, 'rice', 'mill'), [])
        assert.deepEqual(await search('any', { body: 1 }, 'rice', 'mill'), ['both'])
        assert.deepEqual(await search('all', { title: 1, body: 2 }, 'rice', 'the'), ['both', 'one'])
        assert.deepEqual(await search('all', everywhere, 'rice', 'unknown'), [])
        assert.deepEqual(await search('any', everywhere, 'unknown'), [])
      }),
    )

    it(
      'finds nothing by no tokens, and everything without a match',
      fresh(open, async (index) => {
        await index.put([document('a', { title: 'rice' }), document('b')])
        for (const require of ['any', 'all'] as const) {
          const match = { tokens: [], fields: everywhere, require }
          assert.deepEqual((await index.search({ match, limit: 10 })).hits, [])
        }
        const { hits } = await index.search({ limit: 10 })
        assert.deepEqual(
          hits.map(({ id, score }) => [id, score]),
          [
            ['a', 0],
            ['b', 0],
          ],
        )
      }),
    )

    it(
      'answers queries of hundreds of tokens',
      fresh(open, async (index) => {
        const tokens = Array.from({ length: 400 }, (_, n) => `token${n}`)
        await index.put([
          document('whole', { title: tokens.slice(0, 100).join(' '), body: tokens.slice(100).join(' ') }),
          document('last', { body: 'token399' }),
          document('other', { body: 'other' }),
        ])
        const ids = async (require: 'any' | 'all') => {
          const { hits } = await index.search({ match: { tokens, fields: everywhere, require }, limit: 10 })
          return hits.map(({ id }) => id).sort()
        }
        assert.deepEqual(await ids('any'), ['last', 'whole'])
        assert.deepEqual(await ids('all'), ['whole'])
      }),
    )

    it(
      'counts what a scorer needs, over the newest versions only',
      fresh(open, async (index) => {
        assert.deepEqual(await index.frequencies(['rice']), { documents: 0, averageLength: 0, counts: { rice: 0 } })
        await index.put([
          document('a', { title: 'rice', body: 'rice mill mill' }),
          document('b', { title: 'silk', body: 'rice loom red blue' }),
          document('c', { country: ['TH'] }),
        ])
        const tokens = ['rice', 'mill', 'silk', 'unknown', '__proto__']
        const before = await index.frequencies(tokens)
        assert.equal(before.documents, 2)
        assert.ok(Math.abs(before.averageLength - 4.5) < 1e-6)
        assert.deepEqual(
          Object.entries(before.counts),
          Object.entries({ rice: 2, mill: 1, silk: 1, unknown: 0 }).concat([['__proto__', 0]]),
        )

        await index.put([
          document('a', { version: 2, body: 'silk road' }),
          document('b', { version: 1, title: 'older' }),
          document('c', { version: 2, title: 'silk' }),
        ])
        await index.put([document('b', { version: 2 }), ...filler(1)])
        const after = await index.frequencies(['rice', 'mill', 'silk', 'older'])
        assert.deepEqual(after.counts, { rice: 0, mill: 0, silk: 2, older: 0 })
        assert.equal(after.documents, 3)
        assert.ok(Math.abs(after.averageLength - 3) < 1e-6)
      }),
    )
  })
}
