import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { Poison } from '../bus.ts'
import {
  assertCompleteInOrder,
  caughtUp,
  eventually,
  fresh,
  type Open,
  offer,
  Recorder,
  rounds,
  subjects,
} from './harness.ts'

const quick = { firstPause: 1, maxPause: 4 }

export function retrying(open: Open): void {
  test(
    'a handler that fails is called again, and the events behind wait',
    fresh(open, async ({ bus }) => {
      const events = [offer('offer_1', 1), offer('offer_1', 2)]
      const recorder = new Recorder(async (event) => {
        if (event.id === events[0]!.id && recorder.calls(event) < 3) throw new Error('busy')
      })
      await bus.subscribe({ group: 'search', handler: recorder.handler, retry: { ...quick, attempts: 3 } })
      await bus.publish(events)
      await eventually('both are handled', () => recorder.has(events))
      assert.deepEqual(recorder.called, [events[0], events[0], events[0], events[1]])
      assert.deepEqual(await bus.deadLetters.list({ limit: 10 }), [])
    }),
  )

  test(
    'after all attempts an event is a dead letter of that group, and the partition goes on',
    fresh(open, async ({ bus }) => {
      const [bad, good] = [offer('offer_1', 1, { said: 'ສະບາຍດີ' }), offer('offer_1', 2)]
      const fails = new Recorder(async (event) => {
        if (event.id === bad.id) throw new Error('the index is full')
      })
      const works = new Recorder()
      await bus.subscribe({ group: 'search', handler: fails.handler, retry: { ...quick, attempts: 3 } })
      await bus.subscribe({ group: 'matching', handler: works.handler, retry: quick })
      const started = Date.now()
      await bus.publish([bad, good])
      await eventually('both groups are through', () => fails.has([good]) && works.has([bad, good]))
      assert.equal(fails.calls(bad), 3)

      const [letter] = await eventually('the dead letter is listed', async () => {
        const letters = await bus.deadLetters.list({ limit: 10 })
        return letters.length > 0 && letters
      })
      assert.ok(letter)
      const { id, at, reason, ...rest } = letter
      assert.deepEqual(rest, { group: 'search', topic: 'techbridge.offers', event: bad, attempts: 3 })
      assert.match(reason, /the index is full/)
      assert.equal(new Date(at).toISOString(), at)
      assert.ok(Math.abs(Date.parse(at) - started) < 300_000)
      assert.deepEqual(await bus.deadLetters.get(id), letter)
      await caughtUp(bus, 'search')
    }),
  )

  test(
    'a poisonous event is a dead letter at once',
    fresh(open, async ({ bus }) => {
      const event = offer('offer_1', 1)
      const recorder = new Recorder(async () => Promise.reject(new Poison('data.title: too long')))
      await bus.subscribe({ group: 'search', handler: recorder.handler, retry: { ...quick, attempts: 5 } })
      await bus.publish([event])
      const letter = await eventually(
        'the dead letter is listed',
        async () => (await bus.deadLetters.list({ limit: 10 }))[0],
      )
      assert.equal(recorder.calls(event), 1)
      assert.equal(letter.attempts, 1)
      assert.match(letter.reason, /data\.title: too long/)
    }),
  )

  test(
    'what is unavailable is tried without end, while other partitions go on',
    fresh(open, async ({ bus }) => {
      let available = false
      const stuck = [offer('stuck', 1), offer('stuck', 2)]
      const others = rounds(2, subjects(60))
      const recorder = new Recorder(async ({ subject }) => {
        if (subject === 'stuck' && !available) throw new Unavailable('the store is away')
      })
      await bus.subscribe({ group: 'search', handler: recorder.handler, retry: { ...quick, attempts: 2 } })
      await bus.publish([...stuck, ...others])
      await eventually('it was tried more often than `attempts`', () => recorder.calls(stuck[0]!) > 6)
      await eventually('most of the others are handled', () => recorder.handled.length > others.length / 2)
      assert.equal(recorder.calls(stuck[1]!), 0)

      available = true
      await eventually('all is handled', () => recorder.has([...stuck, ...others]))
      assertCompleteInOrder(recorder.handled, [...stuck, ...others])
      assert.deepEqual(await bus.deadLetters.list({ limit: 10 }), [])
    }),
  )
}
