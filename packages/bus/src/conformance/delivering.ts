import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { CloudEvent } from '@techbridge/contracts'
import { Poison } from '../bus.ts'
import {
  assertCompleteInOrder,
  caughtUp,
  eventually,
  fresh,
  gate,
  ids,
  need,
  type Open,
  offer,
  Recorder,
  rounds,
  subjects,
} from './harness.ts'

export function delivering(open: Open): void {
  test(
    'every group receives every event, a new one from the beginning',
    fresh(open, async ({ bus }) => {
      const published = rounds(3, subjects(20))
      const matching = new Recorder()
      const search = new Recorder()
      await bus.subscribe({ group: 'matching', handler: matching.handler })
      await bus.publish(published)
      await eventually('the first group has all', () => matching.has(published))
      await bus.subscribe({ group: 'search', handler: search.handler })
      await eventually('the second group has all', () => search.has(published))
      assertCompleteInOrder(matching.called, published)
      assertCompleteInOrder(search.called, published)
    }),
  )

  test(
    'members share the partitions, and the others go on when one closes',
    fresh(open, async ({ bus }) => {
      const busy = new Set<string>()
      const work = () => setTimeout(3)
      const [first, second] = [new Recorder(work, busy), new Recorder(work, busy)]
      const order: CloudEvent[] = []
      const watch = (recorder: Recorder) => (event: CloudEvent) => {
        order.push(event)
        return recorder.handler(event)
      }
      const published: CloudEvent[] = []
      const publishRound = async () => {
        const events = rounds(1, subjects(60), published.length / 60 + 1)
        await bus.publish(events)
        published.push(...events)
      }

      await publishRound()
      const subscription = await bus.subscribe({ group: 'search', handler: watch(first) })
      await eventually('the first member is at work', () => first.called.length > 0)
      await bus.subscribe({ group: 'search', handler: watch(second) })
      await eventually('both members have work', async () => {
        const backlog = published.length - first.handled.length - second.handled.length
        if (backlog < 120) await publishRound()
        return first.handled.length > 0 && second.handled.length > 0
      })
      await publishRound()
      await subscription.close()
      const before = first.called.length
      await publishRound()

      await eventually(
        'the group has all',
        () => new Set([...first.handled, ...second.handled].map(({ id }) => id)).size === published.length,
      )
      assert.equal(first.called.length, before, 'a closed member is not called again')
      assertCompleteInOrder(order, published)
      assert.deepEqual([...first.overlaps, ...second.overlaps], [])
    }),
  )

  test(
    'closing waits for the event at hand and commits it; the next member goes on behind it',
    fresh(open, async ({ bus, reopen }) => {
      const release = gate()
      const slow = new Recorder(() => release.opened)
      const events = [offer('offer_1', 1), offer('offer_1', 2)]
      const subscription = await bus.subscribe({ group: 'search', handler: slow.handler })
      await bus.publish(events)
      await eventually('the handler is at work', () => slow.called.length === 1)
      let closed = false
      const closing = subscription.close().then(() => (closed = true))
      await bus.ping()
      const closedEarly = closed
      release.open()
      await closing
      assert.equal(closedEarly, false)
      assert.deepEqual(slow.handled, events.slice(0, 1))

      const next = new Recorder()
      await (await reopen()).subscribe({ group: 'search', handler: next.handler })
      await eventually('the rest is handled', () => next.has(events.slice(1)))
      assert.deepEqual(next.called, events.slice(1))
    }),
  )

  test(
    'a reopened bus goes on where the groups committed',
    fresh(open, async ({ bus, reopen }) => {
      const [early, late] = [rounds(2, subjects(20)), rounds(2, subjects(20), 3)]
      const before = new Recorder()
      await bus.subscribe({ group: 'search', handler: before.handler })
      await bus.publish(early)
      await eventually('the early ones are handled', () => before.has(early))

      const reopened = await reopen()
      await reopened.publish(late)
      const [after, newcomer] = [new Recorder(), new Recorder()]
      await reopened.subscribe({ group: 'search', handler: after.handler })
      await reopened.subscribe({ group: 'matching', handler: newcomer.handler })
      await eventually('all is handled', () => after.has(late) && newcomer.has([...early, ...late]))
      assertCompleteInOrder(after.called, late)
      assertCompleteInOrder(newcomer.called, [...early, ...late])
    }),
  )

  test(
    'what was not handled when the bus closed is delivered again',
    fresh(open, async ({ bus, reopen }) => {
      const events = [offer('offer_1', 1), offer('offer_1', 2)]
      const failing = new Recorder(async () => Promise.reject(new Error('not yet')))
      await bus.subscribe({
        group: 'search',
        handler: failing.handler,
        retry: { attempts: 1_000_000, firstPause: 5, maxPause: 5 },
      })
      await bus.publish(events)
      await eventually('the first was tried', () => failing.called.length > 1)

      const next = new Recorder()
      await (await reopen()).subscribe({ group: 'search', handler: next.handler })
      await eventually('both are handled', () => next.has(events))
      assertCompleteInOrder(next.called, events)
    }),
  )

  test(
    'a group that takes batches gets every event, in order, bounded, and many at once',
    fresh(open, async ({ bus, reopen }) => {
      const published = rounds(100, subjects(10))
      await bus.publish(published)
      const large = Array.from({ length: 6 }, (_, at) => offer('large', at + 1, { text: 'x'.repeat(200_000) }))
      await bus.publish(large)
      const batches: CloudEvent[][] = []
      const taken = new Recorder()
      await bus.subscribe({
        group: 'search',
        handler: taken.handler,
        handleBatch: async (events) => {
          batches.push([...events])
          for (const event of events) await taken.handler(event)
        },
      })
      await eventually('all is handled', () => taken.has([...published, ...large]))
      assertCompleteInOrder(taken.called, [...published, ...large])
      assert.ok(batches.some(({ length }) => length >= 20))
      for (const batch of batches) assert.ok(batch.length <= 50 && JSON.stringify(batch).length < 500_000)

      await caughtUp(bus, 'search')
      const again = new Recorder()
      const reopened = await reopen()
      const late = rounds(1, subjects(10), 101)
      await reopened.subscribe({
        group: 'search',
        handler: again.handler,
        handleBatch: async () => assert.fail('no batch'),
      })
      await reopened.publish(late)
      await eventually('what came later is handled', () => again.has(late))
      assertCompleteInOrder(again.called, late)
    }),
  )

  test(
    'a batch that is refused is handled one by one, and only what fails there dies',
    fresh(open, async ({ bus }) => {
      const published = rounds(10, subjects(10))
      const bad = published[37]!
      await bus.publish(published)
      const recorder = new Recorder(async (event) => {
        if (event.id === bad.id) throw new Poison('broken')
      })
      const handleBatch = async (events: readonly CloudEvent[]) => {
        if (events.some(({ id }) => id === bad.id)) throw new Error('not together')
        for (const event of events) await recorder.handler(event)
      }
      await bus.subscribe({ group: 'search', handler: recorder.handler, handleBatch })
      const others = published.filter(({ id }) => id !== bad.id)
      await eventually('the others are handled', () => recorder.has(others))
      await caughtUp(bus, 'search')
      assertCompleteInOrder(recorder.handled, others)
      assert.deepEqual(ids((await bus.deadLetters.list({ limit: 10 })).map(({ event }) => event as CloudEvent)), [
        bad.id,
      ])
    }),
  )

  test(
    'lag counts by topic what a group has not committed',
    fresh(open, async ({ bus }) => {
      await bus.publish([...rounds(2, subjects(10)), need('need_1', 1)])
      assert.deepEqual({ ...(await bus.lag('search')) }, { 'techbridge.offers': 20, 'techbridge.needs': 1 })
      await bus.subscribe({ group: 'search', handler: async () => {} })
      await caughtUp(bus, 'search')
      assert.equal((await bus.lag('matching'))['techbridge.offers'], 20)
      assert.equal((await bus.lag('licensing'))['techbridge.matches'] ?? 0, 0)
    }),
  )
}
