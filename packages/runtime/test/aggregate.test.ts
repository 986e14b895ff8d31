import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { InvalidEvent } from '@techbridge/bus'
import { cloudEvent, type EventContract } from '@techbridge/contracts'
import { DomainError } from '@techbridge/domain'
import { type Filter, StaleVersion, type Store } from '@techbridge/store'
import { z } from 'zod'
import { aggregates, KeyReused, toCloudEvent, VersionMismatch, type Writer } from '../src/aggregate.ts'
import type { Aggregate } from '../src/records.ts'
import { inSpan } from '../src/trace.ts'
import { add, anyEvent, at, by, type Counter, counterType, openStore } from './counter.ts'

/** Takes amounts below 2. */
const brokenFrom2 = cloudEvent.extend({ data: z.number().max(1) }) as EventContract['envelope']

/** Notes what is written. */
const noting = (written: unknown[]): Writer => ({
  instance: 'here',
  written: (_, record) => void written.push(record),
})

const open = async (store?: Store) => {
  const written: Aggregate<Counter>[] = []
  const counters = await aggregates(store ?? (await openStore()), counterType, noting(written))
  return { counters, written }
}

describe('handling a command', () => {
  test('writes state and what is to be published in one document', async () => {
    const { counters, written } = await open()
    const { document, outcome } = await inSpan('test', 'server', undefined, () =>
      counters.handle('counter_1', add(2, 2)),
    )
    assert.equal(outcome, 'done')
    const { indexing: _, ...kept } = JSON.parse(JSON.stringify(document))
    assert.partialDeepStrictEqual(await counters.get('counter_1'), kept)
    assert.partialDeepStrictEqual(document, {
      version: 2,
      state: { total: 4 },
      pendingSince: at,
      pending: [
        { seq: 1, type: 'added', at, by, data: 2, owner: 'here' },
        { seq: 2, type: 'added', at, by, data: 2, owner: 'here' },
      ],
    })
    assert.match(document.pending[0]!.trace!, /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
    assert.deepEqual(written, [document])
  })

  test('that makes nothing happen writes nothing', async () => {
    const { counters, written } = await open()
    await counters.handle('counter_1', add(1))
    const { outcome, document } = await counters.handle('counter_1', add(0))
    assert.deepEqual([outcome, document.version, written.length], ['nothing', 1, 1])
  })

  test('of which an event could not be published is our fault, and writes nothing', async () => {
    for (const [contract, fault] of [
      [undefined, /no contract/],
      [{ ...anyEvent('added'), envelope: brokenFrom2 }, /added: data: /],
    ] as const) {
      const store = await openStore()
      const written: unknown[] = []
      const type = { ...counterType, contractOf: () => contract }
      const counters = await aggregates(store, type, noting(written))
      await assert.rejects(counters.handle('counter_1', add(5)), (error: Error) => {
        assert.ok(error instanceof InvalidEvent)
        assert.match(error.message, fault)
        return true
      })
      assert.equal(await counters.get('counter_1'), undefined)
      assert.deepEqual(written, [])
      if (contract) assert.equal((await counters.handle('counter_1', add(1))).outcome, 'done')
    }
  })

  test('that is refused leaves no trace', async () => {
    const { counters, written } = await open()
    await counters.handle('counter_1', add(1))
    await assert.rejects(counters.handle('counter_1', add(-2)), DomainError)
    await assert.rejects(counters.handle('counter_2', add(-2)), DomainError)
    assert.deepEqual([(await counters.get('counter_1'))?.version, await counters.get('counter_2')], [1, undefined])
    assert.equal(written.length, 1)
  })

  test('decides anew on what others have written meanwhile', async () => {
    const { counters } = await open()
    await Promise.all(Array.from({ length: 15 }, () => counters.handle('counter_1', add(1))))
    const taken = await Promise.allSettled(Array.from({ length: 18 }, () => counters.handle('counter_1', add(-1))))
    assert.equal(taken.filter(({ status }) => status === 'fulfilled').length, 15)
    for (const one of taken) if (one.status === 'rejected') assert.equal(one.reason.code, 'exists')
    const document = (await counters.get('counter_1'))!
    assert.deepEqual([document.state.total, document.version], [0, 30])
    assert.deepEqual(
      (await counters.historyOf(document)).map(({ seq }) => seq),
      Array.from({ length: 30 }, (_, place) => place + 1),
    )
  })

  test('gives up when others never let it through', async () => {
    const store = await openStore()
    const { counters } = await open(store)
    await counters.handle('counter_1', add(1))
    counters.records.replace = async () => {
      throw new StaleVersion('always')
    }
    await assert.rejects(counters.handle('counter_1', add(1)), { name: 'DomainError', code: 'contended' })
  })

  test('passes on what else goes wrong', async () => {
    const { counters } = await open()
    counters.records.insert = async () => {
      throw new Error('disk full')
    }
    await assert.rejects(counters.handle('counter_1', add(1)), /disk full/)
  })
})

describe('expected versions', () => {
  test('must hold the one that stands', async () => {
    const { counters } = await open()
    await counters.handle('counter_1', add(1))
    await assert.rejects(counters.handle('counter_1', add(1), { expected: [2] }), (error) => {
      assert.ok(error instanceof VersionMismatch)
      return error.current === 1
    })
    await assert.rejects(counters.handle('counter_1', add(1), { expected: [] }), VersionMismatch)
    const { document } = await counters.handle('counter_1', add(1), { expected: [7, 1] })
    assert.equal(document.version, 2)
  })
})

describe('an idempotency key', () => {
  const once = (key: string, fingerprint = 'same') => ({ idempotency: { key, fingerprint } })

  test('makes a repetition give what stands, whatever version is expected', async () => {
    const { counters } = await open()
    await counters.handle('counter_1', add(1), once('k'))
    await counters.handle('counter_1', add(5))
    const { document, outcome } = await counters.handle('counter_1', add(1), { ...once('k'), expected: [0] })
    assert.deepEqual([outcome, document.state.total, document.version], ['replayed', 6, 2])
  })

  test('acts once however many come at once', async () => {
    const { counters } = await open()
    const handled = await Promise.all(Array.from({ length: 10 }, () => counters.handle('counter_1', add(1), once('k'))))
    assert.equal(handled.filter(({ outcome }) => outcome === 'done').length, 1)
    assert.equal((await counters.get('counter_1'))?.state.total, 1)
  })

  test('is refused for another request', async () => {
    const { counters } = await open()
    await counters.handle('counter_1', add(1), once('k'))
    await assert.rejects(counters.handle('counter_1', add(2), once('k', 'other')), KeyReused)
  })
})

test('an entry of a history is the same event whenever it is published', async () => {
  const { counters } = await open()
  const { document } = await counters.handle('counter_1', add(1))
  const event = toCloudEvent('test', 'counter_1', document.pending[0]!)
  assert.deepEqual(event, toCloudEvent('test', 'counter_1', (await counters.get('counter_1'))!.pending[0]!))
  assert.partialDeepStrictEqual(event, { id: 'counter_1/1', subject: 'counter_1', sequence: '0000000001', time: at })
})

describe('records of an earlier version', () => {
  test('get the fields that they are found by now, and stay as they are otherwise', async () => {
    const store = await openStore()
    const { counters } = await open(store)
    for (const [id, amount] of [['counter_1', 3] as const, ['counter_2', 4] as const])
      await counters.handle(id, add(amount))
    const before = await counters.get('counter_1')
    const laterType = {
      ...counterType,
      lists: ['factors'],
      indexing: 1,
      indexed: ({ total }: Counter) => ({ total, factors: total % 2 === 0 ? ['two'] : ['odd', 'one'] }),
    }
    const later = await aggregates(store, laterType, noting([]))
    const ids = async (where: Filter) => (await later.find({ where, limit: 9 })).map(({ _id }) => _id)
    assert.deepEqual(await ids({ factors: 'odd' }), ['counter_1'])
    assert.deepEqual(await later.get('counter_1'), { ...before, indexing: 1, writes: 2 })
    await later.handle('counter_3', add(8))
    assert.deepEqual(await ids({ factors: ['two'] }), ['counter_2', 'counter_3'])
    await later.handle('counter_1', add(1))
    assert.deepEqual(await ids({ factors: ['two'] }), ['counter_1', 'counter_2', 'counter_3'])
  })
})
