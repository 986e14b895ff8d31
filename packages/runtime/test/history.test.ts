import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { StaleVersion, type Store } from '@techbridge/store'
import { aggregates, keptKeys, type Writer } from '../src/aggregate.ts'
import { add, at, by, counterType, openStore, runCounters } from './counter.ts'

const once = (key: string, fingerprint = 'same') => ({ idempotency: { key, fingerprint } })
const silent: Writer = { instance: 'here', written: () => undefined }

/** The document itself. */
const stored = async (store: Store, id = 'counter_1') =>
  (await (await store.collection<any>('counters', { indexes: [] })).get(id))!

/** Sums what was added so far, as views that need something of the history have it. */
const summing: typeof counterType = {
  ...counterType,
  summarise: (sum, { data }) => Number(sum ?? 0) + Number(data),
}

describe('the history of a record', () => {
  test('leaves the document once it is published, and is read whole at any time', async () => {
    const running = await runCounters()
    const { counters, service, store } = running
    const events = async () => {
      const history = await counters.historyOf((await counters.get('counter_1'))!)
      return history.map(({ seq, data }) => [seq, data])
    }
    await counters.handle('counter_1', add(5, 2))
    await service.sweep()
    running.failures.push('before')
    await counters.handle('counter_1', add(7))
    await service.stop()
    assert.deepEqual(
      (await stored(store)).pending.map(({ seq }: { seq: number }) => seq),
      [3],
    )
    const all = [
      [1, 5],
      [2, 5],
      [3, 7],
    ]
    assert.deepEqual(await events(), all)
    await service.sweep()
    assert.equal((await stored(store)).pending, undefined)
    assert.deepEqual(await events(), all)
    const [first, ...others] = await counters.historyOf((await counters.get('counter_1'))!, 1)
    assert.deepEqual([first, others], [{ seq: 1, type: 'added', at, by, data: 5 }, []])
  })

  test('does not make its document larger', async () => {
    const { counters, service, store } = await runCounters()
    const sizes: number[] = []
    for (let round = 1; round <= 60; round++) {
      await counters.handle('counter_1', add(1), once(`key ${round + 100}`))
      await service.sweep()
      sizes.push(JSON.stringify(await stored(store)).length)
    }
    assert.ok(sizes[59]! < sizes[40]! + 20, `${sizes}`)
  })

  test('is settled again after a crash between its two writes', async () => {
    const { counters, service, store } = await runCounters()
    const { document } = await counters.handle('counter_1', add(1, 2))
    const histories = await store.collection<any>('counters_history', { indexes: [] })
    const { seq, type, data } = document.pending[0]!
    await histories.insert({ _id: 'counter_1/0000000001', version: 1, seq, type, at, by, data })
    await service.sweep()
    const history = await counters.historyOf((await counters.get('counter_1'))!)
    assert.deepEqual(
      history.map((entry) => entry.seq),
      [1, 2],
    )
  })
})

describe('idempotency keys', () => {
  test('of commands that made nothing happen are remembered', async () => {
    const { counters, store } = await runCounters()
    await counters.handle('counter_1', add(1))
    const { version } = (await counters.get('counter_1'))!
    const { outcome } = await counters.handle('counter_1', add(0), once('nothing'))
    assert.deepEqual([outcome, (await counters.get('counter_1'))?.version], ['nothing', version])
    await counters.handle('counter_1', add(3))
    assert.equal((await counters.handle('counter_1', add(0), once('nothing'))).outcome, 'replayed')
    assert.equal((await stored(store)).seq, version + 1)
  })

  test('are kept as far as they are new, and that which made the record always', async () => {
    const { counters } = await runCounters()
    const commands = Array.from({ length: keptKeys + 10 }, (_, place) => `key ${place}`)
    for (const key of commands) await counters.handle('counter_1', add(1), once(key))
    const { keys } = (await counters.get('counter_1'))!
    assert.deepEqual(
      keys.map(({ key }) => key),
      [commands[0], ...commands.slice(-keptKeys)],
    )
    const repeated = async (key: string) => (await counters.handle('counter_1', add(1), once(key))).outcome
    assert.equal(await repeated('key 0'), 'replayed')
    assert.equal(await repeated(commands.at(-1)!), 'replayed')
    assert.equal(await repeated('key 1'), 'done')
  })
})

describe('a document of before histories stood apart', () => {
  const entry = (seq: number, data: number, more: object = {}) => ({ seq, type: 'added', at, by, data, ...more })
  const old = {
    _id: 'counter_1',
    version: 3,
    total: 9,
    state: { total: 9 },
    plain: true,
    history: [
      entry(1, 2, { key: 'made', fingerprint: 'same' }),
      entry(2, 3),
      entry(3, 4, { key: 'later', fingerprint: 'same' }),
    ],
    outbox: [3],
    pendingSince: at,
  }
  const withOld = async () => {
    const store = await openStore()
    await (await store.collection<any>('counters', { indexes: ['pendingSince', 'total'] })).insert(old)
    return store
  }

  test('is read as what it is by now', async () => {
    const counters = await aggregates(await withOld(), summing, silent)
    const record = (await counters.get('counter_1'))!
    assert.partialDeepStrictEqual(record, {
      version: 3,
      state: { total: 9 },
      summary: 9,
      pending: [{ seq: 3, data: 4 }],
    })
    assert.deepEqual(await counters.historyOf(record), [entry(1, 2), entry(2, 3), entry(3, 4)])
    assert.deepEqual(await counters.historyOf(record, 1), [entry(1, 2)])
    for (const key of ['made', 'later'])
      assert.equal((await counters.handle('counter_1', add(1), once(key))).outcome, 'replayed')
    assert.equal((await counters.find({ where: { total: 9 }, limit: 9 })).length, 1)
  })

  test('moves its history with the next write, also when the first try is cut off', async () => {
    const store = await withOld()
    const counters = await aggregates(store, summing, silent)
    const { replace } = counters.records
    counters.records.replace = async (record, before) => {
      counters.records.replace = replace
      await replace(record, { ...before, writes: 99 }).catch(() => undefined)
      throw new StaleVersion('the process died')
    }
    await counters.handle('counter_1', add(1))
    const document = await stored(store)
    assert.partialDeepStrictEqual(document, { version: 4, seq: 4, total: 10, summary: 10 })
    assert.deepEqual([document.history, document.outbox], [undefined, undefined])
    const record = (await counters.get('counter_1'))!
    assert.deepEqual(
      (await counters.historyOf(record)).map(({ seq, data }) => [seq, data]),
      [
        [1, 2],
        [2, 3],
        [3, 4],
        [4, 1],
      ],
    )
  })

  test('has what was pending published, once, and is moved by that', async () => {
    const { service, log, counters, store } = await runCounters({ store: await withOld(), type: summing })
    await service.sweep()
    await service.sweep()
    assert.deepEqual(
      log.map(({ id, data }) => [id, data]),
      [['counter_1/3', 4]],
    )
    const document = await stored(store)
    assert.partialDeepStrictEqual(document, { version: 4, seq: 3 })
    assert.deepEqual([document.history, document.pending, document.pendingSince], [undefined, undefined, undefined])
    assert.equal((await counters.historyOf((await counters.get('counter_1'))!)).length, 3)
  })
})
