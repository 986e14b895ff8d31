import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, fieldsOf, offerContent } from '@techbridge/testkit'
import { act, drafted, edit, published, runOffers } from './offers.ts'

const people = await runOffers()

describe('If-Match', () => {
  const submit = (id: string, ifMatch?: string) => {
    const request = people.provider.post(`/v1/offers/${id}/submit`)
    return ifMatch === undefined ? request : request.set('If-Match', ifMatch)
  }

  test('is needed for every change', async () => {
    const { body } = await drafted(people.provider)
    assert.deepEqual(fieldsOf(assertProblem(await submit(body.id), 428, 'if-match-needed')), ['header.if-match'])
    assertProblem(await people.provider.put(`/v1/offers/${body.id}`).send(offerContent()), 428, 'if-match-needed')
  })

  test('must name the version that stands', async () => {
    const draft = await drafted(people.provider)
    await edit(people.provider, draft, { trl: 8 }).expect(200)
    assertProblem(await act(people.provider, draft, 'submit'), 412, 'stale-version')
    assertProblem(await edit(people.provider, draft, { trl: 3 }), 412, 'stale-version')
    assertProblem(await submit(draft.body.id, '"99"'), 412, 'stale-version')
  })

  test('must be an ETag', async () => {
    const { body } = await drafted(people.provider)
    for (const wrong of ['1', 'W/"1"', '"one"', '"1', '"-1"', '"1.0"', '"1", x', '""', '"12345678901"']) {
      const problem = assertProblem(await submit(body.id, wrong), 400, 'bad-if-match')
      assert.deepEqual(fieldsOf(problem), ['header.if-match'])
    }
  })

  test('takes * for any version, and a list for any of it', async () => {
    await submit((await drafted(people.provider)).body.id, '*').expect(200)
    await submit((await drafted(people.provider)).body.id, '"7", "1"').expect(200)
    assertProblem(await submit((await drafted(people.provider)).body.id, '"7", "8"'), 412, 'stale-version')
  })

  test('lets one of many concurrent changes through', async () => {
    const draft = await drafted(people.provider)
    // None asks for the TRL that stands: an edit that changes nothing is let through as well.
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, place) => edit(people.provider, draft, { trl: (place % 6) + 1 })),
    )
    const statuses = answers.map(({ status }) => status).toSorted()
    assert.deepEqual(statuses, [200, ...Array.from({ length: 9 }, () => 412)])
  })
})

describe('If-None-Match', () => {
  test('with the version that stands is answered by 304 without a body', async () => {
    const { body, headers } = await drafted(people.provider)
    const path = `/v1/offers/${body.id}`
    const answer = await people.provider.get(path).set('If-None-Match', headers.etag!)
    assert.deepEqual([answer.status, answer.text, answer.headers.etag], [304, '', headers.etag])
    await people.provider.get(path).set('If-None-Match', '"0"').expect(200)
    const officers = await people.officer.get(path).set('If-None-Match', headers.etag!).expect(200)
    assert.notDeepEqual(officers.body.actions, body.actions)
    await edit(people.provider, { body, headers } as never, { trl: 8 }).expect(200)
    await people.provider.get(path).set('If-None-Match', headers.etag!).expect(200)
  })

  test('keeps nobody from being refused', async () => {
    const { body, headers } = await drafted(people.provider)
    const answer = await people.anonymous.get(`/v1/offers/${body.id}`).set('If-None-Match', headers.etag!)
    assertProblem(answer, 404, 'not-found')
  })
})

describe('Idempotency-Key', () => {
  const create = (key: string, overrides = {}, who = people.provider) =>
    who.post('/v1/offers').set('Idempotency-Key', key).send(offerContent(overrides))

  test('makes a repeated creation give the first one again', async () => {
    const first = await create('creation-1').expect(201)
    assert.equal(first.headers['idempotency-replayed'], undefined)
    const again = await create('creation-1').expect(201)
    assert.equal(again.headers['idempotency-replayed'], 'true')
    assert.deepEqual(again.body, first.body)
    assert.notEqual((await create('creation-2').expect(201)).body.id, first.body.id)
  })

  test('makes one of many concurrent creations', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create('creation-at-once')))
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]))
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1)
    assert.equal(answers.filter(({ headers }) => headers['idempotency-replayed']).length, 7)
  })

  test('is refused with another content, and is each caller’s own', async () => {
    const { body } = await create('creation-3').expect(201)
    assertProblem(await create('creation-3', { trl: 2 }), 422, 'idempotency-key-reused')
    const other = await create('creation-3', {}, people.otherProvider).expect(201)
    assert.notEqual(other.body.id, body.id)
  })

  test('makes a repeated action act once, although the version has moved on', async () => {
    const draft = await drafted(people.provider)
    const first = await act(people.provider, draft, 'submit').set('Idempotency-Key', 'submit-1').expect(200)
    const again = await act(people.provider, draft, 'submit').set('Idempotency-Key', 'submit-1').expect(200)
    assert.equal(again.headers['idempotency-replayed'], 'true')
    assert.deepEqual([again.body.version, again.headers.etag], [2, first.headers.etag])
    assertProblem(await act(people.provider, draft, 'submit').set('Idempotency-Key', 'submit-2'), 412, 'stale-version')
  })

  test('is refused on another action of the same record', async () => {
    const offer = await published(people)
    const withdraw = (reason: string) =>
      act(people.provider, offer, 'withdraw', { reason }).set('Idempotency-Key', 'withdraw-1')
    await withdraw('sold').expect(200)
    assertProblem(await withdraw('sold twice'), 422, 'idempotency-key-reused')
  })

  test('must be visible ASCII of at most 200 characters', async () => {
    for (const wrong of ['with space', 'x'.repeat(201)]) {
      const problem = assertProblem(await create(wrong), 400, 'bad-idempotency-key')
      assert.deepEqual(fieldsOf(problem), ['header.idempotency-key'])
    }
    await create('x'.repeat(200)).expect(201)
  })
})
