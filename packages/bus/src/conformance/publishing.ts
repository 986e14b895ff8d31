import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  assertCompleteInOrder,
  eventually,
  fresh,
  match,
  need,
  type Open,
  offer,
  Recorder,
  rounds,
  subjects,
} from './harness.ts'

export function publishing(open: Open): void {
  test(
    'an event comes out as it went in',
    fresh(open, async ({ bus }) => {
      const data = {
        title: 'ເຕັກໂນໂລຊີ 技术 🌏 "quoted"\n\u0000',
        deep: [{ n: 1.5, none: null, yes: true }],
        long: 'ж'.repeat(100_000),
      }
      const event = { ...offer('offer_1', 1, data), traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` }
      const recorder = new Recorder()
      await bus.subscribe({ group: 'search', handler: recorder.handler })
      await bus.publish([event])
      await eventually('the event is handled', () => recorder.has([event]))
      assert.deepEqual(recorder.handled[0], event)
    }),
  )

  test(
    'events of a subject keep their order within a call and between calls',
    fresh(open, async ({ bus }) => {
      const recorder = new Recorder()
      await bus.subscribe({ group: 'search', handler: recorder.handler })
      const published = rounds(9, subjects(20))
      for (let at = 0; at < published.length; at += 45) await bus.publish(published.slice(at, at + 45))
      await eventually('all is handled', () => recorder.has(published))
      assertCompleteInOrder(recorder.called, published)
      assert.deepEqual(recorder.overlaps, [])
    }),
  )

  test(
    'thousands of events in one call',
    fresh(open, async ({ bus }) => {
      const published = rounds(100, subjects(50))
      await bus.publish(published)
      const recorder = new Recorder()
      await bus.subscribe({ group: 'search', handler: recorder.handler })
      await eventually('all is handled', () => recorder.has(published))
      assertCompleteInOrder(recorder.called, published)
    }),
  )

  test(
    'an empty call is fine, an event type of no topic is an error that names it',
    fresh(open, async ({ bus }) => {
      await bus.publish([])
      await assert.rejects(
        bus.publish([{ ...offer('offer_1', 1), type: 'techbridge.dream.had.v1' }]),
        /techbridge\.dream\.had\.v1/,
      )
    }),
  )

  test(
    'a group receives the events of its own topics',
    fresh(open, async ({ bus }) => {
      const search = new Recorder()
      const licensing = new Recorder()
      await bus.subscribe({ group: 'search', handler: search.handler })
      await bus.subscribe({ group: 'licensing', handler: licensing.handler })
      const listed = [offer('offer_1', 1), need('need_1', 1)]
      const matched = [match('match_1', 1)]
      await bus.publish([...matched, ...listed])
      await eventually('both have theirs', () => search.has(listed) && licensing.has(matched))
      assertCompleteInOrder(search.called, listed)
      assertCompleteInOrder(licensing.called, matched)
    }),
  )

  test(
    'the engine answers a ping',
    fresh(open, ({ bus }) => bus.ping()),
  )
}
