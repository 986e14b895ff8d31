import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, fieldsOf, offerContent, organisations } from '@techbridge/testkit'
import { act, drafted, edit, published, runOffers } from './offers.ts'

const people = await runOffers()
const { provider, officer, running } = people
const colleague = await running.agent('officer', organisations.university)
type Answer = Awaited<ReturnType<typeof drafted>>
const readBy = (who: typeof officer, { body }: Answer) => who.get(`/v1/offers/${body.id}`).expect(200)

describe('a draft that its owner never submitted', () => {
  test('is not submitted by an officer as if the owner had', async () => {
    const draft = await drafted(provider)
    assertProblem(await act(officer, draft, 'submit'), 403, 'wrong-role')
    assertProblem(await act(officer, draft, 'publish'), 409, 'illegal-transition')
    assert.ok(!(await readBy(officer, draft)).body.actions.includes('submit'))
  })

  test('is submitted by an officer whom the owner asked, which the history records', async () => {
    const draft = await drafted(provider)
    for (const body of [{}, { request: ' ' }, { request: 'x', why: 'y' }])
      assertProblem(await act(officer, draft, 'submit-on-behalf', body), 422, 'invalid')
    assertProblem(await act(provider, draft, 'submit-on-behalf', { request: 'x' }), 403, 'wrong-role')
    const request = 'Asked by telephone on 24 November, Dr Li.'
    const submitted = await act(officer, draft, 'submit-on-behalf', { request }).expect(200)
    assert.equal(submitted.body.status, 'underReview')
    const { body: history } = await provider.get(`/v1/offers/${draft.body.id}/history`).expect(200)
    assert.equal(history.items.at(-1).data.request, request)
    assert.equal((await act(officer, submitted, 'publish').expect(200)).body.status, 'published')
  })
})

describe('an officer of the profile’s own organisation', () => {
  test('does not decide on it', async () => {
    const submitted = await act(provider, await drafted(provider), 'submit').expect(200)
    for (const [action, body] of [['publish'], ['return', { reason: 'x' }], ['reject', { reason: 'x' }]] as const)
      assertProblem(await act(colleague, submitted, action, body), 409, 'guard-own-organisation')
    const { body } = await readBy(colleague, submitted)
    for (const action of ['publish', 'return', 'reject']) assert.ok(!body.actions.includes(action), action)
    assert.ok((await readBy(officer, submitted)).body.actions.includes('publish'))
    await act(officer, submitted, 'publish').expect(200)
  })

  test('decides when the owner asked for it and the history records that', async () => {
    const draft = await drafted(provider)
    const submitted = await act(colleague, draft, 'submit-on-behalf', { request: 'Dr Li, in person.' }).expect(200)
    assert.equal((await act(colleague, submitted, 'publish').expect(200)).body.status, 'published')
  })

  test('does not decide on the next revision, which the owner submits', async () => {
    const draft = await drafted(provider)
    const submitted = await act(colleague, draft, 'submit-on-behalf', { request: 'Dr Li, in person.' }).expect(200)
    const first = await act(colleague, submitted, 'publish').expect(200)
    const again = await act(provider, await edit(provider, first, { trl: 9 }).expect(200), 'submit').expect(200)
    assertProblem(await act(colleague, again, 'publish'), 409, 'guard-own-organisation')
  })
})

test('an edit that changes nothing makes no version', async () => {
  const draft = await drafted(provider)
  const same = await edit(provider, draft, {}).expect(200)
  assert.deepEqual([same.body.version, same.headers.etag], [draft.body.version, draft.headers.etag])
  const { en } = offerContent().texts
  const [composed, decomposed] = ['Máy sấy', 'Máy sấy'.normalize('NFD')].map((title) => ({
    texts: { en: { ...en!, title } },
  }))
  const accented = await edit(provider, same, composed!).expect(200)
  assert.equal((await edit(provider, accented, decomposed!).expect(200)).body.version, accented.body.version)
  const live = await published(people)
  const edited = await edit(provider, live, {}).expect(200)
  assert.deepEqual([edited.body.status, edited.body.version], ['published', live.body.version])
})

describe('the public text of an anonymous profile', () => {
  const { texts } = offerContent()
  const summary = 'Write to li.ming@dianchi.edu.cn.'
  const anonymous = { anonymous: true, texts: { en: { ...texts.en!, summary } } }

  test('with contact data is refused at submit, with its place', async () => {
    const draft = await edit(provider, await drafted(provider), anonymous).expect(200)
    const refused = assertProblem(await act(provider, draft, 'submit'), 422, 'contact-data')
    assert.deepEqual(fieldsOf(refused), ['content.texts.en.summary'])
    assert.match(JSON.stringify(refused), /character 10.*li\.ming@dianchi\.edu\.cn/)
    assertProblem(await act(officer, draft, 'submit-on-behalf', { request: 'x' }), 422, 'contact-data')
    assert.equal((await readBy(provider, draft)).body.warnings[0].code, 'contact-data')
  })

  test('passes once an officer let a false alarm pass, and is refused again when more is added', async () => {
    const draft = await edit(provider, await drafted(provider), anonymous).expect(200)
    assertProblem(await act(provider, draft, 'allow-contact-data', { reason: 'x' }), 403, 'wrong-role')
    const allowed = await act(officer, draft, 'allow-contact-data', { reason: 'A sample address.' }).expect(200)
    const more = { ...anonymous, texts: { en: { ...anonymous.texts.en, title: 'Ask www.dianchi.edu.cn' } } }
    const worse = await edit(provider, allowed, more).expect(200)
    assert.deepEqual(fieldsOf(assertProblem(await act(provider, worse, 'submit'), 422, 'contact-data')), [
      'content.texts.en.title',
    ])
    const better = await edit(provider, worse, anonymous).expect(200)
    const submitted = await act(provider, better, 'submit').expect(200)
    assert.equal((await act(officer, submitted, 'publish').expect(200)).body.status, 'published')
    const { body: history } = await provider.get(`/v1/offers/${draft.body.id}/history`).expect(200)
    assert.ok(
      history.items.some(
        ({ type, data }: any) => type.endsWith('contact-data-allowed.v1') && data.reason === 'A sample address.',
      ),
    )
  })

  test('is not vouched for by an officer of its own organisation', async () => {
    const draft = await edit(provider, await drafted(provider), anonymous).expect(200)
    assertProblem(await act(colleague, draft, 'allow-contact-data', { reason: 'x' }), 409, 'guard-own-organisation')
  })

  test('that is named is only warned of', async () => {
    const draft = await edit(provider, await drafted(provider), { ...anonymous, anonymous: false }).expect(200)
    assert.deepEqual(
      draft.body.warnings.map(({ code, path }: any) => [code, path]),
      [['contact-data', 'content.texts.en.summary']],
    )
    const submitted = await act(provider, draft, 'submit').expect(200)
    const { body } = await act(officer, submitted, 'publish').expect(200)
    assert.equal('warnings' in (await readBy(people.anonymous, { body } as Answer)).body, false)
  })

  test('that has nothing to let pass is no false alarm', async () => {
    assertProblem(
      await act(officer, await drafted(provider), 'allow-contact-data', { reason: 'x' }),
      409,
      'guard-contact-data',
    )
  })
})
