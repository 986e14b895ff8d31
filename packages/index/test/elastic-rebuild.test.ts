import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { openElasticIndexes } from '../src/elastic/indexes.ts'
import { apart, skip } from './elastic.ts'

const spec = { name: 'offers', text: ['title'], keywords: [], numbers: [] }
const given = (id: string) => ({ id, version: 1, text: { title: ['rice'] }, keywords: {}, numbers: {}, source: null })

describe('rebuilds in Elasticsearch', { skip }, () => {
  it(
    'leave one generation, whether they ended, failed or were cut off',
    apart(async ({ indexes, reopen, names }) => {
      const index = await indexes.open(spec)
      await index.rebuild((put) => put([given('a')]))
      await assert.rejects(
        index.rebuild(async () => {
          throw new Error('no')
        }),
        /no/,
      )
      assert.equal((await names()).length, 1)

      const cutOff = index.rebuild(async (put) => {
        await put([given('b')])
        await indexes.close()
      })
      await assert.rejects(cutOff, Unavailable)
      assert.equal((await names()).length, 2)

      await (await reopen()).open(spec)
      assert.equal((await names()).length, 2, 'it may be the rebuild of another process')
      const again = await (await reopen({ abandonedAfter: 0 })).open(spec)
      assert.equal((await names()).length, 1)
      assert.equal((await again.search({ limit: 9 })).hits[0]?.id, 'a')
    }),
  )

  it(
    'serve every process that has the index open, and the later of two wins',
    apart(async ({ indexes, options, names }) => {
      const others = openElasticIndexes(options)
      const [index, other] = await Promise.all([indexes.open(spec), others.open(spec)])
      await index.put([given('a')])
      await assert.rejects(
        index.rebuild(async (put) => {
          await put([given('earlier')])
          await other.rebuild((put) => put([given('later')]))
          await index.put([given('meanwhile')])
        }),
        Unavailable,
      )
      const ids = async () => (await index.search({ limit: 9 })).hits.map(({ id }) => id)
      assert.deepEqual(await ids(), ['later', 'meanwhile'])
      assert.equal((await names()).length, 1)
      await index.rebuild((put) => put([given('last')]))
      assert.equal((await other.get(['last']))[0]?.id, 'last')
      await others.close()
    }),
  )

  it(
    'are never seen half done, nor do they fail a search, a get or a put of theirs or another process',
    apart(async ({ indexes, options }) => {
      const others = openElasticIndexes(options)
      const [index, other] = [await indexes.open(spec), await others.open(spec)]
      const hundred = Array.from({ length: 100 }, (_, n) => given(`d${n}`))
      await index.put(hundred)
      let going = true
      const readers = [index, other].map(async (reader) => {
        while (going) {
          assert.equal((await reader.search({ limit: 1 })).total, 100)
          assert.equal((await reader.get(['d7']))[0]?.version, 1)
          assert.equal((await reader.frequencies(['rice'])).documents, 100)
        }
      })
      const writer = async () => {
        while (going) await other.put([given('d7')])
      }
      const rebuilds = async () => {
        for (let n = 0; n < 5; n++) await index.rebuild((put) => put(hundred))
        going = false
      }
      await Promise.all([rebuilds(), writer(), ...readers])
      await others.close()
    }),
  )
})
