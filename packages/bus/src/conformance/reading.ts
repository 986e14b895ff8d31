import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { BadPosition, type EventBus, type ReadOptions, type Recorded } from '../bus.ts'
import {
  assertCompleteInOrder,
  eventually,
  fresh,
  ids,
  match,
  need,
  type Open,
  offer,
  rounds,
  subjects,
} from './harness.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** What is reachable in this process, in memory of any kind. */
const heldBytes = () => {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const topics = ['techbridge.offers', 'techbridge.needs'] as const

export function reading(open: Open): void {
  test(
    'reading gives every event of the topics, each subject in order, and ends',
    fresh(open, async ({ bus, reopen }) => {
      assert.deepEqual(await readAll(bus), [])
      const published = [...rounds(20, subjects(60)), need('need_1', 1), need('need_1', 2)]
      await bus.publish([...published, match('match_1', 1)])
      assertCompleteInOrder(
        (await readAll(bus)).map(({ event }) => event),
        published,
      )
      assertCompleteInOrder(
        (await readAll(await reopen())).map(({ event }) => event),
        published,
      )
    }),
  )

  test(
    'reading goes on behind any position, which is safe in a URL',
    fresh(open, async ({ bus }) => {
      await bus.publish([...rounds(4, subjects(5)), need('need_1', 1)])
      const all = await readAll(bus)
      for (const [index, { position }] of all.entries()) {
        assert.match(position, /^[\w.~-]+$/)
        const rest = all.slice(index + 1).map(({ event }) => event)
        assertCompleteInOrder(
          (await readAll(bus, position)).map(({ event }) => event),
          rest,
        )
      }
    }),
  )

  test(
    'the end is behind everything published and before everything to come',
    fresh(open, async ({ bus, reopen }) => {
      const atStart = await bus.end(topics)
      await bus.publish(rounds(2, subjects(10)))
      const end = await bus.end(topics)
      assert.deepEqual(await readAll(bus, end), [])
      const late = rounds(2, subjects(10), 3)
      await bus.publish(late)
      assertCompleteInOrder(
        (await readAll(bus, end)).map(({ event }) => event),
        late,
      )
      const reopened = await reopen()
      assertCompleteInOrder(
        (await readAll(reopened, end)).map(({ event }) => event),
        late,
      )
      assert.equal((await readAll(reopened, atStart)).length, 40)
    }),
  )

  test(
    'reading that is not live ends at the end as it stood at the call',
    fresh(open, async ({ bus }) => {
      await bus.publish(rounds(2, subjects(10)))
      const reading = bus.read({ topics, live: false })[Symbol.asyncIterator]()
      assert.ok(!(await reading.next()).done)
      await bus.publish(rounds(2, subjects(10), 3))
      let count = 1
      while (!(await reading.next()).done) count++
      assert.equal(count, 20)
    }),
  )

  test(
    'live reading waits for more until it is aborted',
    fresh(open, async ({ bus }) => {
      const early = rounds(2, subjects(10))
      await bus.publish(early)
      const abort = new AbortController()
      const read: Recorded[] = []
      const reading = collect(bus, { topics, live: true, signal: abort.signal }, read)
      await eventually('the early ones are read', () => read.length >= early.length)
      const late = [...rounds(2, subjects(10), 3), need('need_1', 1)]
      await bus.publish([match('match_1', 1), ...late])
      await eventually('the late ones are read', () => read.length >= early.length + late.length)
      abort.abort()
      await reading
      await bus.publish([offer('offer_1', 9)])
      assertCompleteInOrder(
        read.map(({ event }) => event),
        [...early, ...late],
      )
      assert.equal(new Set(ids(read.map(({ event }) => event))).size, read.length)

      await collect(bus, { topics, live: true, signal: AbortSignal.abort() }, read)
    }),
  )

  test(
    'reading ends at any position that it is told to, with what stands before it',
    fresh(open, async ({ bus }) => {
      await bus.publish([...rounds(3, subjects(5)), need('need_1', 1)])
      const all = await readAll(bus)
      const end = await bus.end(topics)
      const idsBetween = async (from: string | undefined, to: string) =>
        ids((await collect(bus, { topics, from, to, live: false }, [])).map(({ event }) => event)).sort()
      for (const [index, { position }] of all.entries()) {
        const [early, late] = [await idsBetween(undefined, position), await idsBetween(position, end)]
        assert.deepEqual(early, ids(all.slice(0, index + 1).map(({ event }) => event)).sort())
        assert.deepEqual(late, ids(all.slice(index + 1).map(({ event }) => event)).sort())
        assert.ok(bus.covers(end, position) && bus.covers(position, position))
        assert.equal(bus.covers(position, end), index === all.length - 1)
      }
      assert.deepEqual(await idsBetween(end, all[0]!.position), [])
      assert.throws(() => bus.covers(end, 'no position'), BadPosition)
    }),
  )

  test(
    'readers hold little of large events that nobody takes',
    fresh(open, async ({ bus }) => {
      const data = { text: 'x'.repeat(1_000_000) }
      for (let sequence = 1; sequence <= 40; sequence++) await bus.publish([offer('offer_1', sequence, data)])
      const before = heldBytes()
      const readings = Array.from({ length: 12 }, () => bus.read({ topics, live: true })[Symbol.asyncIterator]())
      for (const reading of readings) assert.ok(!(await reading.next()).done)
      const each = (heldBytes() - before) / readings.length
      for (const reading of readings) await reading.return?.()
      assert.ok(each < 10_000_000, `${each} bytes a reader`)
    }),
  )

  test(
    'reading a long log lets the event loop go round',
    fresh(open, async ({ bus }) => {
      await bus.publish(rounds(2, subjects(50)))
      let rounded = 0
      const count = () => {
        rounded += 1
        ticking = setImmediate(count)
      }
      let ticking = setImmediate(count)
      let read = 0
      for await (const _ of bus.read({ topics, live: false })) {
        read += 1
        const busyUntil = performance.now() + 1
        while (performance.now() < busyUntil);
      }
      clearImmediate(ticking)
      assert.equal(read, 100)
      assert.ok(rounded > 3, `${rounded} rounds`)
    }),
  )

  test(
    'live reading may be left at any time',
    fresh(open, async ({ bus }) => {
      await bus.publish(rounds(1, subjects(3)))
      for await (const { event } of bus.read({ topics, live: true })) {
        assert.ok(event.id)
        break
      }
    }),
  )

  test(
    'what is no position is refused',
    fresh(open, async ({ bus }) => {
      for (const from of ['', 'no position', 'bm8', '%%%', 'a'.repeat(2000)]) {
        await assert.rejects(readAll(bus, from), BadPosition)
      }
    }),
  )
}

async function collect(bus: EventBus, options: ReadOptions, into: Recorded[]): Promise<Recorded[]> {
  for await (const recorded of bus.read(options)) into.push(recorded)
  return into
}

const readAll = (bus: EventBus, from?: string) => collect(bus, { topics, from, live: false }, [])
