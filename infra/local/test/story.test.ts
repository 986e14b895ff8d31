import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  messagesOf,
  needContent,
  offerContent,
  organisations,
  startService,
  unrelatedOffers,
  type Who,
} from '@techbridge/testkit'
import { services } from '../src/services.ts'

const running = await startService(services)
after(running.close)
const provider = await running.as('provider')
const seeker = await running.as('seeker')
const officer = await running.as('officer')

type Agent = typeof provider
type Answer = Awaited<ReturnType<Agent['get']>>

const act = async (who: Agent, path: string, action: string, given?: object): Promise<Answer> => {
  const { headers } = await who.get(path).expect(200)
  const request = who.post(`${path}/${action}`).set('If-Match', headers.etag!)
  return (given ? request.send(given) : request).expect(200)
}

const chineseOffer = offerContent({
  originalLanguage: 'zh',
  texts: {
    zh: {
      title: '山地果园太阳能滴灌系统',
      summary: '光伏水泵供水，土壤湿度传感器控制滴灌，适合无电网的山地果园。',
      description: '滴灌带按坡度布置，水肥一体化，太阳能水泵提水，土壤水分传感器按小区控制灌溉。',
    },
  },
  keywords: { technology: ['滴灌', '太阳能水泵', '土壤湿度传感器'] },
  anonymous: true,
})
const englishNeed = needContent({ keywords: { technology: ['drip irrigation', 'solar pump', 'soil moisture sensor'] } })

/** What others offer: without them no word would be rare. */
const stock = async (who: Agent) => {
  const rows = unrelatedOffers().map((content, place) => ({
    key: `stock-${place}`,
    organisation: organisations.institute,
    content,
  }))
  const { body } = await who
    .post('/v1/offers/import?publish=true&request=By+letter')
    .set('Content-Type', 'application/x-ndjson')
    .send(rows.map((row) => JSON.stringify(row)).join('\n'))
    .expect(200)
  assert.ok(body.rows.every(({ outcome }: any) => outcome === 'created'))
}

test('a Chinese offer meets an English need, and the two end in a licensing case', async () => {
  await stock(officer)

  const { body: offer } = await provider.post('/v1/offers').send(chineseOffer).expect(201)
  await act(provider, `/v1/offers/${offer.id}`, 'submit')
  await act(officer, `/v1/offers/${offer.id}`, 'publish')
  const { body: need } = await seeker.post('/v1/needs').send(englishNeed).expect(201)
  await act(seeker, `/v1/needs/${need.id}`, 'submit')
  await act(officer, `/v1/needs/${need.id}`, 'publish')
  await running.settle()

  const { body: list } = await officer.get('/v1/matches?status=proposed').expect(200)
  const match = list.items.find((one: any) => one.need.id === need.id && one.offer.id === offer.id)
  assert.ok(match, 'the officer sees the match')
  const concepts = match.features.find(({ name }: any) => name === 'concepts')
  assert.ok(
    concepts.terms.some((term: any) => /drip irrigation/i.test(term.need) && term.offer === '滴灌'),
    concepts.why,
  )
  assert.deepEqual((await seeker.get('/v1/matches').expect(200)).body.items, [])

  const path = `/v1/matches/${match.id}`
  await act(officer, path, 'approve')
  const { body: seen } = await seeker.get(path).expect(200)
  assert.equal('organisation' in seen.offer, false)
  await act(seeker, path, 'accept')
  const { body: agreed } = await act(provider, path, 'accept')
  assert.equal(agreed.status, 'agreed')
  await running.settle()
  assert.deepEqual((await seeker.get(path)).body.offer.organisation, organisations.university)

  const { body: cases } = await provider.get('/v1/cases').expect(200)
  const [licensingCase] = cases.items
  assert.equal(licensingCase.match, match.id)
  const casePath = `/v1/cases/${licensingCase.id}`
  await act(officer, casePath, 'draft-nda')
  await act(provider, casePath, 'sign-nda')
  await act(seeker, casePath, 'sign-nda')
  await act(officer, casePath, 'start-clearance')
  await act(officer, casePath, 'clear', { act: 'negotiation', reason: 'End user checked.' })
  await act(officer, casePath, 'start-negotiation')
  await running.settle()

  const histories: [string, string[]][] = [
    [`/v1/offers/${offer.id}/history`, ['drafted', 'submitted', 'published']],
    [`${path}/history`, ['proposed', 'approved', 'accepted', 'accepted', 'agreed']],
    [
      `${casePath}/history`,
      ['opened', 'nda-drafted', 'nda-signed', 'nda-signed', 'clearance-started', 'act-cleared', 'negotiation-started'],
    ],
  ]
  for (const [history, expected] of histories) {
    const { body } = await officer.get(history).expect(200)
    assert.deepEqual(
      body.items.map(({ type }: any) => type.split('.')[2]),
      expected,
    )
  }

  const { body: found } = await running.anonymous.get('/v1/search?q=drip%20irrigation&kind=offer').expect(200)
  assert.equal(found.items[0].id, offer.id)
  assert.equal('organisation' in found.items[0], false)

  const told = [
    'need drafted',
    'need submitted',
    'need published',
    'match approved',
    'match accepted',
    'match accepted',
    'match agreed',
    'case opened',
    'case nda-drafted',
    'case nda-signed',
    'case nda-signed',
    'case clearance-started',
    'case act-cleared',
    'case negotiation-started',
  ]
  assert.deepEqual(await toldTo('seeker', new Set([need.id, match.id, licensingCase.id]), told.at(-1)!), told)
})

/** What the stream tells someone of these records up to the `last` thing, each once, though it may be told twice. */
const toldTo = async (who: Who, subjects: Set<string>, last: string): Promise<string[]> => {
  const names = new Map<string, string>()
  for await (const { event } of messagesOf(await running.stream(who))) {
    if (!event || !subjects.has(event.subject)) continue
    const [, kind, name] = event.type.split('.')
    names.set(event.id, `${kind} ${name}`)
    if (names.get(event.id) === last) break
  }
  return [...names.values()]
}
