import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { CloudEvent } from '@techbridge/contracts'
import { Unavailable } from '@techbridge/port'
import { BadPosition } from '../src/bus.ts'
import {
  assertCompleteInOrder,
  caughtUp,
  eventually,
  gate,
  ids,
  offer,
  Recorder,
  rounds,
  subjects,
} from '../src/conformance/harness.ts'
import { encodePosition } from '../src/sqlite/position.ts'
import { openFor } from './sqlite-file.ts'

/** Changes the file behind the back of the bus, which must be closed. */
function damage(file: string, sql: string): void {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

test('a row that is no JSON becomes a dead letter, and readers pass over it', async (t) => {
  const { file, bus, reopen } = await openFor(t)
  const events = [1, 2, 3, 4].map((sequence) => offer('offer_1', sequence))
  await bus.publish(events)
  await bus.close()
  damage(file, `UPDATE events SET body = '{"half' WHERE position = 2; UPDATE events SET body = '7' WHERE position = 3`)

  const reopened = await reopen()
  const recorder = new Recorder()
  await reopened.subscribe({ group: 'search', handler: recorder.handler })
  await eventually('the sound ones are handled', () => recorder.has([events[0]!, events[3]!]))
  const letters = await reopened.deadLetters.list({ limit: 10 })
  assert.deepEqual(
    letters.map(({ event }) => event),
    [7, '{"half'],
  )
  assert.match(letters[1]!.reason, /JSON/)

  await reopened.deadLetters.replay(letters[1]!.id)
  await eventually('it is dead again', async () => (await reopened.deadLetters.list({ limit: 10 })).length === 3)
  const read: CloudEvent[] = []
  for await (const { event } of reopened.read({ topics: ['techbridge.offers'], live: false })) read.push(event)
  assert.deepEqual(ids(read), ids([events[0]!, events[3]!]))
})

test('members that come and go hand over without a gap and without a repetition', async (t) => {
  const { bus } = await openFor(t, { batchSize: 7 })
  const busy = new Set<string>()
  const handled: CloudEvent[] = []
  const join = () => {
    const recorder = new Recorder(() => setImmediate(), busy)
    const handler = async (event: CloudEvent) => {
      await recorder.handler(event)
      handled.push(event)
      assert.deepEqual(recorder.overlaps, [])
    }
    return bus.subscribe({ group: 'search', handler, retry: { attempts: 1 } })
  }
  const published = rounds(40, subjects(30))
  const members = [await join()]
  const publishing = bus.publish(published)
  for (let change = 1; handled.length < published.length; change++) {
    const target = handled.length + 40
    await eventually('it goes on', () => handled.length >= Math.min(target, published.length))
    if (change % 3 === 0) await members.shift()!.close()
    else members.push(await join())
  }
  await publishing
  await caughtUp(bus, 'search')
  assert.deepEqual(await bus.deadLetters.list({ limit: 1 }), [])
  assert.equal(handled.length, published.length)
  assertCompleteInOrder(handled, published)
})

test('a member that closes does not wait for what another one does', async (t) => {
  const { bus } = await openFor(t)
  const release = gate()
  const stuck = new Recorder(() => release.opened)
  await bus.subscribe({ group: 'search', handler: stuck.handler })
  await bus.publish(rounds(1, subjects(30)))
  await eventually('the first is at work everywhere', () => stuck.called.length === 6)
  const second = await bus.subscribe({ group: 'search', handler: async () => {} })
  await second.close()
  release.open()
})

test('a handled event is committed while the ones behind it are retried', async (t) => {
  const { bus } = await openFor(t)
  const events = [offer('offer_1', 1), offer('offer_1', 2)]
  const recorder = new Recorder(async (event) => {
    if (event.id === events[1]!.id) throw new Unavailable('away')
  })
  await bus.publish(events)
  await bus.subscribe({ group: 'search', handler: recorder.handler })
  await eventually('one is left', async () => (await bus.lag('search'))['techbridge.offers'] === 1)
})

test('a position behind the end of the log is refused', async (t) => {
  const { bus } = await openFor(t)
  await bus.publish([offer('offer_1', 1)])
  const read = (from: string) =>
    bus
      .read({ topics: ['techbridge.offers'], from, live: false })
      [Symbol.asyncIterator]()
      .next()
  assert.deepEqual(await read(await bus.end(['techbridge.offers'])), { done: true, value: undefined })
  await assert.rejects(read(encodePosition(2)), BadPosition)
})

test('a closed bus says so, ends what reads from it, and may be closed again', async (t) => {
  const { bus } = await openFor(t)
  const reading = bus
    .read({ topics: ['techbridge.offers'], live: true })
    [Symbol.asyncIterator]()
    .next()
  await bus.close()
  assert.deepEqual(await reading, { done: true, value: undefined })
  await assert.rejects(bus.publish([offer('offer_1', 1)]), Unavailable)
  await assert.rejects(bus.subscribe({ group: 'search', handler: async () => {} }), Unavailable)
  await assert.rejects(bus.lag('search'), Unavailable)
  await assert.rejects(bus.deadLetters.list({ limit: 1 }), Unavailable)
  await assert.rejects(bus.ping(), Unavailable)
  await bus.close()
})

test('a second process is told that the file is in use', async (t) => {
  const { file } = await openFor(t)
  const index = new URL('../src/index.ts', import.meta.url).href
  const script = `const { openSqliteBus } = await import('${index}'); openSqliteBus(process.argv[1])`
  const opening = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, file])
  await assert.rejects(opening, /bus\.sqlite is in use by another process/)
})
