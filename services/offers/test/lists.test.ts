import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, fieldsOf } from '@techbridge/testkit'
import { act, drafted, edit, published, runOffers } from './offers.ts'

const people = await runOffers()
const own: Record<string, string> = {}
const others: Record<string, string> = {}

const { provider, otherProvider, officer, running } = people
const next = <T>(value: T) => {
  running.clock.advance({ days: 1 })
  return value
}
own.draft = next(await drafted(provider)).body.id
own.review = next(await act(provider, await drafted(provider), 'submit')).body.id
own.published = next(await published(people)).body.id
own.revising = next(await edit(provider, await published(people), { trl: 9 })).body.id
own.withdrawn = next(await act(provider, await published(people), 'withdraw', { reason: 'sold' })).body.id
others.draft = next(await drafted(otherProvider)).body.id
others.published = next(await published({ provider: otherProvider, officer })).body.id

type Agent = (typeof people)['provider']
const list = async (who: Agent, query = '') => {
  const { body } = await who.get(`/v1/offers?limit=100${query}`).expect(200)
  return body.items.map(({ id }: { id: string }) => id) as string[]
}

describe('a list of offers', () => {
  test('holds for everyone what is public, newest first', async () => {
    const expected = [others.published, own.revising, own.published]
    assert.deepEqual(await list(people.anonymous), expected)
    assert.deepEqual(await list(people.seeker), expected)
  })

  test('holds for a provider its own besides', async () => {
    const expected = [others.published, own.withdrawn, own.revising, own.published, own.review, own.draft]
    assert.deepEqual(await list(people.provider), expected)
    assert.deepEqual(await list(people.provider, '&mine=true'), expected.slice(1))
    assert.deepEqual(await list(people.otherProvider, '&mine=true'), [others.published, others.draft])
  })

  test('holds for an officer everything', async () => {
    const all = [...Object.values(own), ...Object.values(others)].toReversed()
    assert.deepEqual(await list(people.officer), all)
    assert.deepEqual(await list(people.officer, '&mine=true'), [])
  })

  test('of a status holds what the caller may see of it', async () => {
    assert.deepEqual(await list(people.anonymous, '&status=draft'), [])
    assert.deepEqual(await list(people.anonymous, '&status=revising'), [])
    assert.deepEqual(await list(people.anonymous, '&status=published'), [others.published, own.revising, own.published])
    assert.deepEqual(await list(people.provider, '&status=draft'), [own.draft])
    assert.deepEqual(await list(people.provider, '&status=revising'), [own.revising])
    assert.deepEqual(await list(people.officer, '&status=draft'), [others.draft, own.draft])
    assert.deepEqual(await list(people.anonymous, '&mine=true'), [])
  })

  test('shows strangers abstracts, and each its actions', async () => {
    const { body } = await people.otherProvider.get('/v1/offers').expect(200)
    for (const { id, level, actions } of body.items) {
      const mine = Object.values(others).includes(id)
      assert.equal(level, mine ? 'full' : 'abstract')
      assert.equal(actions.length > 0, mine)
    }
  })
})

test('does not tell others in which order the profiles of one day were written', async () => {
  const sameDay: string[] = []
  for (let n = 0; n < 6; n++) sameDay.push((await published(people)).body.id)
  const seen = (await list(people.anonymous)).filter((id) => sameDay.includes(id))
  assert.deepEqual(seen, sameDay.toSorted().toReversed())
  const mine = (await list(people.provider, '&mine=true')).filter((id) => sameDay.includes(id))
  assert.equal(mine.length, 6)
  const { body } = await people.anonymous.get('/v1/offers?limit=1').expect(200)
  const [item] = body.items
  for (const time of [item.createdAt, item.publishedAt, item.expiresAt]) assert.match(time, /T00:00:00\.000Z$/)
  assert.match(Buffer.from(body.next, 'base64url').toString(), /T00:00:00\.000Z/)
})

describe('pages', () => {
  test('of any size miss none and repeat none', async () => {
    const all = await list(people.officer)
    for (const limit of [1, 2, 3, 6, 7, 100]) {
      const seen: string[] = []
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const path = `/v1/offers?limit=${limit}${cursor && `&cursor=${cursor}`}`
        const { body } = (await people.officer.get(path).expect(200)) as { body: any }
        assert.ok(body.items.length <= limit && body.items.length > 0)
        seen.push(...body.items.map(({ id }: { id: string }) => id))
        cursor = body.next
      }
      assert.deepEqual(seen, all)
    }
  })

  test('a path that cannot be read is refused as such', async () => {
    for (const id of ['%ff', '%', '%e0%a4%a', 'offer_%zz']) {
      const problem = assertProblem(await people.officer.get(`/v1/offers/${id}`), 400, 'bad-request')
      assert.deepEqual(fieldsOf(problem), ['path'])
    }
  })

  test('refuse a cursor that no list gave', async () => {
    const { body } = await people.officer.get('/v1/offers?limit=1').expect(200)
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const wrong = [
      'x',
      body.next.slice(2),
      encode({}),
      encode(['a']),
      encode([1, 2]),
      encode([null, 'a']),
      encode([[], 'a']),
      Buffer.from('[1e999,"a"]').toString('base64url'),
    ]
    for (const cursor of wrong) {
      const problem = assertProblem(await people.officer.get(`/v1/offers?cursor=${cursor}`), 400, 'bad-cursor')
      assert.deepEqual(fieldsOf(problem), ['query.cursor'])
    }
  })

  test('have 1 to 100 items', async () => {
    for (const limit of ['0', '101', '-1', '1.5', 'ten', '']) {
      const problem = assertProblem(await people.anonymous.get(`/v1/offers?limit=${limit}`), 400, 'invalid')
      assert.deepEqual(fieldsOf(problem), ['query.limit'])
    }
  })
})
