import assert from 'node:assert/strict'
import { BadPosition, type EventBus, type ReadOptions, type Recorded } from '../bus.ts'
import {
  assertCompleteInOrder,
  busTest,
  eventually,
  ids,
  match,
  need,
  type Open,
  offer,
  rounds,
  subjects,
} from './harness.ts'

const topics = ['techbridge.offers', 'techbridge.needs'] as const

export function readConformance(open: Open): void {
  busTest(open, 'reading gives every event of the topics, each subject in order, and ends', async ({ bus, reopen }) => {
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
  })

  busTest(open, 'reading goes on behind any position, which is safe in a URL', async ({ bus }) => {
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
  })

  busTest(open, 'the end is behind everything published and before everything to come', async ({ bus, reopen }) => {
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
  })

  busTest(open, 'reading that is not live ends at the end as it stood at the call', async ({ bus }) => {
    await bus.publish(rounds(2, subjects(10)))
    const reading = bus.read({ topics, live: false })[Symbol.asyncIterator]()
    assert.ok(!(await reading.next()).done)
    await bus.publish(rounds(2, subjects(10), 3))
    let count = 1
    while (!(await reading.next()).done) count++
    assert.equal(count, 20)
  })

  busTest(open, 'live reading waits for more until it is aborted', async ({ bus }) => {
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
  })

  busTest(open, 'live reading may be left at any time', async ({ bus }) => {
    await bus.publish(rounds(1, subjects(3)))
    for await (const { event } of bus.read({ topics, live: true })) {
      assert.ok(event.id)
      break
    }
  })

  busTest(open, 'what is no position is refused', async ({ bus }) => {
    for (const from of ['', 'no position', 'bm8', '%%%', 'a'.repeat(2000)]) {
      await assert.rejects(readAll(bus, from), BadPosition)
    }
  })
}

async function collect(bus: EventBus, options: ReadOptions, into: Recorded[]): Promise<Recorded[]> {
  for await (const recorded of bus.read(options)) into.push(recorded)
  return into
}

const readAll = (bus: EventBus, from?: string) => collect(bus, { topics, from, live: false }, [])
