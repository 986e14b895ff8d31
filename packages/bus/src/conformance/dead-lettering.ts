import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CloudEvent, Group } from '@techbridge/contracts'
import { BadCursor } from '@techbridge/port'
import { type DeadLetter, type EventBus, Poison } from '../bus.ts'
import { caughtUp, eventually, fresh, ids, type Open, offer, Recorder } from './harness.ts'

export function deadLettering(open: Open): void {
  test(
    'dead letters are listed newest first, by page and by group',
    fresh(open, async ({ bus }) => {
      const events = [1, 2, 3, 4, 5].map((sequence) => offer('offer_1', sequence))
      await kill(bus, 'search', events)
      await kill(bus, 'matching', [...events, offer('offer_1', 6)])

      const search = await bus.deadLetters.list({ group: 'search', limit: 10 })
      assert.deepEqual(eventIds(search), ids(events).reverse())
      const pages: DeadLetter[] = []
      for (let after: string | undefined; ; after = pages.at(-1)?.id) {
        const page = await bus.deadLetters.list({ after, limit: 4 })
        pages.push(...page)
        if (page.length < 4) break
      }
      assert.equal(pages.length, 11)
      assert.equal(new Set(pages.map(({ id }) => id)).size, 11)
      assert.deepEqual(
        pages.filter(({ group }) => group === 'search'),
        search,
      )
      const firstOfGroup = await bus.deadLetters.list({ group: 'search', limit: 2 })
      const restOfGroup = await bus.deadLetters.list({ group: 'search', after: firstOfGroup[1]!.id, limit: 10 })
      assert.deepEqual([...firstOfGroup, ...restOfGroup], search)
      assert.deepEqual(await bus.deadLetters.list({ group: 'licensing', limit: 10 }), [])
    }),
  )

  test(
    'dead letters are not listed after one that is not there',
    fresh(open, async ({ bus }) => {
      await assert.rejects(bus.deadLetters.list({ after: 'no-such-id', limit: 10 }), BadCursor)
      const [letter] = await kill(bus, 'search', [offer('offer_1', 1)])
      for (const after of ['', '0', 'no-such-id', `${letter!.id}0`]) {
        await assert.rejects(bus.deadLetters.list({ after, limit: 10 }), BadCursor, after)
      }
      assert.deepEqual(await bus.deadLetters.list({ after: letter!.id, limit: 10 }), [])
    }),
  )

  test(
    'dead letters are there when the bus is opened again',
    fresh(open, async ({ bus, reopen }) => {
      const [letter] = await kill(bus, 'search', [offer('offer_1', 1)])
      const reopened = await reopen()
      assert.deepEqual(await reopened.deadLetters.list({ limit: 10 }), [letter])
      assert.deepEqual(await reopened.deadLetters.get(letter!.id), letter)
    }),
  )

  test(
    'a dead letter that is not there cannot be had or replayed',
    fresh(open, async ({ bus }) => {
      assert.equal(await bus.deadLetters.get('no-such-id'), undefined)
      await assert.rejects(bus.deadLetters.replay('no-such-id'), /no-such-id/)
    }),
  )

  test(
    'a replayed dead letter is delivered to its group again, and to no other',
    fresh(open, async ({ bus }) => {
      const event = offer('offer_1', 1)
      const others = new Recorder()
      await bus.subscribe({ group: 'matching', handler: others.handler })
      const [letter] = await kill(bus, 'search', [event])

      assert.equal(await bus.pendingReplays('search'), 0)
      await bus.deadLetters.replay(letter!.id)
      assert.equal(await bus.pendingReplays('search'), 1)
      assert.equal(await bus.pendingReplays('matching'), 0)
      const recorder = new Recorder()
      await bus.subscribe({ group: 'search', handler: recorder.handler })
      await eventually('it is handled', () => recorder.has([event]))
      await eventually('it is committed', async () => (await bus.pendingReplays('search')) === 0)
      await caughtUp(bus, 'matching')
      assert.deepEqual(others.called, [event])
      assert.deepEqual(recorder.handled[0], event)

      const replayed = await eventually('it is marked', async () => {
        const found = await bus.deadLetters.get(letter!.id)
        return found?.replayedAt && found
      })
      assert.ok(replayed.replayedAt! >= letter!.at)
      assert.deepEqual(replayed, { ...letter, replayedAt: replayed.replayedAt })
      assert.deepEqual(await bus.deadLetters.list({ limit: 10 }), [replayed])
    }),
  )

  test(
    'a replayed dead letter that fails again is a dead letter anew, and may be replayed again',
    fresh(open, async ({ bus }) => {
      const event = offer('offer_1', 1)
      const [first] = await kill(bus, 'search', [event])
      let mended = false
      const recorder = new Recorder(async () => {
        if (!mended) throw new Poison('still broken')
      })
      await bus.subscribe({ group: 'search', handler: recorder.handler })
      await bus.deadLetters.replay(first!.id)
      const letters = await eventually('there are two', async () => {
        const found = await bus.deadLetters.list({ limit: 10 })
        return found.length === 2 && found
      })
      const [second] = letters
      assert.notEqual(second!.id, first!.id)
      assert.match(second!.reason, /still broken/)
      assert.deepEqual(
        { group: second!.group, topic: second!.topic, event: second!.event },
        { group: 'search', topic: 'techbridge.offers', event },
      )
      assert.equal(second!.replayedAt, undefined)

      mended = true
      await bus.deadLetters.replay(first!.id)
      await bus.deadLetters.replay(second!.id)
      await eventually('both come', () => recorder.handled.length === 2)
    }),
  )
}

const eventIds = (letters: readonly DeadLetter[]) => ids(letters.map(({ event }) => event as CloudEvent))

/** Makes the events, published unless they are in the log, dead letters of the group, and gives these, newest first. */
async function kill(bus: EventBus, group: Group, events: readonly CloudEvent[]): Promise<DeadLetter[]> {
  const known = new Set<string>()
  for await (const { event } of bus.read({ topics: ['techbridge.offers'], live: false })) known.add(event.id)
  await bus.publish(events.filter(({ id }) => !known.has(id)))
  const poisoned = new Recorder(async () => Promise.reject(new Poison('broken')))
  const subscription = await bus.subscribe({ group, handler: poisoned.handler })
  const letters = await eventually('all are dead', async () => {
    const found = await bus.deadLetters.list({ group, limit: 100 })
    return found.length >= events.length && found
  })
  await subscription.close()
  return letters
}
