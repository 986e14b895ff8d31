import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '@techbridge/client'
import {
  type Api,
  type CloudEvent,
  casesApi,
  matchesApi,
  needsApi,
  offersApi,
  operationsApi,
  searchApi,
  sequenceOf,
  type Topic,
  topics,
} from '@techbridge/contracts'
import { openAdapters } from '@techbridge/kit'
import { pino } from 'pino'
import { signIn, transferOffice } from '../../src/accounts.ts'
import { settled } from '../../src/load-sample.ts'
import { createLoad } from './load.ts'
import { createVictim } from './victim.ts'

const rounds = 22
const dataDir = mkdtempSync(join(tmpdir(), 'techbridge-kill-'))
after(() => rmSync(dataDir, { recursive: true, force: true }))

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

test(`killed ${rounds} times under load, it loses no acknowledged write and applies no event twice`, async (t) => {
  const victim = await createVictim(dataDir)
  t.after(victim.kill)
  await victim.start()
  const load = createLoad(victim.url)
  for (let round = 1; round <= rounds; round++) {
    await pause(100 + Math.random() * 900)
    await victim.kill()
    await victim.start()
  }
  await load.stop()
  const officer = await signIn(victim.url, 'officer', transferOffice)
  await settled(officer)
  const { offers, needs, agreed } = load.acknowledged
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
    const matches = await listAll(
      async (cursor) => (await officer.call(matchesApi.list, { query: { limit: 100, cursor } })).body,
    )
    assert.equal(unique(matches.map((match) => `${match.need.id} ${match.offer.id}`)), matches.length)
    for (const { id } of matches) {
      const { body } = await officer.call(matchesApi.history, { params: { id } })
      const types = body.items.map(({ type }) => type)
      assert.equal(
        unique(types.filter((type) => !type.includes('accepted'))),
        types.filter((type) => !type.includes('accepted')).length,
      )
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
      assert.deepEqual(
        body.items.map(({ type }) => type),
        ['techbridge.case.opened.v1'],
      )
    }
  })

  await t.test('no event is a dead letter', async () => {
    const admin: Client = await signIn(victim.url, 'admin', transferOffice)
    assert.deepEqual((await admin.call(operationsApi.deadLetters)).body.items, [])
  })

  await t.test(
    'SIGTERM ends it cleanly, and the log has every event of every record, each after the one before',
    async () => {
      assert.deepEqual(await victim.terminate(), [0, null])
      const adapters = await openAdapters({ DATA_DIR: dataDir }, pino({ level: 'silent' }))
      const seen = new Map<string, number>()
      for await (const { event } of adapters.bus.read({ topics: Object.keys(topics) as Topic[], live: false })) {
        follow(seen, event)
      }
      await adapters.close()
      for (const id of [...offers, ...needs])
        assert.equal(seen.get(id), 3, `${id} was drafted, submitted and published`)
    },
  )
  assert.equal(victim.errors(), '')
})

/** An event may come again, but none before its predecessor has come. */
const follow = (seen: Map<string, number>, event: CloudEvent) => {
  const last = seen.get(event.subject) ?? 0
  const sequence = sequenceOf(event)
  assert.ok(sequence <= last + 1, `${event.id} came after ${last}`)
  seen.set(event.subject, Math.max(last, sequence))
}
