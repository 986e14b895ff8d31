import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BadCursor } from '@techbridge/port'
import type { SearchQuery, TextIndex } from '../src/index.ts'
import { apart, skip } from './elastic.ts'

const spec = { name: 'offers', text: ['title'], keywords: [], numbers: [] }
const given = (id: string) => ({ id, version: 1, text: { title: ['rice'] }, keywords: {}, numbers: {}, source: null })
const rice = { tokens: ['rice'], fields: { title: 1 }, require: 'any' as const }
const query: SearchQuery = { match: rice, limit: 2 }
const six = ['b', 'd', 'f', 'h', 'j', 'l'].map(given)

async function page(index: TextIndex, after?: string) {
  const { hits, next, total } = await index.search({ ...query, after })
  return { ids: hits.map(({ id }) => id).join(''), next, total }
}

describe('pages of Elasticsearch', { skip }, () => {
  it(
    'show from the second on what the second saw, while somebody asks',
    apart(async ({ indexes }) => {
      const index = await indexes.open(spec)
      await index.put(six)
      const second = await page(index, (await page(index)).next)
      await index.put([given('g'), given('i')])
      const third = await page(index, second.next)
      assert.deepEqual([second.ids, third.ids, third.total, third.next], ['fh', 'jl', 6, undefined])
    }),
  )

  it(
    'go on from their place when that view is gone, by time or by a rebuild',
    apart(async ({ indexes, raw }) => {
      const index = await indexes.open(spec)
      await index.put(six)
      const second = await page(index, (await page(index)).next)
      const pit = Buffer.from(second.next?.split('.')[1] ?? '', 'base64url').toString()
      assert.equal((await raw.closePointInTime({ id: pit })).num_freed, 1)
      assert.equal((await page(index, second.next)).ids, 'jl')

      const again = await page(index, (await page(index)).next)
      await index.rebuild((put) => put(six))
      assert.equal((await page(index, again.next)).ids, 'jl')
    }),
  )

  it(
    'take no view that is none, and show nothing of the view of another index',
    apart(async ({ indexes }) => {
      const [index, other] = [await indexes.open(spec), await indexes.open({ ...spec, name: 'offers-2' })]
      await index.put(six)
      await other.put(six)
      const { next = '' } = await page(index, (await page(index)).next)
      const [place] = next.split('.')
      for (const bad of [`${place}.`, `${place}.x`, `${place}.${Buffer.from('none').toString('base64url')}`]) {
        await assert.rejects(page(index, bad), BadCursor, bad)
      }
      assert.deepEqual(await page(other, next), { ids: '', next: undefined, total: 0 })
    }),
  )
})
