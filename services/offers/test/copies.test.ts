import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { assertProblem, startService } from '@techbridge/testkit'
import { createOffers } from '../src/service.ts'
import { act, drafted, published } from './offers.ts'

const running = await startService({ offers: createOffers })
after(running.close)
const [provider, other, officer, seeker] = [
  await running.as('provider'),
  await running.as('otherProvider'),
  await running.as('officer'),
  await running.as('seeker'),
]
const thai = { title: 'เครื่องอบทุเรียน', summary: 'อบด้วยปั๊มความร้อน', description: 'ควบคุมอุณหภูมิเป็นช่วง' }

describe('a copy of an offer', () => {
  test('is a draft of its own with the same content', async () => {
    const { body: offer } = await published({ provider, officer })
    const { body, headers } = await provider.post(`/v1/offers/${offer.id}/copy`).expect(201)
    assert.equal(headers.location, `/v1/offers/${body.id}`)
    assert.notEqual(body.id, offer.id)
    assert.notEqual(body.reference, offer.reference)
    assert.equal(body.status, 'draft')
    assert.deepEqual(body.content, offer.content)
    const { body: history } = await provider.get(`/v1/offers/${body.id}/history`).expect(200)
    assert.equal(history.items.length, 1)
  })

  test('is made once by one key', async () => {
    const { body: offer } = await drafted(provider)
    const copy = () => provider.post(`/v1/offers/${offer.id}/copy`).set('Idempotency-Key', 'copy-once').expect(201)
    assert.equal((await copy()).body.id, (await copy()).body.id)
  })

  test('is made of a withdrawn one too', async () => {
    const offered = await published({ provider, officer })
    const { body: offer } = await act(provider, offered, 'withdraw', { reason: 'Sold' }).expect(200)
    await provider.post(`/v1/offers/${offer.id}/copy`).expect(201)
  })

  test('is for its owner alone', async () => {
    const { body: open } = await published({ provider, officer })
    const { body: hidden } = await drafted(provider)
    assertProblem(await other.post(`/v1/offers/${open.id}/copy`), 403, 'not-yours-to-do')
    assertProblem(await other.post(`/v1/offers/${hidden.id}/copy`), 404, 'not-found')
    for (const one of [seeker, officer]) assertProblem(await one.post(`/v1/offers/${open.id}/copy`), 403, 'wrong-role')
    assertProblem(await running.anonymous.post(`/v1/offers/${open.id}/copy`), 401, 'not-signed-in')
  })
})

describe('the text of one language', () => {
  const write = (id: string, tag: string, version: number, text: object, who = provider) =>
    who.put(`/v1/offers/${id}/texts/${tag}`).set('If-Match', `"${version}"`).send(text)

  test('joins the draft, and all else stays', async () => {
    const { body: offer } = await published({ provider, officer })
    const { body } = await write(offer.id, 'th', offer.version, thai).expect(200)
    assert.equal(body.status, 'revising')
    assert.deepEqual(body.draft, { ...offer.content, texts: { ...offer.content.texts, th: thai } })
    const changed = { ...thai, summary: 'อบแห้ง' }
    const { body: again } = await write(offer.id, 'th', body.version, changed).expect(200)
    assert.deepEqual(again.draft.texts.th, changed)
  })

  test('is refused where it is not one, with its place', async () => {
    const { body: offer } = await drafted(provider)
    const { body } = await write(offer.id, 'th', offer.version, { title: 'เครื่อง' })
    assert.deepEqual(
      body.errors.map(({ path }: { path: string }) => path),
      ['body.summary', 'body.description'],
    )
    assertProblem(await write(offer.id, 'not-a-language-at-all', offer.version, thai), 400, 'invalid')
    assertProblem(await write(offer.id, 'qq', offer.version, thai), 422, 'content-unfit')
  })

  test('is refused on an older version, and of others', async () => {
    const { body: offer } = await drafted(provider)
    await write(offer.id, 'th', offer.version, thai).expect(200)
    assertProblem(await write(offer.id, 'vi', offer.version, thai), 412, 'stale-version')
    assertProblem(await provider.put(`/v1/offers/${offer.id}/texts/vi`).send(thai), 428, 'if-match-needed')
    assertProblem(await write(offer.id, 'vi', offer.version, thai, other), 404, 'not-found')
  })
})
