import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, offerContent, organisations } from '@techbridge/testkit'
import { act, drafted, edit, published, runOffers } from './offers.ts'

const people = await runOffers()

describe('an offer', () => {
  test('is drafted by a provider', async () => {
    const { body, headers } = await drafted(people.provider)
    assert.match(body.reference, /^TOCN\d{10}$/)
    assert.equal(headers.location, `/v1/offers/${body.id}`)
    assert.equal(headers.etag, '"1-edit.submit.withdraw"')
    assert.partialDeepStrictEqual(body, {
      version: 1,
      status: 'draft',
      level: 'full',
      revision: 0,
      organisation: organisations.university,
      content: offerContent(),
      createdAt: people.running.clock.now().toISOString(),
      actions: ['edit', 'submit', 'withdraw'],
    })
    const { body: read } = await people.provider.get(headers.location!).expect(200)
    assert.deepEqual(read, body)
  })

  test('is edited, submitted, returned, submitted again and published', async () => {
    const { provider, officer } = people
    const edited = await edit(provider, await drafted(provider), { trl: 8 }).expect(200)
    assert.equal(edited.body.content.trl, 8)
    const submitted = await act(provider, edited, 'submit').expect(200)
    assert.deepEqual([submitted.body.status, submitted.body.actions], ['underReview', ['withdraw']])
    const returned = await act(officer, submitted, 'return', { reason: 'Which patent?' }).expect(200)
    assert.equal(returned.body.status, 'draft')
    const seen = await provider.get(`/v1/offers/${returned.body.id}`).expect(200)
    assert.equal(seen.body.reviewReason, 'Which patent?')
    const again = await act(provider, returned, 'submit').expect(200)
    assert.equal('reviewReason' in again.body, false)
    const { body } = await act(officer, again, 'publish').expect(200)
    assert.partialDeepStrictEqual(body, { status: 'published', revision: 1, version: 6 })
    assert.equal(Date.parse(body.expiresAt) - Date.parse(body.publishedAt), 365 * 86_400_000)
  })

  test('tells its owner and officers its history, and nobody else', async () => {
    const { provider, officer, otherProvider, seeker, anonymous } = people
    const { body } = await published(people)
    const path = `/v1/offers/${body.id}/history`
    for (const who of [provider, officer]) {
      const { body: history } = await who.get(path).expect(200)
      const types = history.items.map(({ type }: { type: string }) => type.split('.')[2])
      assert.deepEqual(types, ['drafted', 'submitted', 'published'])
      assert.deepEqual(
        history.items.map(({ seq }: { seq: number }) => seq),
        [1, 2, 3],
      )
      assert.equal(history.items[2].by.role, 'officer')
      assert.equal('key' in history.items[0], false)
    }
    assertProblem(await otherProvider.get(path), 404, 'not-found')
    assertProblem(await seeker.get(path), 403, 'wrong-role')
    assertProblem(await anonymous.get(path), 401, 'not-signed-in')
  })

  test('publishes its events in order, each once its write is durable', async () => {
    const { body } = await published(people)
    await people.running.settle()
    const events = (await people.running.events()).filter(({ subject }) => subject === body.id)
    const once = [...new Set(events.map(({ id }) => id))]
    assert.deepEqual(
      once,
      [1, 2, 3].map((seq) => `${body.id}/${seq}`),
    )
    const { data } = events.at(-1) as { data: Record<string, unknown> }
    assert.deepEqual(data.content, offerContent())
  })

  test('is revised while what is public stays', async () => {
    const { provider, officer, anonymous } = people
    const offer = await published(people, { trl: 5 })
    const revising = await edit(provider, offer, { trl: 9 }).expect(200)
    assert.deepEqual([revising.body.status, revising.body.content.trl, revising.body.draft.trl], ['revising', 5, 9])
    const seen = await anonymous.get(`/v1/offers/${offer.body.id}`).expect(200)
    assert.deepEqual([seen.body.status, seen.body.content.trl, 'draft' in seen.body], ['published', 5, false])
    const submitted = await act(provider, revising, 'submit').expect(200)
    const { body } = await act(officer, submitted, 'publish').expect(200)
    assert.deepEqual([body.revision, body.content.trl, 'draft' in body], [2, 9, false])
  })

  test('is withdrawn with a reason, and then gone from the public', async () => {
    const { provider, anonymous, officer } = people
    const offer = await published(people)
    await act(provider, offer, 'withdraw', { reason: 'Licensed elsewhere.' }).expect(200)
    assertProblem(await anonymous.get(`/v1/offers/${offer.body.id}`), 404, 'not-found')
    const { body } = await officer.get(`/v1/offers/${offer.body.id}`).expect(200)
    assert.deepEqual([body.status, body.actions], ['withdrawn', []])
  })

  test('is rejected for good', async () => {
    const { provider, officer } = people
    const submitted = await act(provider, await drafted(provider), 'submit')
    const { body } = await act(officer, submitted, 'reject', { reason: 'Not a technology.' }).expect(200)
    assert.deepEqual([body.status, body.actions], ['rejected', []])
  })
})

describe('an action is refused', () => {
  test('that the status does not know, with what is allowed instead', async () => {
    const draft = await drafted(people.provider)
    const problem = assertProblem(await act(people.officer, draft, 'publish'), 409, 'illegal-transition')
    assert.deepEqual(problem.allowed, ['submit-on-behalf', 'withdraw'])
  })

  test('of a role that it is not for', async () => {
    const draft = await drafted(people.provider)
    assertProblem(await act(people.provider, draft, 'publish'), 403, 'wrong-role')
    assertProblem(await act(people.seeker, draft, 'submit'), 403, 'wrong-role')
    assertProblem(await people.officer.post('/v1/offers').send(offerContent()), 403, 'wrong-role')
    assertProblem(await people.seeker.post('/v1/offers').send(offerContent()), 403, 'wrong-role')
  })

  test('on what the caller may not see, as if it did not exist', async () => {
    const draft = await drafted(people.provider)
    assertProblem(await act(people.otherProvider, draft, 'submit'), 404, 'not-found')
    assertProblem(await edit(people.otherProvider, draft, {}), 404, 'not-found')
  })

  test('on what the caller sees but does not own', async () => {
    const offer = await published(people)
    const withdrawal = await act(people.otherProvider, offer, 'withdraw', { reason: 'mine' })
    assert.deepEqual(assertProblem(withdrawal, 403, 'not-yours-to-do').allowed, [])
  })

  test('without a reason where one is needed', async () => {
    const offer = await published(people)
    for (const body of [{}, { reason: '' }, { reason: '   ' }, { reason: 'x'.repeat(1001) }]) {
      const problem = assertProblem(await act(people.provider, offer, 'withdraw', body), 422, 'invalid')
      assert.deepEqual(
        problem.errors?.map(({ path }) => path),
        ['body.reason'],
      )
    }
  })
})

test('what was refused leaves no trace', async () => {
  const offer = await published(people)
  await act(people.otherProvider, offer, 'withdraw', { reason: 'mine' }).expect(403)
  await act(people.officer, offer, 'publish').expect(409)
  const { body, headers } = await people.provider.get(`/v1/offers/${offer.body.id}`)
  assert.deepEqual([body.version, headers.etag], [3, '"3-edit.withdraw"'])
})
