import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { assertProblem, needContent, organisations, startService } from '@techbridge/testkit'
import { createNeeds } from '../src/service.ts'

const running = await startService({ needs: createNeeds })
after(running.close)
const seeker = await running.as('seeker')
const officer = await running.as('officer')
const provider = await running.as('provider')
const { anonymous } = running

type Answer = Awaited<ReturnType<(typeof seeker)['get']>>
const act = (who: typeof seeker, { body, headers }: Answer, action: string) =>
  who.post(`/v1/needs/${body.id}/${action}`).set('If-Match', headers.etag!)

const published = async (overrides: Parameters<typeof needContent>[0] = {}): Promise<Answer> => {
  const draft = await seeker.post('/v1/needs').send(needContent(overrides)).expect(201)
  return act(officer, await act(seeker, draft, 'submit').expect(200), 'publish').expect(200)
}

describe('a need', () => {
  test('is written by a seeker and published by an officer', async () => {
    const { body } = await published()
    assert.match(body.id, /^need_[0-9a-f]{24}$/)
    assert.match(body.reference, /^TRVN\d{10}$/)
    assert.deepEqual([body.status, body.organisation], ['published', organisations.cooperative])
    await running.settle()
    const types = (await running.events()).map(({ type }) => type)
    assert.deepEqual([...new Set(types)].toSorted(), [
      'techbridge.need.drafted.v1',
      'techbridge.need.published.v1',
      'techbridge.need.submitted.v1',
    ])
  })

  test('is kept as plain text, and the answer says what was changed', async () => {
    const text = { title: '<b>ทุเรียน</b>', summary: '10<sup>6</sup> &amp; x < 5', description: 'd' }
    const { body } = await seeker
      .post('/v1/needs')
      .send(needContent({ texts: { en: text } }))
      .expect(201)
    assert.deepEqual(body.content.texts.en, { title: 'ทุเรียน', summary: '10⁶ & x < 5', description: 'd' })
    assert.deepEqual(
      body.changed.map(({ path }: { path: string }) => path),
      ['body.texts.en.title', 'body.texts.en.summary'],
    )
  })

  test('is not for providers to write', async () => {
    assertProblem(await provider.post('/v1/needs').send(needContent()), 403, 'wrong-role')
    const { body, headers } = await published()
    const edit = provider.put(`/v1/needs/${body.id}`).set('If-Match', headers.etag!).send(needContent())
    assertProblem(await edit, 403, 'wrong-role')
  })

  test('shows everyone its abstract: no description, no budget', async () => {
    const { body: full } = await published()
    assert.ok('budget' in full.content && full.content.texts.en.description)
    const { body, text } = await anonymous.get(`/v1/needs/${full.id}`).expect(200)
    assert.deepEqual([body.level, 'budget' in body.content], ['abstract', false])
    assert.equal(text.includes('Emitters clog'), false)
    assert.deepEqual((await provider.get(`/v1/needs/${full.id}`)).body, body)
  })

  test('names no organisation that wants to be anonymous', async () => {
    const { body } = await published({ anonymous: true })
    const { text } = await provider.get(`/v1/needs/${body.id}`).expect(200)
    assert.equal(text.includes(organisations.cooperative.id), false)
  })

  test('is not an offer', async () => {
    const offer = { ...needContent(), type: 'TO' }
    const problem = assertProblem(await seeker.post('/v1/needs').send(offer), 422, 'invalid')
    assert.deepEqual(
      problem.errors?.map(({ path }) => path),
      ['body.type'],
    )
  })

  test('is imported and published by officers', async () => {
    const row = { key: 'n-1', organisation: organisations.factory, content: needContent() }
    const { body } = await officer
      .post('/v1/needs/import?publish=true&request=By+letter')
      .set('Content-Type', 'application/x-ndjson')
      .send(JSON.stringify(row))
      .expect(200)
    assert.equal(body.rows[0].outcome, 'created')
    const seen = await anonymous.get(`/v1/needs/${body.rows[0].id}`).expect(200)
    assert.deepEqual(seen.body.organisation, organisations.factory)
  })
})
