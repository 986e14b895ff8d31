import assert from 'node:assert/strict'
import { after, before, describe, mock, test } from 'node:test'
import { signIn } from '@techbridge/client'
import {
  type CloudEvent,
  type Group,
  groupNames,
  groups,
  matchEvents,
  offerEvents,
  offersApi,
  operationsApi,
  sequenceOf,
  serviceNames,
  type Topic,
} from '@techbridge/contracts'
import { loadSample, settled, transferOffice } from '@techbridge/local'
import { Unavailable } from '@techbridge/port'
import { toCloudEvent } from '@techbridge/runtime'
import { eventually, type Metric, offerContent, organisations } from '@techbridge/testkit'
import { total, valuesOf } from './points.ts'
import { labelsIn, metricsIn, prometheusNames, queries } from './prometheus.ts'
import { confidential, runEventfully } from './scenario.ts'

let observed: Awaited<ReturnType<typeof runEventfully>>
let officer: Awaited<ReturnType<typeof signIn>>

before(async () => {
  observed = await runEventfully()
  officer = await signIn(observed.url, 'officer', transferOffice)
  await loadSample(officer, observed.dataDir)
})
after(() => observed.close())

/** Of the event that breaks its contract, and of the sample's offers. */
const readsOffers = (group: Group) => groups[group].includes('techbridge.offers')

const draftOffer = async () => {
  const provider = await signIn(observed.url, 'provider', organisations.university)
  await provider.call(offersApi.create, { body: offerContent() })
}

describe('each metric, of a process that does real work', () => {
  test('consumer lag: by group and topic, more than 0 while a group is held up, 0 in the end', async () => {
    await observed.points('techbridge.consumer.lag', (points) => total(points, { group: 'search' }) > 0)
    observed.release()
    const points = await observed.points('techbridge.consumer.lag', (points) => total(points) === 0)
    const pairs = points.map(({ attributes: { group, topic } }) => `${group} ${topic}`)
    const expected = Object.entries(groups).flatMap(([group, topics]) =>
      topics.map((topic: Topic) => `${group} ${topic}`),
    )
    assert.deepEqual(pairs.sort(), expected.sort())
    await settled(officer)
  })

  test('failures: those of a group and event type, without what the error says', async () => {
    const points = await observed.points('techbridge.event.failures')
    assert.equal(total(points, { group: 'search' }), 1)
    assert.equal(total(points), 1)
    const { type } = points[0]!.attributes
    assert.match(String(type), /^techbridge\.(offer|need)\.\w+\.v1$/)
    const span = await eventually('a span of the failure comes', () =>
      observed.receiver.spans.find(({ failed }) => failed),
    )
    assert.partialDeepStrictEqual(span, {
      name: 'search takes events',
      attributes: {
        'error.type': 'TypeError',
        'messaging.consumer.group.name': 'search',
      },
    })
    for (const text of observed.receiver.raw) assert.equal(text.includes(confidential), false)
  })

  test('dead letters: one in each group that met the poison, none in others', async () => {
    const points = await observed.points('techbridge.dead_letters', (points) => total(points) === 2)
    const byGroup = Object.fromEntries(points.map(({ attributes, value }) => [attributes.group, value]))
    assert.deepEqual(byGroup, Object.fromEntries(groupNames.map((group) => [group, readsOffers(group) ? 1 : 0])))
  })

  test('event delay: by group and event type, in buckets of seconds', async () => {
    const points = await observed.points('techbridge.event.delay')
    assert.deepEqual(valuesOf(points, 'group'), new Set(groupNames.filter(readsOffers)))
    const { sum, count, bounds } = points.find(({ attributes }) => attributes.type === offerEvents.published.type)!
    assert.ok(sum! >= 0 && sum! / count! < 300, `${sum} seconds in ${count} events`)
    assert.deepEqual([bounds?.[0], bounds?.at(-1)], [0.005, 1800])
  })

  test('match latency: one value for each match that a publication proposed or scored anew', async () => {
    const eventsOf = async (topic: Topic) => {
      const events: CloudEvent[] = []
      for await (const { event } of observed.bus.read({ topics: [topic], live: false })) events.push(event)
      return events
    }
    const matchesOf = async (type: string) =>
      (await eventsOf('techbridge.matches')).filter((event) => event.type === type)
    const [proposal] = await matchesOf(matchEvents.proposed.type)
    const { offer } = proposal!.data as { offer: { id: string } }
    const published = (await eventsOf('techbridge.offers')).findLast(({ subject }) => subject === offer.id)!
    const { content, revision, ...rest } = published.data as { content: object; revision: number }
    const { texts, keywords } = offerContent({
      texts: { en: { title: 'Zither strings', summary: 'Zither strings', description: 'Zither strings' } },
      keywords: { market: [], technology: [] },
    })
    // Too little for a proposal is left of what it had in common with its needs.
    const seq = sequenceOf(published) + 1
    const [at, by] = [new Date().toISOString(), { subject: 'test', role: 'system' } as const]
    const data = { ...rest, revision: revision + 1, content: { ...content, originalLanguage: 'en', texts, keywords } }
    await observed.bus.publish([
      toCloudEvent('offers', offer.id, { seq, type: offerEvents.published.type, at, by, data }),
    ])
    await settled(officer)
    await observed.points('techbridge.outbox.age', (points) => total(points) === 0)

    const points = await observed.points('techbridge.match.latency')
    const [proposed, rescored] = await Promise.all(
      [matchEvents.proposed, matchEvents.rescored].map(({ type }) => matchesOf(type)),
    )
    assert.ok(proposed!.length > 10)
    assert.ok(rescored!.some(({ subject }) => subject === proposal!.subject))
    assert.equal(total(points), proposed!.length + rescored!.length)
    for (const { sum, count } of points) assert.ok(sum! >= 0 && sum! / count! < 300)
    for (const kind of valuesOf(points, 'kind')) assert.match(String(kind), /^(offer|need)$/)
  })

  test('outbox age: 0, more while the event log cannot be reached, and 0 again', async () => {
    const ages = await observed.points('techbridge.outbox.age', (points) => total(points) === 0)
    assert.deepEqual(valuesOf(ages, 'service'), new Set(serviceNames))
    const away = mock.method(observed.bus, 'publish', async () => {
      throw new Unavailable('the event log is away')
    })
    await draftOffer()
    const waiting = await observed.points(
      'techbridge.outbox.age',
      (points) => total(points, { service: 'offers' }) > 0.1,
    )
    assert.equal(total(waiting), total(waiting, { service: 'offers' }))
    away.mock.restore()
    await observed.points('techbridge.outbox.age', (points) => total(points) === 0)
  })

  test('requests: by method, route and status, and never by what people write into a path', async () => {
    const { status } = await fetch(`${observed.url}/v1/offers/offer_0123456789abcdef01234567`)
    assert.equal(status, 404)
    await fetch(`${observed.url}/v1/anna@example.org?q=anna`, { method: 'PROPFIND' })
    await fetch(`${observed.url}/health/ready`)
    const points = await observed.points('http.server.request.duration', (points) =>
      valuesOf(points, 'http.route').has('/health/ready'),
    )
    assert.equal(total(points, { 'http.route': '/v1/offers/{id}', 'http.response.status_code': 404 }), 1)
    assert.equal(total(points, { 'http.route': '/v1/offers/import', 'http.request.method': 'POST' }), 1)
    assert.equal(total(points, { 'http.request.method': '_OTHER', 'http.response.status_code': 404 }), 1)
    assert.deepEqual(valuesOf(points, 'url.scheme'), new Set(['http']))
    const known = new Set(Object.values(offersApi).map(({ path }) => path as string))
    for (const route of valuesOf(points, 'http.route')) {
      if (String(route).startsWith('/v1/offers')) assert.ok(known.has(String(route)), `${route} is a template`)
    }
    assert.equal(JSON.stringify(points).includes('anna'), false)
    assert.deepEqual(points[0]!.bounds?.slice(0, 2), [0.005, 0.01])
  })
})

test('while an engine is away its gauges count as not read, and the other metrics go on', async () => {
  const away = mock.method(observed.bus, 'lag', async () => {
    throw new Unavailable('the event log is away')
  })
  const failures = await observed.points('techbridge.reading.failures')
  assert.deepEqual(valuesOf(failures, 'metric'), new Set(['techbridge.consumer.lag']))
  const requests = total(observed.latest('http.server.request.duration')!.points)
  await assert.rejects(officer.call(operationsApi.lag), { status: 503 })
  const points = await observed.points('http.server.request.duration', (points) => total(points) > requests)
  assert.equal(total(points, { 'http.route': '/v1/lag', 'http.response.status_code': 503, 'error.type': '503' }), 1)
  away.mock.restore()
  // The first of these begins after the restoring, and each of the others after the one before it has come.
  const counts: number[] = []
  while (counts.length < 3) counts.push(total(await observed.points('techbridge.reading.failures')))
  assert.deepEqual(new Set(counts), new Set([counts[0]]))
})

test('a process says which service it is, in which version, and nothing of who runs it', () => {
  for (const resource of observed.receiver.resources) {
    assert.equal(resource['service.name'], 'techbridge')
    assert.match(String(resource['service.version']), /^\d+\.\d+\.\d+$/)
    assert.ok(resource['service.instance.id'])
    assert.deepEqual(
      Object.keys(resource).filter((name) => name.startsWith('process.')),
      [],
    )
  }
})

describe('dashboards and alert rules', () => {
  const exported = () => {
    const metrics = new Map<string, Metric>()
    for (const metric of observed.receiver.exports.flat()) metrics.set(metric.name, metric)
    return [...metrics.values()]
  }

  test('speak of every metric of ours, and of no metric that is not exported', () => {
    const names = new Map(exported().map((metric) => [metric.name, prometheusNames(metric)]))
    const used = new Set(queries().flatMap(({ expr }) => metricsIn(expr)))
    const known = new Set([...names.values()].flat())
    assert.deepEqual(
      [...used].filter((name) => !known.has(name)),
      [],
    )
    for (const [name, translated] of names)
      assert.ok(
        translated.some((one) => used.has(one)),
        `${name} is on no dashboard`,
      )
  })

  test('select and group by labels that the metrics have', () => {
    const labels = new Set(['job', 'instance', 'le'])
    for (const { points } of exported()) {
      for (const { attributes } of points)
        for (const name of Object.keys(attributes)) labels.add(name.replaceAll('.', '_'))
    }
    for (const { where, expr } of queries()) {
      for (const label of labelsIn(expr)) assert.ok(labels.has(label), `${where}: ${label}`)
    }
  })
})
