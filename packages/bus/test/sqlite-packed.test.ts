import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import type { CloudEvent } from '@techbridge/contracts'
import type { EventBus } from '../src/bus.ts'
import { eventually, offer, Recorder } from '../src/conformance/harness.ts'
import { openFor } from './sqlite-file.ts'

const long = (event: CloudEvent): CloudEvent => ({ ...event, data: { text: 'rice mill '.repeat(500) } })

/** Works on the file behind the back of the bus, which must be closed. */
const inFile = <T>(file: string, work: (db: DatabaseSync) => T): T => {
  const db = new DatabaseSync(file)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

const allOf = async (bus: EventBus) => {
  const read: CloudEvent[] = []
  for await (const { event } of bus.read({ topics: ['techbridge.offers'], live: false })) read.push(event)
  return read
}

test('events of an earlier version, short ones and long ones are read as they were published', async (t) => {
  const { file, bus, reopen } = await openFor(t)
  const events = [offer('offer_1', 1), long(offer('offer_1', 2)), offer('offer_1', 3)]
  await bus.publish(events.slice(0, 1))
  await bus.close()
  inFile(file, (db) => db.exec('ALTER TABLE events DROP COLUMN packed'))

  const upgraded = await reopen()
  await upgraded.publish(events.slice(1))
  const recorder = new Recorder()
  await upgraded.subscribe({ group: 'search', handler: recorder.handler })
  await eventually('all are handled', () => recorder.has(events))
  assert.deepEqual(await allOf(upgraded), events)
  await upgraded.close()
  const kept = inFile(file, (db) => db.prepare('SELECT length(packed) AS bytes FROM events WHERE position = 2').get())
  assert.ok(Number(kept?.bytes) < 500)
})

test('a packed event that is damaged becomes a dead letter, and readers pass over it', async (t) => {
  const { file, bus, reopen } = await openFor(t)
  const events = [1, 2, 3].map((sequence) => long(offer('offer_1', sequence)))
  await bus.publish(events)
  await bus.close()
  inFile(file, (db) => db.exec("UPDATE events SET packed = x'00ff' WHERE position = 2"))

  const reopened = await reopen()
  const recorder = new Recorder()
  await reopened.subscribe({ group: 'search', handler: recorder.handler })
  await eventually('the sound ones are handled', () => recorder.has([events[0]!, events[2]!]))
  assert.equal((await reopened.deadLetters.list({ limit: 10 })).length, 1)
  assert.deepEqual(await allOf(reopened), [events[0], events[2]])
})
