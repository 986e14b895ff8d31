import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Query } from '@techbridge/store'
import fc from 'fast-check'
import { readPage } from '../src/page.ts'

interface Document {
  _id: string
  text: string
}

/** A list in the order of ids, and how many documents each question asked it for. */
const listOf = (texts: readonly string[], show = (text: string) => text) => {
  const documents = texts.map((text, place) => ({ _id: String(place).padStart(4, '0'), text }))
  const asked: number[] = []
  const find = async ({ after, limit }: Query): Promise<Document[]> => {
    asked.push(limit)
    return documents.filter(({ _id }) => !after || _id > after[1]).slice(0, limit)
  }
  const page = (limit: number, cursor?: string) =>
    readPage({
      find,
      query: {},
      cursor,
      limit,
      place: ({ _id }) => ({ value: _id, id: _id }),
      show: ({ text }) => show(text),
    })
  return { asked, page }
}

const small = (count: number) => Array.from({ length: count }, (_, place) => `text ${place}`)
const large = (count: number) => Array(count).fill('x'.repeat(600_000))

describe('a page', () => {
  test('holds as many as were asked for, and says whether there are more', async () => {
    const { page } = listOf(small(25))
    const first = await page(20)
    assert.deepEqual(first.items, small(25).slice(0, 20))
    assert.deepEqual(await page(20, first.next), { items: small(25).slice(20) })
    assert.deepEqual(await listOf(small(20)).page(20), { items: small(20) })
    assert.deepEqual(await listOf([]).page(20), { items: [] })
  })

  test('ends sooner when its items are large, and then reads no more of them than a part', async () => {
    const { asked, page } = listOf(large(100))
    const first = await page(100)
    assert.equal(first.items.length, 2)
    assert.deepEqual(asked, [10])
    assert.equal((await page(100, first.next)).items.length, 2)
  })

  test('lets others have their turn between items that take long to show', async () => {
    let rounds = 0
    const counting = setImmediate(function count() {
      rounds += 1
      again = setImmediate(count)
    })
    let again = counting
    const show = (text: string) => {
      for (const end = performance.now() + 12; performance.now() < end; );
      return text
    }
    await listOf(small(8), show).page(8)
    const alone = rounds
    await Promise.all(Array.from({ length: 4 }, () => listOf(small(8), show).page(8)))
    clearImmediate(again)
    assert.ok(alone >= 6, `${alone} rounds of the event loop`)
    assert.ok(rounds - alone >= 24, `${rounds - alone} rounds for four pages at once`)
  })

  test('that ends sooner at the last item has no next one', async () => {
    assert.deepEqual(Object.keys(await listOf(large(2)).page(100)), ['items'])
  })

  test('after page gives every item once, in order', async () => {
    const sizes = fc.array(fc.constantFrom(1, 10, 400_000, 1_100_000), { maxLength: 40 })
    const property = fc.asyncProperty(sizes, fc.integer({ min: 1, max: 15 }), async (lengths, limit) => {
      const texts = lengths.map((length, place) => String(place).padEnd(length, '.'))
      const { page } = listOf(texts)
      const all: string[] = []
      let cursor: string | undefined
      do {
        const { items, next } = await page(limit, cursor)
        assert.ok(items.length > 0 || texts.length === 0)
        all.push(...items)
        cursor = next
      } while (cursor !== undefined)
      assert.deepEqual(all, texts)
    })
    await fc.assert(property, { numRuns: 30 })
  })
})
