import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { offerContent, startService } from '@techbridge/testkit'
import { services } from '../src/services.ts'

const running = await startService(services)
after(running.close)
const [provider, otherProvider, seeker, officer] = await Promise.all(
  (['provider', 'otherProvider', 'seeker', 'officer'] as const).map((who) => running.as(who)),
)
type Agent = typeof running.anonymous

const listing = (number: string, anonymous: boolean) =>
  offerContent({
    anonymous,
    ip: { status: 'granted', patents: [{ number, office: 'CN', status: 'granted' }] },
  })

const publish = async (owner: Agent, content: object): Promise<string> => {
  const { id } = (await owner.post('/v1/offers').send(content).expect(201)).body
  for (const [who, action] of [
    [owner, 'submit'],
    [officer, 'publish'],
  ] as const) {
    const { headers } = await who!.get(`/v1/offers/${id}`).expect(200)
    await who!.post(`/v1/offers/${id}/${action}`).set('If-Match', headers.etag!).expect(200)
  }
  return id
}

test('one patent in two offers is found by everyone in the named one, and shown to officers in both', async () => {
  const named = await publish(provider!, listing('ZL 2023 1 0123456.6', false))
  const anonymous = await publish(otherProvider!, listing('CN202310123456', true))
  await running.settle()

  const found = async (who: Agent, query: string) => {
    const { body } = await who.get(`/v1/search?${query}=${encodeURIComponent('CN 2023 1 0123456.6')}`).expect(200)
    return [body.total, ...body.items.map(({ id }: { id: string }) => id)].toSorted()
  }
  for (const query of ['patent', 'q']) {
    for (const who of [running.anonymous, seeker!, provider!]) assert.deepEqual(await found(who, query), [1, named])
    for (const who of [otherProvider!, officer!]) {
      assert.deepEqual(await found(who, query), [2, named, anonymous].toSorted())
    }
  }

  const shownTo = async (who: Agent, id: string) => (await who.get(`/v1/offers/${id}`).expect(200)).body.sharedPatents
  for (const [one, other] of [
    [named, anonymous],
    [anonymous, named],
  ] as const) {
    const [shared] = await shownTo(officer!, one)
    assert.deepEqual([shared.patent, shared.offers.map(({ id }: any) => id)], ['CN202310123456.6', [other]])
    for (const who of [provider!, otherProvider!, seeker!, running.anonymous]) {
      assert.equal(await shownTo(who, one), undefined)
    }
  }
})
