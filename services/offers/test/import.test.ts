import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, fieldsOf, offerContent, organisations } from '@techbridge/testkit'
import { runOffers } from './offers.ts'

const people = await runOffers()
type Agent = (typeof people)['provider']

const sendText = (who: Agent, text: string, query = '') =>
  who.post(`/v1/offers/import${query}`).set('Content-Type', 'application/x-ndjson').send(text)
const asked = 'request=By+letter+of+Professor+Li'
/** Officers say in the query who asked them. */
const send = (who: Agent, rows: unknown[], query = who === people.officer ? `?${asked}` : '') =>
  sendText(who, rows.map((row) => JSON.stringify(row)).join('\n'), query)
const row = (key: string, more: object = {}) => ({ key, content: offerContent(), ...more })
const forUniversity = { organisation: organisations.university }
const outcomes = (body: { rows: { outcome: string }[] }) => body.rows.map(({ outcome }) => outcome)

describe('an import', () => {
  test('drafts each row for the provider who sends it', async () => {
    const { body } = await send(people.provider, [row('a-1'), row('a-2')]).expect(200)
    assert.deepEqual(outcomes(body), ['created', 'created'])
    const offer = await people.provider.get(`/v1/offers/${body.rows[0].id}`).expect(200)
    assert.deepEqual([offer.body.status, offer.body.organisation], ['draft', organisations.university])
  })

  test('sent again leaves everything unchanged', async () => {
    const rows = [row('b-1'), row('b-2')]
    const first = await send(people.provider, rows).expect(200)
    const again = await send(people.provider, [...rows, row('b-3')]).expect(200)
    assert.deepEqual(outcomes(again.body), ['unchanged', 'unchanged', 'created'])
    assert.deepEqual(
      again.body.rows.slice(0, 2).map(({ id }: any) => id),
      first.body.rows.map(({ id }: any) => id),
    )
    const changed = await send(people.provider, [row('b-1', { content: offerContent({ trl: 1 }) })]).expect(200)
    assert.deepEqual(outcomes(changed.body), ['refused'])
    const [{ id, errors }] = changed.body.rows
    assert.deepEqual([id, errors[0].path], [first.body.rows[0].id, 'row.content'])
  })

  test('refuses a key that stands in the request already', async () => {
    const { body } = await send(people.provider, [row('c-1'), row('c-1'), row('c-1')]).expect(200)
    assert.deepEqual(outcomes(body), ['created', 'refused', 'refused'])
    assert.equal(body.rows[1].errors[0].path, 'row.key')
  })

  test('compares with what was imported, not with what became of it', async () => {
    const claims = [{ metric: 'water saved', value: -0, unit: '%' }]
    const rows = [row('n-1', { content: offerContent({ claims }) })]
    const { id } = (await send(people.provider, rows).expect(200)).body.rows[0]
    const path = `/v1/offers/${id}`
    await people.provider
      .put(path)
      .set('If-Match', '"1"')
      .send(offerContent({ trl: 1 }))
      .expect(200)
    const again = await send(people.provider, rows).expect(200)
    assert.deepEqual([outcomes(again.body), again.body.rows[0].id], [['unchanged'], id])
    assert.equal((await people.provider.get(path).expect(200)).body.version, 2)
  })

  test('keeps the keys of two organisations apart', async () => {
    const one = await send(people.provider, [row('d-1')]).expect(200)
    const other = await send(people.otherProvider, [row('d-1')]).expect(200)
    assert.notEqual(one.body.rows[0].id, other.body.rows[0].id)
    const both = [organisations.university, organisations.institute].map((organisation) => row('d-2', { organisation }))
    assert.deepEqual(outcomes((await send(people.officer, both).expect(200)).body), ['created', 'created'])
  })

  test('refuses rows one by one, with the path of each field', async () => {
    const broken = { ...offerContent(), trl: 12, texts: { en: { title: '', summary: 's', description: 'd' } } }
    const lines = [
      JSON.stringify(row('e-1')),
      '{"key": "e-2", ',
      JSON.stringify({ content: offerContent() }),
      JSON.stringify(row('e-4', { content: broken })),
      JSON.stringify(row('e-5', { colour: 'red' })),
      '[]',
      JSON.stringify(row('e-7')),
    ]
    const { body } = await sendText(people.provider, lines.join('\n')).expect(200)
    assert.deepEqual(outcomes(body), ['created', 'refused', 'refused', 'refused', 'refused', 'refused', 'created'])
    assert.deepEqual(
      body.rows.map((one: any) => one.errors?.map(({ path }: any) => path)),
      [
        undefined,
        ['row'],
        ['row.key'],
        ['row.content.trl', 'row.content.texts.en.title'],
        ['row.colour'],
        ['row'],
        undefined,
      ],
    )
    assert.deepEqual(
      body.rows.map(({ row }: any) => row),
      [1, 2, 3, 4, 5, 6, 7],
    )
  })

  test('numbers the lines of the request, blank ones included', async () => {
    const lines = ['', JSON.stringify(row('f-1')), '  ', 'nonsense', '']
    const { body } = await sendText(people.provider, lines.join('\r\n')).expect(200)
    assert.deepEqual(
      body.rows.map(({ row, outcome }: any) => [row, outcome]),
      [
        [2, 'created'],
        [4, 'refused'],
      ],
    )
  })

  test('takes 1 to 500 lines', async () => {
    for (const lines of ['', '\n \n', Array.from({ length: 501 }, () => '{}').join('\n')]) {
      assert.deepEqual(fieldsOf(assertProblem(await sendText(people.provider, lines), 422, 'invalid')), ['body'])
    }
    const { body } = await send(
      people.provider,
      Array.from({ length: 500 }, (_, place) => row(`g-${place}`)),
    ).expect(200)
    assert.deepEqual(new Set(outcomes(body)), new Set(['created']))
    const ids = new Set(body.rows.map(({ id }: any) => id))
    assert.equal(ids.size, 500)
  })

  test('of very many lines is refused before it is read', async () => {
    const lines = '1\n'.repeat(1_000_000)
    assert.deepEqual(fieldsOf(assertProblem(await sendText(people.provider, lines), 422, 'invalid')), ['body'])
  })

  test('is of newline-delimited JSON', async () => {
    assertProblem(await people.provider.post('/v1/offers/import').send([row('h')]), 415, 'unsupported-media-type')
  })
})

describe('an import on behalf of others', () => {
  test('is for officers, who name the organisation', async () => {
    const { body } = await send(people.officer, [row('i-1', forUniversity), row('i-2')]).expect(200)
    assert.deepEqual(outcomes(body), ['created', 'refused'])
    assert.deepEqual(
      body.rows[1].errors.map(({ path }: any) => path),
      ['row.organisation'],
    )
    await people.provider.get(`/v1/offers/${body.rows[0].id}`).expect(200)
  })

  test('is not for providers', async () => {
    const { body } = await send(people.otherProvider, [row('j-1', forUniversity)]).expect(200)
    assert.deepEqual(outcomes(body), ['refused'])
    assert.deepEqual(
      body.rows[0].errors.map(({ path }: any) => path),
      ['row.organisation'],
    )
  })

  test('does not let a provider dress up as something else', async () => {
    const organisation = { ...organisations.university, name: 'Another Name', country: 'DE', kind: 'large' }
    const { body } = await send(people.provider, [row('k-1', { organisation })]).expect(200)
    assert.equal(body.rows[0].outcome, 'created')
    const offer = await people.provider.get(`/v1/offers/${body.rows[0].id}`).expect(200)
    assert.deepEqual(offer.body.organisation, organisations.university)
  })
})

describe('an import that publishes', () => {
  test('is for officers', async () => {
    assertProblem(await send(people.provider, [row('l-1')], '?publish=true'), 403, 'publish-needs-officer')
    const { body } = await send(people.officer, [row('l-1', forUniversity)], `?publish=true&${asked}`).expect(200)
    const offer = await people.anonymous.get(`/v1/offers/${body.rows[0].id}`).expect(200)
    assert.equal(offer.body.status, 'published')
    const history = await people.provider.get(`/v1/offers/${body.rows[0].id}/history`).expect(200)
    for (const { data } of history.body.items.slice(0, 2)) assert.equal(data.request, 'By letter of Professor Li')
  })

  test('by an officer says who asked for it', async () => {
    for (const query of ['', '?publish=true', '?request=', '?request=+']) {
      const refused = await send(people.officer, [row('l-2', forUniversity)], query)
      assert.deepEqual(
        fieldsOf(assertProblem(refused, 400, query.includes('request') ? 'invalid' : 'request-needed')),
        ['query.request'],
      )
    }
  })

  test('refuses the row of an anonymous profile whose public text tells whose it is', async () => {
    const { texts } = offerContent()
    const content = offerContent({
      anonymous: true,
      texts: { en: { ...texts.en!, summary: 'Call Professor Li, 0871-6503 1234, at Dianchi University.' } },
    })
    const { body } = await send(
      people.officer,
      [row('l-3', { ...forUniversity, content }), row('l-4', forUniversity)],
      `?publish=true&${asked}`,
    )
    assert.deepEqual(outcomes(body), ['refused', 'created'])
    assert.deepEqual([...new Set(body.rows[0].errors.map(({ path }: any) => path))], ['row.content.texts.en.summary'])
  })

  test('is not for seekers and strangers', async () => {
    assertProblem(await send(people.seeker, [row('m-1')]), 403, 'wrong-role')
    assertProblem(await send(people.anonymous, [row('m-1')]), 401, 'not-signed-in')
  })
})
