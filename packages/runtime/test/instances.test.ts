import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sequenceOf } from '@techbridge/contracts'
import type { Store } from '@techbridge/store'
import { type Clock, systemClock } from '../src/clock.ts'
import { openInstances } from '../src/instances.ts'
import { add, flakyBus, movableClock, openStore, runCounters } from './counter.ts'

/** Two instances of a service over one store and one log. */
const runTwo = async (given?: Clock, store?: Store) => {
  const clock = movableClock()
  const shared = { store: store ?? (await openStore()), flaky: flakyBus(), clock: given ?? clock }
  const [one, other] = [
    await runCounters({ ...shared, instance: 'one' }),
    await runCounters({ ...shared, instance: 'other' }),
  ]
  const later = (seconds: number) => {
    clock.time = new Date(clock.now().getTime() + seconds * 1000).toISOString()
  }
  return { one, other, later, log: shared.flaky.log, flaky: shared.flaky, store: shared.store }
}

const eventually = async (holds: () => boolean | Promise<boolean>) => {
  for (let tries = 0; !(await holds()); tries++) {
    assert.ok(tries < 500, 'it did not come')
    await pause(10)
  }
}

const uri = process.env.TECHBRIDGE_MONGODB_URI

const openMongo = async () => {
  const { openMongoStore } = await import('@techbridge/store/mongo')
  const store = openMongoStore({ uri: String(uri), database: `test-${randomUUID()}` })
  after(() => store.close())
  return store
}

describe('two instances', () => {
  const underLoad = async (store: Store) => {
    const { one, other, log } = await runTwo(systemClock, store)
    for (const { service } of [one, other]) await service.start()
    let loading = true
    /** Both sweep all the time, and all that waits is old enough for them. */
    const sweeping = Promise.all(
      [one, other].map(async ({ service }) => {
        while (loading) {
          await service.sweep()
          await pause(1)
        }
      }),
    )
    const lane = async (place: number) => {
      for (let n = 0; n < 20; n++) {
        const id = `counter_${place}x${n}`
        // Each instance goes on at once with what the other has written.
        for (const { counters } of [one, other, other, one]) await counters.handle(id, add(1))
      }
    }
    await Promise.all(Array.from({ length: 10 }, (_, place) => lane(place)))
    const ids = () => new Set(log.map(({ id }) => id))
    await eventually(() => ids().size === 800)
    loading = false
    await sweeping
    await Promise.all([one, other].map(({ service }) => service.stop()))

    const repeated = log.length - ids().size
    assert.ok(repeated < 8, `${repeated} of ${log.length} were repeated`)
    const last = new Map<string, number>()
    for (const event of log) {
      const before = last.get(event.subject) ?? 0
      assert.ok(sequenceOf(event) <= before + 1, `${event.id} came after ${before}`)
      last.set(event.subject, Math.max(before, sequenceOf(event)))
    }
    assert.equal(await one.service.unpublished(), 0)
  }

  describe('under load publish every event, in order, and repeat fewer than one in a hundred', () => {
    test('on SQLite', async () => underLoad(await openStore()))
    test('on MongoDB', { skip: uri ? false : 'TECHBRIDGE_MONGODB_URI is not set' }, async () =>
      underLoad(await openMongo()),
    )
  })

  test('take over from each other, when one is gone and not before', async () => {
    const { one, other, later, log, flaky } = await runTwo()
    flaky.failures.push('before')
    await one.counters.handle('counter_1', add(1, 2))
    await one.service.stop()
    await other.service.sweep()
    later(4)
    await one.service.sweep().catch(() => undefined)
    assert.equal(log.length, 2, 'while it lives it publishes what it wrote')

    flaky.failures.push('before')
    await one.counters.handle('counter_2', add(1))
    await one.service.stop()
    await other.counters.handle('counter_2', add(1))
    await other.service.sweep()
    assert.equal(log.length, 2, 'what follows waits')
    later(4)
    await other.service.sweep()
    assert.equal(log.length, 2)
    later(2)
    await other.service.sweep()
    assert.deepEqual(
      log.slice(2).map(({ id }) => id),
      ['counter_2/1', 'counter_2/2'],
    )
    await other.service.stop()
    assert.equal(await other.service.unpublished(), 0)
  })

  test('leave what the other one writes to it for as long as it sends heartbeats', async () => {
    const store = await openStore()
    const clock = movableClock()
    const [own, watching] = [await openInstances(store, 'one', clock), await openInstances(store, 'other', clock)]
    const later = (seconds: number) => {
      clock.time = new Date(clock.now().getTime() + seconds * 1000).toISOString()
    }
    assert.equal(await watching.isGone('one'), false, 'seen for the first time')
    for (let second = 0; second < 10; second++) {
      later(2)
      await own.beat()
      assert.equal(await watching.isGone('one'), false)
    }
    later(6)
    assert.equal(await watching.isGone('one'), true)
    const again = await openInstances(store, 'one', clock)
    await again.beat()
    await again.beat()
    assert.equal(await watching.isGone('one'), false, 'it is back')
  })
})
