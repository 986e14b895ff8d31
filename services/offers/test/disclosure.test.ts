import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { offerContent, organisations } from '@techbridge/testkit'
import { drafted, published, runOffers } from './offers.ts'

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

  test('does not reach what a seeker of the owner’s own organisation may do', async () => {
    const colleague = await people.running.agent('seeker', organisations.university)
    const { body } = await published(people)
    assert.equal((await colleague.get(`/v1/offers/${body.id}`).expect(200)).body.level, 'abstract')
  })
})

test('text comes back as it was sent, in every script', async () => {
  const texts = {
    zh: { title: '滴灌系统 <b>&"\'', summary: '节水 💧', description: 'e\u0301 — é' },
    km: { title: 'ប្រព័ន្ធ', summary: 'ស្រោចស្រព', description: 'ទឹក' },
  }
  const { body } = await drafted(people.provider, { originalLanguage: 'zh', texts })
  assert.deepEqual(body.content, offerContent({ originalLanguage: 'zh', texts }))
})
