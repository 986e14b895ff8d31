import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { message, messageAt, type OfferContent, type Organisation, offerEvents } from '@techbridge/contracts'
import { keptSecret, openAdapters } from '@techbridge/process'
import { assertProblem, fieldsOf, offerContent, organisations, startService } from '@techbridge/testkit'
import { pino } from 'pino'
import { createOffers } from '../src/service.ts'
import { act, drafted, runOffers } from './offers.ts'

const people = await runOffers()
const { provider, officer } = people

const marked = {
  th: {
    title: 'เครื่อง<b>อบ</b>แห้ง&nbsp;ทุเรียน',
    summary: '<p>ลดความชื้น</p><ul><li>ประหยัด</li><li>ปลอดภัย</li></ul>',
    description: 'อุณหภูมิ &amp;lt; 45 &deg;C และ 10<sup>6</sup> CFU/g',
  },
  my: { title: '<span lang=MY>စပါး</span>', summary: 'AT&T, x < 5', description: '<i>E. coli</i> photo-\nvoltaic' },
  vi: {
    title: 'Tưới &quot;nhỏ giọt&quot;',
    summary: '![Ảnh](a.png) [bài báo](https://a.vn)',
    description: 'đấ\u00adt',
  },
}
const plain = {
  th: {
    title: 'เครื่องอบแห้ง ทุเรียน',
    summary: 'ลดความชื้น\n\n- ประหยัด\n- ปลอดภัย',
    description: 'อุณหภูมิ < 45 °C และ 10⁶ CFU/g',
  },
  my: { title: 'စပါး', summary: 'AT&T, x < 5', description: 'E. coli photovoltaic' },
  vi: { title: 'Tưới "nhỏ giọt"', summary: 'Ảnh bài báo', description: 'đất' },
}
const written = { originalLanguage: 'th', texts: marked, keywords: { technology: ['R&amp;D'] } }
const pathsOf = (changes: { path: string }[]) => changes.map(({ path }) => path)

describe('an offer', () => {
  test('is kept as plain text in every language, and the answer says what was changed', async () => {
    const { body } = await drafted(provider, written)
    assert.deepEqual(body.content.texts, plain)
    assert.deepEqual(body.content.keywords.technology, ['R&D'])
    assert.deepEqual(pathsOf(body.changed), [
      'body.keywords.technology.0',
      ...['title', 'summary', 'description'].map((part) => `body.texts.th.${part}`),
      ...['title', 'description'].map((part) => `body.texts.my.${part}`),
      ...['title', 'summary', 'description'].map((part) => `body.texts.vi.${part}`),
    ])
    assert.equal(body.changed[0].message, '"R&amp;D" became "R&D"')
    const { body: read } = await provider.get(`/v1/offers/${body.id}`).expect(200)
    const { changed: _, ...shown } = body
    assert.deepEqual(read, shown)
  })

  test('that is sent back as it was answered is not changed', async () => {
    const { body, headers } = await drafted(provider, written)
    const again = await provider
      .put(`/v1/offers/${body.id}`)
      .set('If-Match', headers.etag!)
      .send(body.content)
      .expect(200)
    assert.deepEqual([again.body.version, 'changed' in again.body], [1, false])
  })

  test('gets the same answer when its request is repeated', async () => {
    const post = () => provider.post('/v1/offers').set('Idempotency-Key', 'plain').send(offerContent(written))
    const first = await post().expect(201)
    const again = await post().expect(201)
    assert.equal(again.headers['idempotency-replayed'], 'true')
    assert.ok(first.body.changed.length > 0)
    assert.deepEqual(again.body, first.body)
  })

  test('is measured as it is kept', async () => {
    const text = { title: '<b>x</b>'.repeat(256), summary: 's', description: 'd' }
    const { body } = await provider
      .post('/v1/offers')
      .send({ ...offerContent(), texts: { en: text } })
      .expect(201)
    assert.equal(body.content.texts.en.title, 'x'.repeat(256))
    const long = { ...text, title: '<b>x</b>'.repeat(257) }
    const refused = await provider.post('/v1/offers').send({ ...offerContent(), texts: { en: long } })
    assert.deepEqual(fieldsOf(assertProblem(refused, 422, 'invalid')), ['body.texts.en.title'])
  })

  test('is refused with the place of what cannot be plain', async () => {
    const text = { title: '<b>a</b>\u202eb', summary: 'a \ue123', description: '&#x202e;' }
    const refused = await provider.post('/v1/offers').send({ ...offerContent(), texts: { en: text } })
    const { errors } = assertProblem(refused, 422, 'invalid') as { errors: { path: string; message: string }[] }
    assert.deepEqual(
      errors.map(({ path, message }) => [path, message.match(/character \d+/)?.[0]]),
      [
        ['body.texts.en.title', 'character 9'],
        ['body.texts.en.summary', 'character 3'],
        ['body.texts.en.description', 'character 1'],
      ],
    )
  })

  test('tells of fifty changes at most', async () => {
    const claims = Array.from({ length: 20 }, () => ({
      metric: '<i>m</i>',
      value: 1,
      unit: 'm<sup>3</sup>',
      conditions: '<b>c</b>',
    }))
    const { body } = await drafted(provider, { claims })
    assert.equal(body.changed.length, 50)
    assert.deepEqual(body.changed.at(-1), messageAt('body', message('change.more', { count: 11 })))
  })
})

test('the reason of an action is made plain', async () => {
  const submitted = await act(provider, await drafted(provider), 'submit').expect(200)
  const { body } = await act(officer, submitted, 'return', { reason: '<p>Which patent?</p><p>A &amp; B</p>' }).expect(
    200,
  )
  assert.equal(body.reviewReason, 'Which patent?\n\nA & B')
  assert.deepEqual(pathsOf(body.changed), ['body.reason'])
})

test('an organisation is named in plain text, whatever its token says', async () => {
  const organisation: Organisation = { ...organisations.institute, name: '<b>Viện</b> Sông&nbsp;Hồng' }
  const { body: token } = await people.anonymous.post('/v1/tokens').send({ role: 'provider', organisation }).expect(201)
  assert.deepEqual(pathsOf(token.changed), ['body.organisation.name'])
  const { body } = await drafted(await people.running.agent('provider', organisation))
  assert.equal(body.organisation.name, 'Viện Sông Hồng')
})

describe('an import', () => {
  const send = (rows: object[], query = '') =>
    provider
      .post(`/v1/offers/import${query}`)
      .set('Content-Type', 'application/x-ndjson')
      .send(rows.map((row) => JSON.stringify(row)).join('\n'))
      .expect(200)

  test('tells the changes of each row, ten at most, and counts all of them', async () => {
    const claims = Array.from({ length: 6 }, () => ({ metric: '<i>m</i>', value: 1, unit: 'm<sup>3</sup>' }))
    const rows = [
      { key: '<b>1</b>', content: offerContent(written) },
      { key: '2', content: offerContent() },
      { key: '3', content: offerContent({ claims }) },
      { key: '4', content: { ...offerContent(written), trl: 12 } },
    ]
    const { body } = await send(rows)
    assert.deepEqual(
      body.rows.map(({ key, outcome, changed }: any) => [key, outcome, changed?.length]),
      [
        ['<b>1</b>', 'created', 9],
        ['2', 'created', undefined],
        ['3', 'created', 10],
        [undefined, 'refused', undefined],
      ],
    )
    assert.equal(body.textsChanged, 21)
    assert.equal(body.rows[0].changed[0].path, 'row.content.keywords.technology.0')
    assert.deepEqual(body.rows[2].changed.at(-1), messageAt('row', message('change.more', { count: 3 })))
    const again = await send(rows)
    assert.deepEqual(
      again.body.rows.map(({ outcome }: any) => outcome),
      ['unchanged', 'unchanged', 'unchanged', 'refused'],
    )
    const read = await provider.get(`/v1/offers/${body.rows[0].id}`).expect(200)
    assert.deepEqual(read.body.content.texts, plain)
  })

  test('makes the request of the owners plain', async () => {
    const { body } = await officer
      .post('/v1/offers/import')
      .query({ request: '<i>By letter</i>' })
      .set('Content-Type', 'application/x-ndjson')
      .send(JSON.stringify({ key: 'r', organisation: organisations.university, content: offerContent() }))
      .expect(200)
    assert.deepEqual(pathsOf(body.changed), ['query.request'])
    const history = await provider.get(`/v1/offers/${body.rows[0].id}/history`).expect(200)
    assert.equal(history.body.items[0].data.request, 'By letter')
  })
})

describe('an offer that an earlier version kept with its markup', async () => {
  const id = 'offer_0123456789abcdef01234567'
  const at = '2026-01-05T09:00:00.000Z'
  const organisation = { ...organisations.university, name: 'Dianchi <i>University</i>' }
  const content = offerContent(written) as OfferContent
  const reference = 'TOCN20260105001'
  const history = [
    {
      seq: 1,
      type: offerEvents.drafted.type,
      at,
      by: { subject: 'provider', role: 'provider', organisation: organisation.id },
      data: { id, reference, type: 'TO', organisation, content },
    },
  ]
  const state = {
    id,
    reference,
    organisation,
    status: 'draft',
    revision: 0,
    draft: content,
    createdAt: at,
    noticed: false,
    renewed: false,
  }
  const running = await startService(
    { offers: createOffers },
    {
      prepare: async (DATA_DIR) => {
        await keptSecret(DATA_DIR)
        const adapters = await openAdapters({ DATA_DIR }, pino({ level: 'silent' }))
        const indexes = ['pendingSince', 'dueAt', 'status', 'organisation', 'createdAt', 'createdOn']
        const offers = await adapters.storeOf('offers').collection<any>('offers', { indexes })
        const indexed = { status: 'draft', organisation: organisation.id, createdAt: at, createdOn: at }
        await offers.insert({ _id: id, version: 1, ...indexed, state, history, outbox: [] })
        await adapters.close()
      },
    },
  )
  after(running.close)
  const owner = await running.as('provider')
  const reader = await running.as('officer')

  test('is shown, listed and told as plain text', async () => {
    const { body } = await reader.get(`/v1/offers/${id}`).expect(200)
    assert.deepEqual([body.content.texts, body.organisation.name], [plain, 'Dianchi University'])
    const { body: list } = await reader.get('/v1/offers').expect(200)
    assert.deepEqual(list.items[0].content.texts, plain)
    const { body: told } = await reader.get(`/v1/offers/${id}/history`).expect(200)
    assert.deepEqual(told.items[0].data.content.texts, plain)
  })

  test('is published as plain text, and what was shown is no edit of it', async () => {
    const shown = await owner.get(`/v1/offers/${id}`).expect(200)
    const edited = await owner
      .put(`/v1/offers/${id}`)
      .set('If-Match', shown.headers.etag!)
      .send(shown.body.content)
      .expect(200)
    const submitted = await act(owner, edited, 'submit').expect(200)
    await act(reader, submitted, 'publish').expect(200)
    await running.settle()
    const events = (await running.events()).filter(({ subject }) => subject === id)
    assert.ok(!events.some(({ type }) => type === offerEvents.edited.type))
    const published = events.find(({ type }) => type === offerEvents.published.type)
    assert.deepEqual((published!.data as { content: OfferContent }).content.texts, plain)
  })
})
