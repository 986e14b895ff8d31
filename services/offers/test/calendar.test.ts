import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startOfDay } from '@techbridge/contracts'
import { assertProblem, startService } from '@techbridge/testkit'
import { createOffers } from '../src/service.ts'
import { act, type People, published } from './offers.ts'

const startAtNow = async (): Promise<Pick<People, 'running' | 'provider' | 'officer'>> => {
  const running = await startService({ offers: createOffers })
  after(running.close)
  return { running, provider: await running.as('provider'), officer: await running.as('officer') }
}

const typesOf = async ({ running }: Pick<People, 'running'>, id: string) => {
  const events = (await running.events()).filter(({ subject }) => subject === id)
  return [...new Map(events.map((event) => [event.id, event.type.split('.')[2]])).values()]
}

test('an offer is noticed, expires and is archived as the calendar has it', async () => {
  const people = await startAtNow()
  const { running, officer } = people
  const { body } = await published(people)
  const path = `/v1/offers/${body.id}`
  const afterDays = async (days: number) => {
    running.clock.advance({ days })
    await running.settle()
    return (await typesOf(people, body.id)).slice(3)
  }
  assert.deepEqual(await afterDays(350), [])
  assert.deepEqual(await afterDays(1), ['expiry-reminder-sent'])
  await running.anonymous.get(path).expect(200)
  assert.deepEqual(await afterDays(14), ['expiry-reminder-sent', 'expired'])
  assertProblem(await running.anonymous.get(path), 404, 'not-found')
  assert.deepEqual(await afterDays(731), ['expiry-reminder-sent', 'expired', 'archived'])
  assert.equal((await officer.get(path).expect(200)).body.status, 'archived')
})

test('an offer is renewed in its last thirty days, once', async () => {
  const people = await startAtNow()
  const { running, provider } = people
  const offer = await published(people)
  const path = `/v1/offers/${offer.body.id}`
  running.clock.advance({ days: 334 })
  const { headers: early } = await provider.get(path).expect(200)
  const publicly = await running.anonymous.get(path).expect(200)
  assertProblem(await act(provider, offer, 'renew'), 409, 'guard-renewal-window')
  running.clock.advance({ days: 1 })
  const { body: open } = await provider.get(path).set('If-None-Match', early.etag!).expect(200)
  await running.anonymous.get(path).set('If-None-Match', publicly.headers.etag!).expect(304)
  assert.ok(open.actions.includes('renew'))
  const renewed = await act(provider, offer, 'renew').expect(200)
  assert.equal(Date.parse(renewed.body.expiresAt) - Date.parse(offer.body.expiresAt), 365 * 86_400_000)
  assertProblem(await act(provider, renewed, 'renew'), 409, 'guard-renewal-window')
  const seen = await running.anonymous.get(path).set('If-None-Match', publicly.headers.etag!).expect(200)
  assert.deepEqual([seen.body.version, seen.body.expiresAt], [2, startOfDay(renewed.body.expiresAt)])
  running.clock.advance({ days: 40 })
  await running.settle()
  await running.anonymous.get(path).expect(200)
})
