import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, fieldsOf, offerContent } from '@techbridge/testkit'
import { idsOf, openLibrary, search } from './library.ts'

const { running, publishOffer, publishNeed } = await openLibrary()
const { anonymous } = running
const words = ['alpha', 'beta', 'gamma']
for (let n = 0; n < 25; n++) {
  const title = Array.from({ length: (n % 5) + 1 }, (_, place) => words[(n + place) % 3]).join(' ')
  await publishOffer(offerContent({ texts: { en: { title, summary: 'Of letters.', description: 'None.' } } }))
}
await running.settle()

describe('pages', () => {
  for (const query of [{}, { q: 'alpha' }, { q: 'alpha beta', sector: 'A' }] as Record<string, string>[]) {
    test(`of ${JSON.stringify(query)} miss none and repeat none`, async () => {
      const all = await search(anonymous, { ...query, limit: 100 })
      assert.equal(all.items.length, all.total)
      assert.equal(all.next, undefined)
      for (const limit of [1, 4, 7]) {
        const seen: string[] = []
        for (let page = await search(anonymous, { ...query, limit }); ; ) {
          seen.push(...idsOf(page))
          assert.equal(page.total, all.total)
          if (!page.next) break
          page = await search(anonymous, { ...query, limit, cursor: page.next })
        }
        assert.deepEqual(seen, idsOf(all))
      }
    })
  }

  test('refuse a cursor that no page gave, or one of another order', async () => {
    const { next } = await search(anonymous, { limit: 1 })
    for (const query of ['cursor=x', `cursor=${next.slice(3)}`, `q=alpha&cursor=${next}`]) {
      const problem = assertProblem(await anonymous.get(`/v1/search?${query}`), 400, 'bad-cursor')
      assert.deepEqual(fieldsOf(problem), ['query.cursor'])
    }
  })
})

describe('a rebuild', () => {
  test('gives the same answers again, and misses nothing that is published meanwhile', async () => {
    const admin = await running.as('admin')
    const before = idsOf(await search(anonymous, { limit: 100 }))
    const published: string[] = []
    const publishing = (async () => {
      for (let n = 0; n < 20; n++) published.push((n % 2 ? await publishNeed() : await publishOffer()).id)
    })()
    const { body } = await admin.post('/v1/search/rebuild').expect(200)
    assert.ok(body.events >= before.length)
    await publishing
    await running.settle()
    assert.deepEqual(idsOf(await search(anonymous, { limit: 100 })), [...published.toReversed(), ...before])
  })

  test('is one at a time', async () => {
    const admin = await running.as('admin')
    const answers = await Promise.all(Array.from({ length: 4 }, () => admin.post('/v1/search/rebuild')))
    assert.ok(answers.some(({ status }) => status === 200))
    for (const answer of answers) if (answer.status !== 200) assertProblem(answer, 409, 'rebuild-running')
  })

  test('is for admins', async () => {
    assertProblem(await (await running.as('officer')).post('/v1/search/rebuild'), 403, 'wrong-role')
    assertProblem(await anonymous.post('/v1/search/rebuild'), 401, 'not-signed-in')
  })
})
