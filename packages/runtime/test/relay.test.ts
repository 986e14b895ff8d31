import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sequenceOf } from '@techbridge/contracts'
import fc from 'fast-check'
import { add, at, by, runCounters } from './counter.ts'

type Counters = Awaited<ReturnType<typeof runCounters>>

const sequences = ({ log }: Counters, id: string) => log.filter(({ subject }) => subject === id).map(sequenceOf)
const pendingOf = async ({ counters }: Counters, id: string) => {
  const { pending, pendingSince } = (await counters.get(id))!
  return { pending: pending.map(({ seq }) => seq), pendingSince }
}
const empty = { pending: [], pendingSince: undefined }
/** Resolves when what was written has been published, or has failed to be. */
const settled = (running: Counters) => running.service.stop()

describe('what was written', () => {
  test('is published in order, and the outbox cleared', async () => {
    const running = await runCounters()
    await running.counters.handle('counter_1', add(1, 3))
    await settled(running)
    assert.deepEqual(sequences(running, 'counter_1'), [1, 2, 3])
    assert.deepEqual(await pendingOf(running, 'counter_1'), empty)
    assert.equal((await running.counters.get('counter_1'))?.version, 3, 'clearing is no new version')
  })

  test('stays in the outbox when the bus is away, and the sweep publishes it', async () => {
    const running = await runCounters()
    running.failures.push('before')
    await running.counters.handle('counter_1', add(1, 2))
    await settled(running)
    assert.deepEqual(running.log, [])
    assert.deepEqual(await pendingOf(running, 'counter_1'), { pending: [1, 2], pendingSince: at })
    assert.equal(await running.service.unpublished(), 1, 'one record waits')
    await running.service.sweep()
    assert.equal(await running.service.unpublished(), 0)
    assert.deepEqual(sequences(running, 'counter_1'), [1, 2])
    assert.deepEqual(await pendingOf(running, 'counter_1'), empty)
  })

  test('is published again as the same events when it is not known to have arrived', async () => {
    const running = await runCounters()
    running.failures.push('after')
    await running.counters.handle('counter_1', add(1, 2))
    await settled(running)
    await running.service.sweep()
    const [first, second, ...again] = running.log
    assert.deepEqual(again, [first, second])
    assert.deepEqual(await pendingOf(running, 'counter_1'), empty)
  })

  test('is not held up by another document whose events are refused', async () => {
    const running = await runCounters()
    running.failures.push('before', 'before')
    running.refused.add('counter_1')
    const ids = ['counter_1', 'counter_2', 'counter_3']
    await Promise.all(ids.map((id) => running.counters.handle(id, add(1))))
    await running.service.sweep()
    for (const id of ids.slice(1)) assert.deepEqual(await pendingOf(running, id), empty)
    assert.deepEqual((await pendingOf(running, 'counter_1')).pending, [1])
    running.refused.clear()
    await running.service.sweep()
    assert.deepEqual(await pendingOf(running, 'counter_1'), empty)
    await settled(running)
  })

  test('is not swept twice', async () => {
    const running = await runCounters()
    await running.counters.handle('counter_1', add(1))
    await settled(running)
    await running.service.sweep()
    await running.service.sweep()
    assert.equal(running.log.length, 1)
  })

  test('is not lost when the document changes while it is being published', async () => {
    const running = await runCounters()
    await Promise.all(Array.from({ length: 12 }, () => running.counters.handle('counter_1', add(1))))
    await settled(running)
    await running.service.sweep()
    const seen = [...new Set(sequences(running, 'counter_1'))]
    assert.deepEqual(
      seen,
      Array.from({ length: 12 }, (_, place) => place + 1),
    )
    assert.deepEqual(await pendingOf(running, 'counter_1'), empty)
  })
})

test('whatever fails and whoever writes, all is published, and no event before the one it follows', async () => {
  const step = fc.record({
    id: fc.constantFrom('counter_1', 'counter_2', 'counter_3'),
    times: fc.integer({ min: 1, max: 3 }),
    failure: fc.constantFrom(undefined, undefined, 'before' as const, 'after' as const),
    afterwards: fc.constantFrom('go on', 'go on', 'wait', 'sweep'),
  })
  const property = fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
    const running = await runCounters()
    const handling: Promise<unknown>[] = []
    for (const { id, times, failure, afterwards } of steps) {
      if (failure) running.failures.push(failure)
      handling.push(running.counters.handle(id, add(1, times)))
      if (afterwards === 'wait') await Promise.all(handling)
      if (afterwards === 'sweep') await running.service.sweep()
    }
    await Promise.all(handling)
    await settled(running)
    running.failures.length = 0
    await running.service.sweep()

    for (const id of new Set(steps.map((one) => one.id))) {
      const { version } = (await running.counters.get(id))!
      let last = 0
      for (const sequence of sequences(running, id)) {
        assert.ok(sequence <= last + 1, `${sequence} came after ${last}`)
        last = Math.max(last, sequence)
      }
      assert.equal(last, version)
      assert.deepEqual(await pendingOf(running, id), empty)
    }
  })
  await fc.assert(property, { numRuns: 25 })
})

describe('deadlines', () => {
  test('become commands when they are due, and not before', async () => {
    const running = await runCounters()
    const until = '2026-12-01T00:00:00.000Z'
    await running.counters.handle('counter_1', { type: 'alarm', until, at, by })
    await running.counters.handle('counter_2', add(1))
    running.clock.time = '2026-11-30T23:59:59.999Z'
    await running.service.sweep()
    assert.deepEqual(running.due, [])
    running.clock.time = until
    await running.service.sweep()
    await running.service.sweep()
    assert.deepEqual(running.due, [until])
    assert.equal((await running.counters.get('counter_1'))?.dueAt, undefined)
  })

  test('that moved without the record are put right by a command that makes nothing happen', async () => {
    const { records, handle, get } = (await runCounters()).counters
    const until = '2026-12-02T00:00:00.000Z'
    await handle('counter_1', { type: 'alarm', until, at, by })
    const written = await get('counter_1')
    assert.ok(written)
    // As the rules of an earlier release had it.
    await records.replace({ ...written, dueAt: at }, written)
    const { outcome } = await handle('counter_1', add(0))
    assert.equal(outcome, 'nothing')
    assert.equal((await get('counter_1'))?.dueAt, until)
  })

  test('that fail do not hold up others', async () => {
    const running = await runCounters()
    const { records, handle, get } = running.counters
    for (const id of ['counter_1', 'counter_2']) await handle(id, { type: 'alarm', until: at, at, by })
    const { replace } = records
    records.replace = async (record, before) => {
      if (record._id === 'counter_1' && record.version > before.version) throw new Error('no')
      return replace(record, before)
    }
    await running.service.sweep()
    assert.equal((await get('counter_2'))?.dueAt, undefined)
    assert.equal((await get('counter_1'))?.dueAt, at)
    records.replace = replace
    await running.service.sweep()
    assert.equal((await get('counter_1'))?.dueAt, undefined)
    await settled(running)
  })
})
