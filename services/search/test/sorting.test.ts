import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, needContent, offerContent } from '@techbridge/testkit'
import { idsOf, openLibrary, search } from './library.ts'

const { running, publishOffer, publishNeed } = await openLibrary()
const { anonymous, clock } = running
const dayOf = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
const title = (words: string) => ({ en: { title: words, summary: 'Of things.', description: '-' } })

const listings = {
  late: await publishNeed(needContent({ texts: title('A pump'), keywords: {}, responseDeadline: dayOf(90) })),
  none: await publishOffer(offerContent({ texts: title('A solar pump'), keywords: {} })),
  soon: await publishNeed(needContent({ texts: title('Pump wanted'), keywords: {}, responseDeadline: dayOf(20) })),
  twice: await publishOffer(offerContent({ texts: title('Pump of a pump'), keywords: {} })),
}
await running.settle()
const names = new Map(Object.entries(listings).map(([name, { id }]) => [id, name]))
const found = async (query: Record<string, string>) =>
  idsOf(await search(anonymous, query)).map((id) => names.get(id) as string)

describe('a search is sorted', () => {
  const newest = ['twice', 'soon', 'none', 'late']
  const orders: Record<string, string[]> = {
    newest,
    oldest: newest.toReversed(),
    deadline: ['soon', 'late', 'none', 'twice'],
  }
  for (const [sort, expected] of Object.entries(orders))
    test(`by ${sort}, with words and without, and finds the same`, async () => {
      assert.deepEqual(await found({ sort }), expected)
      assert.deepEqual(await found({ sort, q: 'pump' }), expected)
      assert.deepEqual(
        await found({ sort, q: 'pump -solar' }),
        expected.filter((name) => name !== 'none'),
      )
      const { total } = await search(anonymous, { sort, q: 'pump', limit: 1 })
      assert.equal(total, 4)
    })

  test('by relevance where it has words, else newest first', async () => {
    assert.deepEqual((await found({ q: 'solar pump' }))[0], 'none')
    assert.deepEqual(await found({ q: 'solar pump', sort: 'relevance' }), await found({ q: 'solar pump' }))
    assert.deepEqual(await found({ sort: 'relevance' }), newest)
    assert.deepEqual(await found({ sort: 'relevance', q: '-solar' }), ['twice', 'soon', 'late'])
  })

  for (const query of [{}, { q: 'pump' }, { q: '-xylophone' }] as Record<string, string>[])
    for (const sort of ['relevance', ...Object.keys(orders)])
      test(`by ${sort} from page to page, ${JSON.stringify(query)}`, async () => {
        const all = idsOf(await search(anonymous, { ...query, sort }))
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const page = await search(anonymous, { ...query, sort, limit: 1, ...(cursor && { cursor }) })
          assert.equal(page.total, 4)
          seen.push(...idsOf(page))
          cursor = page.next
        } while (cursor)
        assert.deepEqual(seen, all)
      })

  test('and a cursor goes on in its own order alone', async () => {
    const { next } = await search(anonymous, { sort: 'newest', limit: 1 })
    for (const sort of ['oldest', 'deadline'])
      assertProblem(await anonymous.get(`/v1/search?sort=${sort}&cursor=${next}`), 400, 'bad-cursor')
  })
})
