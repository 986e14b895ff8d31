import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertProblem, callers, needContent } from '@techbridge/testkit'
import { streamView } from '../src/domain/stream-view.ts'
import { idsOf, openLibrary, search } from './library.ts'

const { running, publishNeed, publishOffer } = await openLibrary()
const { anonymous, clock } = running

const dayOf = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
const due = dayOf(20)
const chosen = await publishNeed(needContent({ responseDeadline: due, responseDeadlineZone: 'Asia/Kathmandu' }))
const byCountry = await publishNeed(needContent({ responseDeadline: due }))
const later = await publishNeed(needContent({ responseDeadline: dayOf(60) }))
const without = await publishNeed()
const offer = await publishOffer()
await running.settle()

const open = async (query: Record<string, string> = {}) => {
  const { items, total } = await search(anonymous, { deadline: 'open', ...query })
  assert.equal(total, items.length)
  return idsOf({ items }).toSorted()
}
const ids = (...profiles: { id: string }[]) => profiles.map(({ id }) => id).toSorted()
const until = (instant: string) => clock.advance({ seconds: (Date.parse(instant) - clock.now().getTime()) / 1000 })

describe('a search', () => {
  test('shows deadlines, and finds everything that is open while none has passed', async () => {
    assert.deepEqual(await open(), ids(chosen, byCountry, later, without, offer))
    const { items } = await search(anonymous, { kind: 'need' })
    assert.deepEqual(items.find(({ id }: any) => id === chosen.id).deadline, {
      date: due,
      zone: 'Asia/Kathmandu',
      zoneFrom: 'owner',
      endsAt: `${due}T18:15:00.000Z`,
      passed: false,
    })
    assert.equal('deadline' in items.find(({ id }: any) => id === without.id), false)
  })

  test('leaves out on demand what has passed by then, each by its zone, and marks it otherwise', async () => {
    until(`${due}T16:59:59.999Z`)
    assert.deepEqual(await open({ kind: 'need' }), ids(chosen, byCountry, later, without))
    until(`${due}T17:00:00.000Z`)
    assert.deepEqual(await open({ kind: 'need' }), ids(chosen, later, without))
    until(`${due}T18:15:00.000Z`)
    assert.deepEqual(await open({ kind: 'need' }), ids(later, without))
    assert.deepEqual(await open({ q: 'drip irrigation' }), ids(later, without, offer))

    const { items, total } = await search(anonymous, { kind: 'need' })
    const passed = items.filter(({ deadline }: any) => deadline?.passed)
    assert.deepEqual([total, idsOf({ items: passed }).toSorted()], [4, ids(chosen, byCountry)])
  })

  test('goes from page to page while time passes', async () => {
    const first = await search(anonymous, { deadline: 'open', limit: 1 })
    clock.advance({ seconds: 60 })
    const second = await search(anonymous, { deadline: 'open', limit: 2, cursor: first.next })
    assert.deepEqual([...idsOf(first), ...idsOf(second)].toSorted(), ids(later, without, offer))
  })

  test('knows no other deadline to ask for', async () => {
    assertProblem(await anonymous.get('/v1/search?deadline=passed'), 400, 'invalid')
  })
})

test('a stream says when the deadline of what was published ends', async () => {
  const event = (await running.events()).find(({ subject }) => subject === byCountry.id)!
  for (const caller of Object.values(callers)) {
    const { deadline } = streamView(event, caller, (id) => id)!.data as { deadline: unknown }
    assert.deepEqual(deadline, {
      date: due,
      zone: 'Asia/Ho_Chi_Minh',
      zoneFrom: 'country',
      endsAt: `${due}T17:00:00.000Z`,
    })
  }
})
