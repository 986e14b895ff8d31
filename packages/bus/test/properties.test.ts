import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import type { CloudEvent } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import fc from 'fast-check'
import { Poison } from '../src/bus.ts'
import { assertCompleteInOrder, caughtUp, ids, offer, Recorder } from '../src/conformance/harness.ts'
import { openOnNewFile } from './sqlite-file.ts'

type Fate = 'works' | 'fails once' | 'unavailable twice' | 'poison'

const publication = fc.record({
  subject: fc.integer({ min: 0, max: 12 }).map((number) => `subject-${number}`),
  fate: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Fate>('works') },
    { weight: 3, arbitrary: fc.constantFrom<Fate>('fails once', 'unavailable twice', 'poison') },
  ),
})

const scenario = fc.record({
  calls: fc.array(fc.array(publication, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 }),
  members: fc.integer({ min: 1, max: 3 }),
  batchSize: fc.integer({ min: 1, max: 20 }),
  subscribeAfter: fc.integer({ min: 0, max: 6 }),
  reopenAfter: fc.integer({ min: 0, max: 6 }),
})

const fail = (fate: Fate, calls: number): void => {
  if (fate === 'poison') throw new Poison('broken')
  if (fate === 'fails once' && calls === 1) throw new Error('busy')
  if (fate === 'unavailable twice' && calls <= 2) throw new Unavailable('away')
}

test('whatever is published and whatever fails, all is handled or dead, in the order of its subject', () =>
  fc.assert(
    fc.asyncProperty(scenario, async ({ calls, members, batchSize, subscribeAfter, reopenAfter }) => {
      const { bus, reopen, cleanup } = await openOnNewFile({ batchSize })
      const fates = new Map<string, Fate>()
      const lengths = new Map<string, number>()
      const published: CloudEvent[] = []
      const recorder: Recorder = new Recorder(async (event) => {
        await setImmediate()
        fail(fates.get(event.id)!, recorder.calls(event))
      })

      let current = bus
      const subscribe = async () => {
        const subscription = {
          group: 'search',
          handler: recorder.handler,
          retry: { attempts: 2, firstPause: 1, maxPause: 1 },
        } as const
        for (let member = 0; member < members; member++) await current.subscribe(subscription)
      }
      for (const [index, call] of calls.entries()) {
        if (index === subscribeAfter) await subscribe()
        const events = call.map(({ subject, fate }) => {
          const sequence = (lengths.get(subject) ?? 0) + 1
          lengths.set(subject, sequence)
          const event = offer(subject, sequence)
          fates.set(event.id, fate)
          return event
        })
        await current.publish(events)
        published.push(...events)
        if (index === reopenAfter) {
          current = await reopen()
          if (index >= subscribeAfter) await subscribe()
        }
      }
      if (subscribeAfter >= calls.length) await subscribe()
      await caughtUp(current, 'search')

      const poisoned = published.filter(({ id }) => fates.get(id) === 'poison')
      const dead = await current.deadLetters.list({ limit: 1000 })
      assert.deepEqual(ids(dead.map(({ event }) => event as CloudEvent)).sort(), ids(poisoned).sort())
      assertCompleteInOrder(recorder.called, published)
      assertCompleteInOrder(
        recorder.handled,
        published.filter(({ id }) => fates.get(id) !== 'poison'),
      )
      assert.equal(recorder.handled.length, published.length - poisoned.length, 'none twice, as nothing crashed')
      assert.deepEqual(recorder.overlaps, [])
      await cleanup()
    }),
    { numRuns: 40 },
  ))
