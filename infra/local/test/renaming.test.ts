import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { needContent, offerContent, organisations, startService, unrelatedOffers } from '@techbridge/testkit'
import { services } from '../src/services.ts'

const running = await startService(services)
after(running.close)
const provider = await running.as('provider')
const otherProvider = await running.as('otherProvider')
const seeker = await running.as('seeker')
const officer = await running.as('officer')

type Agent = typeof provider

const act = async (who: Agent, path: string, action: string, given?: object) => {
  const { headers } = await who.get(path).expect(200)
  const request = who.post(`${path}/${action}`).set('If-Match', headers.etag!)
  return (given ? request.send(given) : request).expect(200)
}

const publish = async (who: Agent, kind: 'offers' | 'needs', content: object): Promise<string> => {
  const { body } = await who.post(`/v1/${kind}`).send(content).expect(201)
  await act(who, `/v1/${kind}/${body.id}`, 'submit')
  await act(officer, `/v1/${kind}/${body.id}`, 'publish')
  return body.id
}

test('an organisation that is renamed is renamed in lists, search, matches and cases, and not in what was signed', async () => {
  for (const content of unrelatedOffers()) await publish(otherProvider, 'offers', content)
  const offer = await publish(provider, 'offers', offerContent())
  const need = await publish(seeker, 'needs', needContent())
  await running.settle()
  const { body: proposed } = await officer.get(`/v1/matches?offer=${offer}&need=${need}`).expect(200)
  const match = `/v1/matches/${proposed.items[0].id}`
  await act(officer, match, 'approve')
  await act(seeker, match, 'accept')
  await act(provider, match, 'accept')
  await running.settle()
  const licensingCase = match.replace('matches/match', 'cases/case')
  await act(officer, licensingCase, 'draft-nda')
  await act(provider, licensingCase, 'sign-nda')

  const university = { ...organisations.university, name: 'Dianchi University' }
  const cooperative = { ...organisations.cooperative, name: 'Hợp tác xã Mê Kông' }
  await publish(await running.agent('provider', university), 'offers', offerContent({ trl: 9 }))
  await publish(await running.agent('seeker', cooperative), 'needs', needContent({ minimumTrl: 9 }))
  await running.settle()

  const shown = async (path: string) => (await officer.get(path).expect(200)).body
  for (const path of [match, licensingCase]) {
    const body = await shown(path)
    assert.deepEqual([body.offer.organisation, body.need.organisation], [university, cooperative], path)
  }
  const ofBoth = [university.id, cooperative.id] as string[]
  const names = [university.name, cooperative.name] as string[]
  for (const path of ['/v1/offers', '/v1/needs', '/v1/search']) {
    const { items } = await shown(`${path}?limit=100`)
    const theirs = items.filter(({ organisation }: any) => ofBoth.includes(organisation.id))
    assert.equal(theirs.length, path === '/v1/search' ? 4 : 2, path)
    assert.ok(
      theirs.every(({ organisation }: any) => names.includes(organisation.name)),
      path,
    )
  }

  const { items } = await shown(`${licensingCase}/history`)
  const signature = items.find(({ type }: any) => type.includes('nda-signed'))
  assert.equal(signature.data.offer.organisation.name, organisations.university.name)
})
