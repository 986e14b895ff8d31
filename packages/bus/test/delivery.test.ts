import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Unavailable } from '@techbridge/port'
import { Poison } from '../src/bus.ts'
import { deliver, pauseAfter, persist } from '../src/delivery.ts'

const quick = { attempts: 3, firstPause: 0, maxPause: 0 }
const never = new AbortController().signal

/** Fails with the errors, one a call, then resolves. */
function failing(...errors: unknown[]) {
  const calls: number[] = []
  return {
    calls,
    handle: async () => {
      const error = errors[calls.push(calls.length) - 1]
      if (error) throw error
    },
  }
}

test('a handler that resolves is called once', async () => {
  const { calls, handle } = failing()
  assert.deepEqual(await deliver(handle, { signal: never }), { kind: 'handled' })
  assert.equal(calls.length, 1)
})

test('an error is retried up to `attempts` calls in all', async () => {
  const { calls, handle } = failing(new Error('one'), new Error('two'), new Error('three'), new Error('four'))
  assert.deepEqual(await deliver(handle, { retry: quick, signal: never }), {
    kind: 'dead',
    reason: 'three',
    attempts: 3,
  })
  assert.equal(calls.length, 3)
})

test('poison is dead at once, also after other failures', async () => {
  const retry = { ...quick, attempts: 9 }
  const first = await deliver(failing(new Poison('bad')).handle, { retry, signal: never })
  assert.deepEqual(first, { kind: 'dead', reason: 'bad', attempts: 1 })
  const later = await deliver(failing(new Error('busy'), new Poison('bad')).handle, { retry, signal: never })
  assert.deepEqual(later, { kind: 'dead', reason: 'bad', attempts: 2 })
})

test('unavailable is retried without end and uses up no attempt', async () => {
  const away = Array.from({ length: 50 }, () => new Unavailable('away'))
  const { calls, handle } = failing(new Error('one'), ...away, new Error('two'), new Error('three'))
  assert.deepEqual(await deliver(handle, { retry: quick, signal: never }), {
    kind: 'dead',
    reason: 'three',
    attempts: 3,
  })
  assert.equal(calls.length, 53)
  const back = failing(...away)
  assert.deepEqual(await deliver(back.handle, { retry: quick, signal: never }), { kind: 'handled' })
})

test('what is thrown need not be an error', async () => {
  const outcome = await deliver(failing('plain text').handle, { retry: { ...quick, attempts: 1 }, signal: never })
  assert.deepEqual(outcome, { kind: 'dead', reason: 'plain text', attempts: 1 })
})

test('the signal ends a pause, and no call follows', async () => {
  const stop = new AbortController()
  const { calls, handle } = failing(new Error('busy'), new Error('busy'))
  const outcome = await deliver(handle, {
    retry: { attempts: 5, firstPause: 3_600_000, maxPause: 3_600_000 },
    signal: stop.signal,
    beforePause: async () => void setImmediate(() => stop.abort()),
  })
  assert.deepEqual(outcome, { kind: 'stopped' })
  assert.equal(calls.length, 1)
})

test('after the signal nothing is called, but a call that ended well counts', async () => {
  const stop = new AbortController()
  assert.deepEqual(await deliver(async () => stop.abort(), { signal: stop.signal }), { kind: 'handled' })
  const { calls, handle } = failing()
  assert.deepEqual(await deliver(handle, { signal: stop.signal }), { kind: 'stopped' })
  assert.equal(calls.length, 0)
})

test('pauses double up to the longest', () => {
  const pauses = [1, 2, 3, 4, 5, 2000].map((call) => pauseAfter(call, { firstPause: 100, maxPause: 700 }))
  assert.deepEqual(pauses, [100, 200, 400, 700, 700, 700])
})

test('persisting ends when the work is done, or with the signal', async () => {
  assert.equal(await persist(failing(new Error('full')).handle, never), true)
  const stop = new AbortController()
  const work = async () => {
    setImmediate(() => stop.abort())
    throw new Error('full')
  }
  assert.equal(await persist(work, stop.signal), false)
})
