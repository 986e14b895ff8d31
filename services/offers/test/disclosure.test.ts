import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, offerContent, organisations } from '@techbridge/testkit'
import { act, drafted, edit, published, runOffers } from './offers.ts'

const people = await runOffers()

describe('what everyone may read of an offer', () => {
  test('has no description, advantages, claims or price', async () => {
    const { body: full } = await published(people)
    const { body } = await people.anonymous.get(`/v1/offers/${full.id}`).expect(200)
    assert.equal(body.level, 'abstract')
    assert.deepEqual(Object.keys(body.content.texts.en).toSorted(), ['summary', 'title'])
    for (const hidden of ['claims', 'price']) assert.equal(hidden in body.content, false, hidden)
    const text = JSON.stringify(body)
    for (const secret of ['Emitters', 'Sixty per cent', 'Water saved', '4000000']) {
      assert.ok(JSON.stringify(full).includes(secret), `the owner reads ${secret}`)
      assert.equal(text.includes(secret), false, `everyone reads ${secret}`)
    }
    assert.deepEqual([body.actions, body.organisation], [[], organisations.university])
  })

  test('is the same for another provider and for a seeker', async () => {
    const { body } = await published(people)
    const path = `/v1/offers/${body.id}`
    const seen = await people.anonymous.get(path)
    for (const who of [people.otherProvider, people.seeker]) assert.deepEqual((await who.get(path)).body, seen.body)
  })

  test('names no organisation that wants to be anonymous', async () => {
    const { body } = await published(people, { anonymous: true })
    const path = `/v1/offers/${body.id}`
    for (const who of [people.anonymous, people.otherProvider, people.seeker]) {
      const { text } = await who.get(path).expect(200)
      assert.equal(text.includes(organisations.university.id), false)
      assert.equal(text.includes(organisations.university.name), false)
      const { body: list } = await who.get('/v1/offers?limit=100')
      const listed = list.items.find(({ id }: { id: string }) => id === body.id)
      assert.equal('organisation' in listed, false)
    }
    for (const who of [people.provider, people.officer]) {
      assert.deepEqual((await who.get(path)).body.organisation, organisations.university)
    }
  })

  test('does not let a draft be seen', async () => {
    const { body } = await drafted(people.provider)
    for (const who of [people.anonymous, people.otherProvider, people.seeker]) {
      await who.get(`/v1/offers/${body.id}`).expect(404)
    }
  })

  test('shows no sign of what happens behind it, until it changes itself', async () => {
    const { provider, officer, anonymous, otherProvider } = people
    const offer = await published(people)
    const path = `/v1/offers/${offer.body.id}`
    const first = await anonymous.get(path).expect(200)
    assert.deepEqual([first.body.version, first.headers.etag], [1, '"1"'])
    const listed = async () => {
      const { body } = await anonymous.get('/v1/offers?limit=100')
      return body.items.find(({ id }: { id: string }) => id === offer.body.id)
    }
    const refusals: object[] = []
    const unchanged = async () => {
      await anonymous.get(path).set('If-None-Match', first.headers.etag!).expect(304)
      assert.deepEqual(await listed(), first.body)
      for (const ifMatch of [first.headers.etag!, '"99"', '*']) {
        const refused = await otherProvider.post(`${path}/submit`).set('If-Match', ifMatch)
        refusals.push(assertProblem(refused, 403, 'not-yours-to-do'))
      }
    }
    await unchanged()
    const revising = await edit(provider, offer, { trl: 9 }).expect(200)
    await unchanged()
    const submitted = await act(provider, revising, 'submit').expect(200)
    await unchanged()
    await act(officer, submitted, 'publish').expect(200)
    for (const refusal of refusals) assert.deepEqual(refusal, refusals[0])
    const second = await anonymous.get(path).set('If-None-Match', first.headers.etag!).expect(200)
    assert.deepEqual([second.body.version, second.headers.etag, second.body.content.trl], [2, '"2"', 9])
  })

  test('does not reach what a seeker of the owner’s own organisation may do', async () => {
    const colleague = await people.running.agent('seeker', organisations.university)
    const { body } = await published(people)
    assert.equal((await colleague.get(`/v1/offers/${body.id}`).expect(200)).body.level, 'abstract')
  })
})

test('text comes back as it was sent, in every script', async () => {
  const texts = {
    zh: { title: '滴灌系统 a < b & c > d "\'', summary: '节水 💧', description: 'e\u0301 — é' },
    km: { title: 'ប្រព័ន្ធ', summary: 'ស្រោចស្រព', description: 'ទឹក' },
  }
  const { body } = await drafted(people.provider, { originalLanguage: 'zh', texts })
  assert.deepEqual(body.content, offerContent({ originalLanguage: 'zh', texts }))
})
