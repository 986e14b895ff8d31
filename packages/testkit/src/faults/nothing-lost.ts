import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { EventBus } from '@techbridge/bus'
import { type Client, signIn } from '@techbridge/client'
import {
  type Api,
  type CloudEvent,
  casesApi,
  matchEvents,
  matchesApi,
  needsApi,
  offersApi,
  operationsApi,
  searchApi,
  sequenceOf,
  type Topic,
  topics,
} from '@techbridge/contracts'
import { type Acknowledged, office } from './load.ts'

const listAll = async <T>(fetchPage: (cursor?: string) => Promise<{ items: T[]; next?: string }>): Promise<T[]> => {
  const all: T[] = []
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await fetchPage(cursor)
    all.push(...page.items)
    cursor = page.next
  }
  return all
}

const unique = <T>(items: T[]) => new Set(items).size

/**
 * After any faults: no acknowledged write is lost, every event reached its consumers, none was applied twice. `settled` resolves when
 * every event so far is in the log and every service has handled it.
 */
export const checkNothingLost = async (
  t: TestContext,
  url: string,
  settled: (officer: Client) => Promise<void>,
  { offers, needs, agreed }: Acknowledged,
) => {
  const officer = await signIn(url, 'officer', office)
  await settled(officer)
  t.diagnostic(`${offers.size} offers, ${needs.size} needs and ${agreed.size} agreements were acknowledged`)
  assert.ok(offers.size > 0 && needs.size > 0 && agreed.size > 0, 'the load did something of everything')

  await t.test('every acknowledged record is there, published', async () => {
    const read = async (api: Api, id: string) =>
      (await officer.call(api.get!, { params: { id } })).body as { status: string }
    for (const id of offers) assert.equal((await read(offersApi, id)).status, 'published')
    for (const id of needs) assert.equal((await read(needsApi, id)).status, 'published')
  })

  await t.test('search has every acknowledged record once', async () => {
    const hits = await listAll(
      async (cursor) => (await officer.call(searchApi.search, { query: { limit: 100, cursor } })).body,
    )
    assert.equal(unique(hits.map(({ id }) => id)), hits.length)
    const found = new Set(hits.map(({ id }) => id))
    assert.deepEqual(
      [...offers, ...needs].filter((id) => !found.has(id)),
      [],
    )
  })

  await t.test('matching has taken every acknowledged record, and proposed each pair once', async () => {
    const need = [...needs][0]!
    const offer = [...offers][0]!
    for (const id of offers) await officer.call(matchesApi.assess, { query: { need, offer: id } })
    for (const id of needs) await officer.call(matchesApi.assess, { query: { need: id, offer } })
    const listed = await listAll(
      async (cursor) => (await officer.call(matchesApi.list, { query: { limit: 100, cursor } })).body,
    )
    // The list is by score, so a match that is scored anew between two pages may stand on both.
    const matches = [...new Map(listed.map((match) => [match.id, match])).values()]
    assert.equal(unique(matches.map((match) => `${match.need.id} ${match.offer.id}`)), matches.length)
    for (const { id } of matches) {
      const { body } = await officer.call(matchesApi.history, { params: { id } })
      const types = body.items.map(({ type }) => type)
      // Each side accepts once; a match is scored anew whenever the corpus has grown enough.
      const once = types.filter((type) => !type.includes('accepted') && type !== matchEvents.rescored.type)
      assert.equal(unique(once), once.length)
      assert.ok(types.filter((type) => type.includes('accepted')).length <= 2)
    }
  })

  await t.test('every agreement opened exactly one case', async () => {
    const cases = await listAll(
      async (cursor) => (await officer.call(casesApi.list, { query: { limit: 100, cursor } })).body,
    )
    const ofMatch = cases.map(({ match }) => match)
    assert.equal(unique(ofMatch), ofMatch.length)
    assert.deepEqual(
      [...agreed].filter((id) => !ofMatch.includes(id)),
      [],
    )
    for (const { id } of cases) {
      const { body } = await officer.call(casesApi.history, { params: { id } })
      const opened = body.items.filter(({ type }) => type === 'techbridge.case.opened.v1')
      assert.equal(opened.length, 1, id)
    }
  })

  await t.test('no event is a dead letter', async () => {
    const admin = await signIn(url, 'admin', office)
    assert.deepEqual((await admin.call(operationsApi.deadLetters)).body.items, [])
  })
}

/** The log has every event of every record, and none before the one that it follows; it may have some of them again. */
export const checkLog = async (bus: EventBus, { offers, needs }: Acknowledged) => {
  const seen = new Map<string, number>()
  for await (const { event } of bus.read({ topics: Object.keys(topics) as Topic[], live: false })) follow(seen, event)
  for (const id of [...offers, ...needs]) assert.equal(seen.get(id), 3, `${id} was drafted, submitted and published`)
}

/** An event may come again, but none before its predecessor has come. */
const follow = (seen: Map<string, number>, event: CloudEvent) => {
  const last = seen.get(event.subject) ?? 0
  const sequence = sequenceOf(event)
  assert.ok(sequence <= last + 1, `${event.id} came after ${last}`)
  seen.set(event.subject, Math.max(last, sequence))
}
