import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { organisations } from '@techbridge/testkit'
import { type Answer, act, drafted, edit, published, runOffers } from './offers.ts'

const people = await runOffers()
const { provider, otherProvider, seeker, officer, anonymous, running } = people
const admin = await running.as('admin')

type Office = 'CN' | 'US' | 'WO'
const listing = (...patents: [number: string, office: Office][]) => ({
  ip: {
    status: 'granted' as const,
    patents: patents.map(([number, office]) => ({ number, office, status: 'granted' as const })),
  },
})
const seen = (who: (typeof people)['provider'], { body }: Answer) => who.get(`/v1/offers/${body.id}`).expect(200)
/** Each shared patent with the ids of the others. */
const shared = ({ body }: { body: any }) =>
  Object.fromEntries(
    (body.sharedPatents ?? []).map(({ patent, offers }: any) => [patent, offers.map((o: any) => o.id)]),
  )

describe('an offer that lists a patent of another one', () => {
  test('is shown to officers with the other, whatever the spelling, in both', async () => {
    const one = await drafted(provider, listing(['ZL 2021 1 0123456', 'CN'], ['US10123456B2', 'US']))
    const other = await act(
      otherProvider,
      await drafted(otherProvider, listing(['202110123456', 'CN'], ['WO2023/123456', 'WO'])),
      'submit',
    ).expect(200)
    const { patents } = one.body.content.ip
    const key = patents[0].number
    for (const who of [officer, admin]) {
      const { body } = await seen(who, other)
      assert.deepEqual(body.sharedPatents, [
        {
          patent: key,
          offers: [
            {
              id: one.body.id,
              reference: one.body.reference,
              organisation: organisations.university,
              status: 'draft',
            },
          ],
        },
      ])
      assert.deepEqual(shared(await seen(who, one)), { [key]: [other.body.id] })
    }
    const { body } = await officer.get('/v1/offers?status=underReview').expect(200)
    const item = body.items.find(({ id }: any) => id === other.body.id)
    assert.deepEqual(shared({ body: item }), { [key]: [one.body.id] })
  })

  test('is shown with kind codes apart, and of one organisation too', async () => {
    const first = await drafted(provider, listing(['CN116543210A', 'CN']))
    const second = await drafted(provider, listing(['CN116543210B', 'CN']))
    const third = await drafted(otherProvider, listing(['116543210', 'CN']))
    const found = shared(await seen(officer, first))
    assert.deepEqual(found.CN116543210.toSorted(), [second.body.id, third.body.id].toSorted())
  })

  test('is published and edited like others', async () => {
    const patents = listing(['US7000001B2', 'US'])
    const first = await published(people, patents)
    const second = await published({ provider: otherProvider, officer }, patents)
    assert.deepEqual(shared(second), { US7000001: [first.body.id] }, 'the answer to the officer who publishes says so')
  })

  test('is shown with what is being written, and no longer once that is mended', async () => {
    const first = await published(people, listing(['US7000002B2', 'US']))
    const second = await drafted(otherProvider, listing(['US7000003B2', 'US']))
    assert.deepEqual(shared(await seen(officer, second)), {})
    const edited = await edit(otherProvider, second, listing(['US 7,000,002', 'US'])).expect(200)
    assert.deepEqual(shared(await seen(officer, second)), { US7000002: [first.body.id] })
    const revised = await edit(provider, first, listing(['US7000003B2', 'US'])).expect(200)
    assert.deepEqual(shared(await seen(officer, revised)), { US7000002: [second.body.id] }, 'it is still public')
    await edit(otherProvider, edited, listing(['US7000009B2', 'US'])).expect(200)
    assert.deepEqual(shared(await seen(officer, first)), {})
  })

  test('is shown with those that ended, and how they stand', async () => {
    const patents = listing(['US7000004B2', 'US'])
    const gone = await act(otherProvider, await drafted(otherProvider, patents), 'withdraw', { reason: 'sold' })
    const { body } = await seen(officer, await drafted(provider, patents))
    assert.deepEqual(
      body.sharedPatents[0].offers.map(({ id, status }: any) => [id, status]),
      [[gone.body.id, 'withdrawn']],
    )
  })

  test('that its office cannot read is told by the text alone', async () => {
    const first = await drafted(provider, listing(['internal no. 7', 'CN']))
    const second = await drafted(otherProvider, listing(['Internal no 7', 'CN']))
    const elsewhere = await drafted(otherProvider, listing(['internal no. 7', 'US']))
    assert.deepEqual(Object.values(shared(await seen(officer, first))), [[second.body.id]])
    assert.deepEqual(shared(await seen(officer, elsewhere)), {})
  })
})

describe('owners and others', () => {
  test('learn nothing: neither by a field, warnings, history or the ETag, nor when it comes and goes', async () => {
    const patents = listing(['US7000005B2', 'US'])
    const mine = await published(people, patents)
    const everybody = [provider, otherProvider, seeker, anonymous]
    const look = () => Promise.all(everybody.map((who) => seen(who, mine)))
    const facts = (answers: Answer[]) =>
      answers.map(({ body, headers }) => [body, headers.etag, headers['content-length']])
    const before = facts(await look())
    const history = async () => (await provider.get(`/v1/offers/${mine.body.id}/history`).expect(200)).body
    const historyBefore = await history()
    const officerBefore = (await seen(officer, mine)).headers.etag

    const theirs = await drafted(otherProvider, patents)
    assert.equal('sharedPatents' in theirs.body, false)
    assert.deepEqual(theirs.body.warnings, [])
    const submitted = await act(otherProvider, theirs, 'submit').expect(200)
    assert.equal('sharedPatents' in submitted.body, false)
    assert.deepEqual(facts(await look()), before)
    assert.deepEqual(await history(), historyBefore)
    for (const who of everybody) {
      const { body } = await who.get('/v1/offers').expect(200)
      assert.equal(JSON.stringify(body).includes('sharedPatents'), false)
    }

    const { etag } = (await seen(officer, mine)).headers
    assert.notEqual(etag, officerBefore, 'an officer who has the record cached hears of the other')
    await officer.get(`/v1/offers/${mine.body.id}`).set('If-None-Match', officerBefore!).expect(200)
    await officer.get(`/v1/offers/${mine.body.id}`).set('If-None-Match', etag!).expect(304)
    await officer
      .post(`/v1/offers/${mine.body.id}/withdraw`)
      .set('If-Match', etag!)
      .send({ reason: 'Listed twice.' })
      .expect(200)
  })
})
