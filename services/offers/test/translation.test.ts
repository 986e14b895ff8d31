import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { assertProblem, startService } from '@techbridge/testkit'
import { asLibreTranslate, json, openTranslationServer } from '@techbridge/translator/conformance'
import { createOffers } from '../src/service.ts'
import { act, drafted, edit, published, runOffers } from './offers.ts'

const server = await openTranslationServer(asLibreTranslate)
after(server.close)
const running = await startService({ offers: createOffers }, { settings: { TRANSLATION_URL: server.url } })
after(running.close)
const [provider, officer, seeker] = [
  await running.as('provider'),
  await running.as('officer'),
  await running.as('seeker'),
]

let offers = 0
const chinese = () => ({
  originalLanguage: 'zh',
  texts: { zh: { title: `榴莲烘干机 ${++offers}`, summary: '热泵烘干。', description: '秘密：温度四十五度。' } },
})
const offer = (overrides = chinese()) => published({ provider, officer }, overrides)
const read = (id: string, wanted: string, who = seeker) =>
  who.get(`/v1/offers/${id}/translation`).set('Accept-Language', wanted)

describe('a reader of another language', () => {
  test('reads title and summary as a machine translated them, and is told so', async () => {
    const { body } = await offer()
    const before = server.asked.length
    const { body: told, headers } = await read(body.id, 'th').expect(200)
    assert.equal(told.title, `th: ${body.content.texts.zh.title}`)
    assert.equal(told.summary, 'th: 热泵烘干。')
    assert.deepEqual(
      [told.language, told.original, told.origin, told.code],
      ['th', 'zh', 'machine', 'translation.machine'],
    )
    assert.match(told.label, /แปลด้วยเครื่องโดย LibreTranslate \(127\.0\.0\.1\)/)
    assert.deepEqual([headers['content-language'], headers.vary], ['th', 'Authorization, Accept-Language'])
    await Promise.all([read(body.id, 'th').expect(200), read(body.id, 'th-TH').expect(200)])
    const asked = server.asked.slice(before)
    assert.equal(asked.length, 1, 'the same text is translated once')
    assert.doesNotMatch(JSON.stringify(asked), /秘密/)
  })

  test('reads the text of the owner where there is one', async () => {
    const content = chinese()
    const { body } = await offer({
      ...content,
      texts: { ...content.texts, en: { title: 'Durian dryer', summary: 'A heat pump.', description: 'Secret.' } },
    } as never)
    const before = server.asked.length
    const { body: told } = await read(body.id, 'en-GB, th').expect(200)
    assert.deepEqual([told.title, told.language, told.origin], ['Durian dryer', 'en', 'own'])
    assert.equal((await read(body.id, 'zh-Hant').expect(200)).body.language, 'zh')
    assert.equal(server.asked.length, before)
  })

  test('reads the next language that is wanted, else the original, while the service fails', async () => {
    const content = chinese()
    const { body } = await offer({
      ...content,
      texts: { ...content.texts, en: { title: 'Durian dryer', summary: 'A heat pump.', description: 'Secret.' } },
    } as never)
    server.reply((response) => json(response, 500, { error: 'out of memory' }))
    assert.equal((await read(body.id, 'th, en;q=0.5').expect(200)).body.language, 'en')
    const { body: told } = await read(body.id, 'th').expect(200)
    assert.deepEqual([told.language, told.origin, told.code], ['zh', 'original', 'translation.failed'])
    assert.match(told.label, /ต้นฉบับ/)
    server.reply((response) => json(response, 400, { error: 'lo is not supported' }))
    assert.equal((await read(body.id, 'lo').expect(200)).body.code, 'translation.unsupported')
    assert.equal((await read(body.id, 'de').expect(200)).body.code, 'translation.unsupported')
    server.reply()
    assert.equal((await read(body.id, 'th').expect(200)).body.origin, 'machine')
  })

  test('reads nothing of what is not published', async () => {
    const draft = await drafted(provider, chinese())
    for (const who of [seeker, provider, officer]) await read(draft.body.id, 'th', who).expect(404)
    const { body } = await offer()
    const revised = await provider.get(`/v1/offers/${body.id}`).expect(200)
    await edit(provider, revised, {
      originalLanguage: 'zh',
      texts: { zh: { title: '秘密', summary: '秘密', description: '秘密' } },
    }).expect(200)
    const before = server.asked.length
    await read(body.id, 'vi', provider).expect(200)
    assert.doesNotMatch(JSON.stringify(server.asked.slice(before)), /秘密/)
    await running.anonymous.get(`/v1/offers/${body.id}/translation`).expect(401)
  })
})

describe('the owner', () => {
  const confirm = (answer: Awaited<ReturnType<typeof offer>>, language: string, who = provider) =>
    act(who, answer, 'confirm-translation', { language })
  const fresh = (id: string) => provider.get(`/v1/offers/${id}`).expect(200)

  test('takes a translation as own text, which is reviewed like any', async () => {
    const { body } = await offer()
    const before = await fresh(body.id)
    const confirmed = await confirm(before, 'th').expect(200)
    assert.equal(confirmed.body.status, 'revising')
    assert.deepEqual(confirmed.body.draft.texts.th, {
      title: `th: ${body.content.texts.zh.title}`,
      summary: 'th: 热泵烘干。',
      description: 'th: 热泵烘干。',
    })
    assert.equal((await read(body.id, 'th').expect(200)).body.origin, 'machine')
    await act(officer, await act(provider, confirmed, 'submit').expect(200), 'publish').expect(200)
    const { body: told } = await read(body.id, 'th').expect(200)
    assert.deepEqual([told.origin, told.code], ['own', 'translation.own'])
    assertProblem(await confirm(await fresh(body.id), 'th'), 409, 'translation-exists')
  })

  test('does it once however often the request is repeated, and on the version that stands', async () => {
    const { body } = await offer()
    const before = await fresh(body.id)
    const first = await confirm(before, 'vi').set('Idempotency-Key', 'once').expect(200)
    const again = await confirm(before, 'vi').set('Idempotency-Key', 'once').expect(200)
    assert.equal(again.headers['idempotency-replayed'], 'true')
    assert.equal(again.body.version, first.body.version)
    assertProblem(await confirm(before, 'th'), 412, 'stale-version')
  })

  test('is told what stands in the way', async () => {
    const { body } = await offer()
    const before = await fresh(body.id)
    assert.equal((await confirm(before, 'th', seeker)).status, 403)
    server.reply((response) => json(response, 503, {}))
    assert.equal((await confirm(before, 'my')).status, 503)
    server.reply((response) => json(response, 200, { translatedText: ['x'.repeat(300), 'y'] }))
    const problem = assertProblem(await confirm(before, 'id'), 422, 'translation-unfit')
    assert.match(JSON.stringify(problem.errors), /content\.texts\.id\.title/)
    server.reply()
    assertProblem(await confirm(before, 'de'), 422, 'translation-unsupported')
    assert.equal((await confirm(before, 'xx-nonsense')).status, 422)
    const draft = await drafted(provider, chinese())
    assertProblem(await confirm(draft, 'th'), 409, 'translation-unpublished')
  })
})

test('without a service nothing leaves, and readers get the original', async () => {
  const people = await runOffers()
  const { body } = await published(people, chinese())
  const { body: told } = await read(body.id, 'th', people.seeker).expect(200)
  assert.deepEqual([told.language, told.code], ['zh', 'translation.off'])
  const before = await people.provider.get(`/v1/offers/${body.id}`).expect(200)
  assertProblem(await act(people.provider, before, 'confirm-translation', { language: 'th' }), 409, 'translation-off')
})
