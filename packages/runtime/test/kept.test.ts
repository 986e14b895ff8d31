import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Command, DomainEvent } from '@techbridge/domain'
import { type AggregateType, aggregates, type Writer } from '../src/aggregate.ts'
import { shownHistory } from '../src/records.ts'
import { anyEvent, at, by, openStore } from './counter.ts'

interface Note {
  text: string
}
type Add = Command & { type: 'add'; text: string }

const notes: AggregateType<Note, Add, DomainEvent> = {
  name: 'notes',
  service: 'test',
  decider: {
    decide: (_, { text }) => [{ type: 'added', data: { text } }],
    evolve: (before, { data }) => ({ text: [...(before ? [before.text] : []), data.text].join(', ') }),
  },
  indexes: [],
  contractOf: anyEvent,
  indexed: () => ({}),
}

const writer: Writer = { instance: 'here', written: () => undefined }

test('what was kept before texts were made plain is read plain, and kept so with the next event', async () => {
  const store = await openStore()
  const { handle, get, find, historyOf } = await aggregates(store, notes, writer)
  const collection = await store.collection<any>('notes', { indexes: [] })
  const add = (text: string) => handle('note_1', { type: 'add', text, at, by })
  const text = '10<sup>6</sup> &amp;amp; <i>E. coli</i>'
  const entry = { seq: 1, type: 'added', at, by, data: { text } }
  await collection.insert({ _id: 'note_1', version: 1, state: { text }, history: [entry], outbox: [] })
  const plain = '10⁶ & E. coli'
  assert.equal((await get('note_1'))?.state.text, plain)
  assert.equal((await find({ limit: 1 }))[0]?.state.text, plain)

  await add('new')
  const kept = await collection.get('note_1')
  assert.equal(kept?.state.text, `${plain}, new`)
  const history = await historyOf((await get('note_1'))!)
  assert.deepEqual(history[0]?.data, { text })
  assert.deepEqual(shownHistory(history)[0]?.data, { text: plain })
})

test('what is written is plain, whatever an old event brought into it, and is not looked through when it is read', async () => {
  const store = await openStore()
  const { handle, get } = await aggregates(store, notes, writer)
  const collection = await store.collection<any>('notes', { indexes: [] })
  await handle('note_1', { type: 'add', text: '<b>10</b> &lt; 20', at, by })
  const kept = await collection.get('note_1')
  assert.equal(kept?.state.text, '10 < 20')
  await collection.replace({ ...kept!, state: { text: '<b>seen</b>' } }, 1)
  assert.equal((await get('note_1'))?.state.text, '<b>seen</b>')
})
