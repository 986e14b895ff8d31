import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { openSqliteBus } from '@techbridge/bus'
import { offerEvents } from '@techbridge/contracts'
import { toCloudEvent } from '@techbridge/runtime'
import { assertProblem, fieldsOf } from '@techbridge/testkit'
import { idsOf, openLibrary, search } from './library.ts'

const id = 'offer_ffffffffffffffffffffffff'
const broken = toCloudEvent('offers', id, {
  seq: 1,
  type: offerEvents.published.type,
  at: '2026-11-24T08:00:00.000Z',
  by: { subject: 'test', role: 'system' },
  data: { id, content: 'no content' },
})

const { running, publishOffer } = await openLibrary({
  prepare: async (dataDir) => {
    const bus = openSqliteBus(join(dataDir, 'events.db'))
    await bus.publish([broken])
    await bus.close()
  },
})
const admin = await running.as('admin')

test('an event that breaks its contract is set aside with the reason, and the others go on', async () => {
  const offer = await publishOffer()
  await running.settle()
  assert.deepEqual(idsOf(await search(running.anonymous)), [offer.id])
  const { body } = await admin.get('/v1/dead-letters').expect(200)
  assert.equal(body.items.length, 1)
  const [letter] = body.items
  assert.partialDeepStrictEqual(letter, { group: 'search', topic: 'techbridge.offers', attempts: 1, event: broken })
  assert.match(letter.reason, /data\.reference/)
  const { body: read } = await admin.get(`/v1/dead-letters/${letter.id}`).expect(200)
  assert.deepEqual(read, letter)
  assert.deepEqual((await admin.get('/v1/dead-letters?group=matching')).body.items, [])
})

test('a dead letter is replayed, and set aside anew when it fails again', async () => {
  const { body } = await admin.get('/v1/dead-letters').expect(200)
  const [letter] = body.items
  const replayed = await admin.post(`/v1/dead-letters/${letter.id}/replay`).expect(202)
  assert.ok(replayed.body.replayedAt)
  await running.settle()
  const { body: now } = await admin.get('/v1/dead-letters').expect(200)
  assert.deepEqual([now.items.length, now.items[1].id, now.items[0].replayedAt], [2, letter.id, undefined])
  const first = await admin.get('/v1/dead-letters?limit=1').expect(200)
  const second = await admin.get(`/v1/dead-letters?limit=1&cursor=${first.body.next}`).expect(200)
  assert.deepEqual([...first.body.items, ...second.body.items], now.items)
  assert.equal(second.body.next, undefined)
})

test('a cursor that no page of dead letters gave is refused', async () => {
  for (const cursor of ['x', '0', '999999999999', '1'.repeat(500), '%22']) {
    const problem = assertProblem(await admin.get(`/v1/dead-letters?cursor=${cursor}`), 400, 'bad-cursor')
    assert.deepEqual(fieldsOf(problem), ['query.cursor'])
  }
})

test('dead letters are for admins, and unknown ones are not there', async () => {
  const officer = await running.as('officer')
  assertProblem(await officer.get('/v1/dead-letters'), 403, 'wrong-role')
  assertProblem(await running.anonymous.get('/v1/dead-letters'), 401, 'not-signed-in')
  for (const unknown of ['999999999999', 'x', '%00x']) {
    const answer = await admin.get(`/v1/dead-letters/${unknown}`)
    if (unknown.startsWith('%')) assertProblem(answer, 400, 'invalid')
    else assertProblem(answer, 404, 'not-found')
  }
  assertProblem(await admin.post('/v1/dead-letters/999999999999/replay'), 404, 'not-found')
})

test('lag is for officers and admins', async () => {
  const { body } = await (await running.as('officer')).get('/v1/lag').expect(200)
  assert.equal(body.groups.search, 0)
  assert.equal(body.replays.search, 0)
  assert.deepEqual(body.outboxes, { search: 0 })
  assertProblem(await (await running.as('provider')).get('/v1/lag'), 403, 'wrong-role')
})
